import type { Sheet as LibrarySheet, Workbook } from 'hucre';
import { cellAt, cellName } from '../../model/cell-name.ts';
import { cellText } from './cell-text.ts';
import { ABOUT, ABOUT_ROW, SHEET } from './layout.ts';
import { atCell, MAX_ROWS, tooManyRows, withoutEmptyEnd, type CellProblem, type SheetReading } from './sheet.ts';
import { checkedWorkbook, WorkbookRefusal } from './workbook-archive.ts';

const AGAIN = 'maak een nieuw formulier met npm run form, en vul dat in';

const OBJECT = 'hier ligt een tekstvak, vorm of plaatje op het blad; zet de tekst in een cel, en haal het weg';

/** What stands on a sheet beside its cells, by the cell at which it begins. */
function besideCells({
  cells,
  threadedComments = [],
  textBoxes = [],
  images = [],
  charts = [],
  merges = [],
}: LibrarySheet) {
  const noted = [...(cells ?? [])].filter(([, cell]) => cell.comment).map(([at]) => at.split(',').map(Number));
  const threads = threadedComments
    .flatMap(({ ref }) => (ref === undefined ? [] : (cellAt(ref) ?? [])))
    .map(({ row, column }) => [row, column]);
  const notes = new Map([...noted, ...threads].map(([row = 0, column = 0]) => [`${row},${column}`, { row, column }]));
  return [
    ...[...notes.values()].map((at) => ({
      ...at,
      sentence:
        'bij deze cel staat een opmerking; zet wat iedereen mag lezen in de cel zelf, en verwijder de opmerking',
    })),
    ...merges.map(({ startRow, startCol, endRow, endCol }) => ({
      row: startRow,
      column: startCol,
      sentence: `hier zijn cellen samengevoegd (${cellName(startRow, startCol)}:${cellName(endRow, endCol)}); splits ze weer`,
    })),
    ...[...textBoxes, ...images, ...charts].map(({ anchor }) => ({
      row: anchor?.from.row ?? 0,
      column: anchor?.from.col ?? 0,
      sentence: OBJECT,
    })),
  ];
}

/** The texts of a sheet, and every cell that is more than its text. */
function readSheet(sheet: LibrarySheet, { defaultFont: font }: Workbook) {
  const end = sheet.rows.findLastIndex((values) => values.some((value) => value !== null && value !== '')) + 1;
  const problems: CellProblem[] = [];
  const rows = sheet.rows.slice(0, Math.min(end, MAX_ROWS)).map((values, row) =>
    values.map((value, column) => {
      const { text, problem } = cellText({ value, cell: sheet.cells?.get(`${row},${column}`), font, row, column });
      if (problem !== null) problems.push({ row, column, sentence: problem });
      return text;
    }),
  );
  return {
    name: sheet.name,
    rows: withoutEmptyEnd(rows),
    problems: [...problems, ...besideCells(sheet)],
    isTooLong: end > MAX_ROWS,
  };
}

type ReadSheet = ReturnType<typeof readSheet>;

function isEmpty({ rows, problems, isTooLong }: ReadSheet): boolean {
  return rows.length === 0 && problems.length === 0 && !isTooLong;
}

/** Whether the labels of a form stand where they should: then it is one, whatever it is called. */
function hasLabels({ rows }: ReadSheet): boolean {
  return ABOUT.some((label, index) => (rows[ABOUT_ROW - 1 + index]?.[0] ?? '').trim() === label);
}

/** The sheet of the form: by its name, or else the only one that has its labels. Others may be there as long as they are empty. */
function formSheet(sheets: readonly ReadSheet[]): ReadSheet | string | { readonly refused: readonly string[] } {
  const labelled = sheets.filter(hasLabels);
  const form = sheets.find(({ name }) => name === SHEET) ?? (labelled.length === 1 ? labelled[0] : undefined);
  const names = sheets.map(({ name }) => `"${name}"`).join(', ');
  if (!form)
    return labelled.length > 1
      ? `dit bestand heeft meer dan één formulier (${names}); geef elk formulier een eigen bestand`
      : `in dit bestand is geen formulier te vinden (de bladen heten ${names}); ${AGAIN}`;
  const others = sheets.filter((sheet) => sheet !== form && !isEmpty(sheet));
  if (others.length === 0) return form;
  return {
    refused: others.map((sheet) =>
      atCell(
        sheet,
        0,
        0,
        `dit werkblad hoort niet bij het formulier "${form.name}"; zet wat u nodig hebt op "${form.name}", en verwijder dit blad`,
      ),
    ),
  };
}

/** Which fields of a workbook name people; not whom, since what is said here may be public. */
function peopleIn({ properties = {}, persons = [] }: Workbook): string[] {
  return [
    ...(properties.creator ? ['wie het maakte'] : []),
    ...(properties.lastModifiedBy ? ['wie het het laatst opsloeg'] : []),
    ...(properties.manager ? ['de manager'] : []),
    ...(persons.length > 0 ? ['wie er opmerkingen bij maakte'] : []),
  ];
}

/** The workbook as the library understands it, and how much more lies over its sheets; or the sentence that says why it is none. */
async function opened(bytes: Uint8Array): Promise<{ readonly workbook: Workbook; readonly unknown: number } | string> {
  // Large, and of no use to the other commands.
  const { readXlsx } = await import('hucre/xlsx');
  try {
    const checked = checkedWorkbook(bytes);
    const workbook = await readXlsx(checked.bytes, { readStyles: true });
    const known = workbook.sheets.flatMap(({ images = [], textBoxes = [], charts = [] }) => [
      ...images,
      ...textBoxes,
      ...charts,
    ]);
    return { workbook, unknown: Math.max(0, checked.objects - known.length) };
  } catch (fault) {
    if (fault instanceof WorkbookRefusal) return fault.message;
    // What the libraries say is in English, and all but one mean: this is not a workbook that can be read.
    const isHuge = fault instanceof Error && /spans \d+ rows/.test(fault.message);
    return `${isHuge ? 'dit bestand heeft een blad dat veel te groot is voor een formulier' : 'dit bestand is beschadigd'}; ${AGAIN}`;
  }
}

/** Reads the form in a workbook that someone sends, as people see it. `file` is its name. */
export async function readWorkbook(bytes: Uint8Array, file: string): Promise<SheetReading> {
  const read = await opened(bytes);
  if (typeof read === 'string') return { refused: [`${file}: ${read}`] };
  const { workbook, unknown } = read;
  const form = formSheet(workbook.sheets.map((sheet) => readSheet(sheet, workbook)));
  if (typeof form === 'string') return { refused: [`${file}: ${form}`] };
  if ('refused' in form) return form;
  if (form.isTooLong) return { refused: [tooManyRows(form.name)] };
  // Of a shape the library does not say where it lies.
  const problems = unknown > 0 ? [...form.problems, { row: 0, column: 0, sentence: OBJECT }] : form.problems;
  return { sheet: { ...form, problems }, people: peopleIn(workbook) };
}
