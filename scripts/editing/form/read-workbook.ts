import { strFromU8, type UnzipFileFilter, unzipSync, zipSync } from 'fflate';
import type { Sheet as LibrarySheet, Workbook } from 'hucre';
import { cellAt, cellName } from '../../site/downloads/archive.ts';
import { cellText } from './cell-text.ts';
import {
  ABOUT,
  ABOUT_ROW,
  atCell,
  type CellProblem,
  MAX_ROWS,
  SHEET,
  type SheetReading,
  tooManyRows,
  withoutEmptyEnd,
} from './layout.ts';

const MAX_PARTS = 200;
const MAX_UNPACKED = 20 * 1024 * 1024;

const AGAIN = 'maak een nieuw formulier met npm run form, en vul dat in';

/** Why a workbook is not read: a sentence for people. */
class WorkbookRefusal extends Error {}

/** Whether bytes begin like a zip. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Whether bytes begin like an old workbook, or one with a password. */
function isOle(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf;
}

/** Whether bytes are a workbook of any kind, rather than text. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return isZip(bytes) || isOle(bytes);
}

/** How to save an .ods as something that can be read. */
export const SAVE_ODS =
  'dit is een bestand van LibreOffice (.ods). Sla het op als .xlsx (Bestand > Opslaan als > Excel 2007-365); uw antwoorden blijven staan';

/** What kind of file this is, if it cannot be read: judged by its parts, since a name can be changed. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^content\.xml$/, SAVE_ODS],
  [/^xl\/workbook\.bin$/, 'dit is een binair Excel-bestand (.xlsb); sla het op als .xlsx, uw antwoorden blijven staan'],
  [/\.iwa$/, 'dit is een bestand van Numbers; exporteer het als Excel-bestand (.xlsx), uw antwoorden blijven staan'],
  [
    /vbaProject|macrosheets/i,
    'in dit bestand zit een macro (een programma); sla het op als .xlsx, zonder macro’s, uw antwoorden blijven staan',
  ],
  [/^xl\/(?:chartsheets|dialogsheets)\//, 'een van de bladen is geen werkblad met cellen; verwijder dat blad'],
  [/^xl\/externalLinks\//, `dit bestand haalt gegevens uit een ander bestand; ${AGAIN}`],
];

/**
 * Names of the parts, with `/` as separator; refuses a file that is large or not a workbook before unpacking anything.
 */
function partNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  let size = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.push(name.replaceAll('\\', '/'));
      size += originalSize;
      if (names.length > MAX_PARTS || size > MAX_UNPACKED)
        throw new WorkbookRefusal(`dit bestand is uitgepakt veel te groot voor een formulier; ${AGAIN}`);
      return false;
    },
  });
  return names;
}

function isXml({ name }: Parameters<UnzipFileFilter>[0]): boolean {
  return /\.(?:xml|rels)$/i.test(name);
}

/** A workbook that may be read. */
interface CheckedWorkbook {
  readonly bytes: Uint8Array;
  /** Number of things that float over its sheets: pictures, text boxes, shapes. */
  readonly objects: number;
}

/**
 * A submitted workbook, once it is known to be one of a reasonable size, without macros and with well-formed part
 * names. Throws a WorkbookRefusal otherwise.
 */
function checkedWorkbook(bytes: Uint8Array): CheckedWorkbook {
  if (isOle(bytes))
    throw new WorkbookRefusal(
      'dit is een oud Excel-bestand (.xls) of er zit een wachtwoord op; sla het zonder wachtwoord op als .xlsx',
    );
  if (!isZip(bytes))
    throw new WorkbookRefusal('dit is geen Excel-bestand (.xlsx); open het in Excel en sla het op als .xlsx');
  const names = partNames(bytes);
  for (const [pattern, sentence] of OTHERS)
    if (names.some((name) => pattern.test(name))) throw new WorkbookRefusal(sentence);
  if (!names.includes('xl/workbook.xml')) throw new WorkbookRefusal(`dit is geen Excel-bestand (.xlsx); ${AGAIN}`);
  const parts = Object.entries(unzipSync(bytes, { filter: isXml })).map(
    ([name, part]) => [name, part, strFromU8(part, true)] as const,
  );
  // A document type can make a small file grow without end, and no spreadsheet program writes one.
  if (parts.some(([, , xml]) => xml.includes('<!DOCTYPE'))) throw new Error('document type');
  const drawings = parts.filter(([name]) => /^xl[\\/]drawings[\\/][^\\/]+\.xml$/.test(name));
  return {
    // Repacked only then: the library checks the checksums in the file itself.
    bytes: parts.some(([name]) => name.includes('\\'))
      ? zipSync(Object.fromEntries(parts.map(([name, part]) => [name.replaceAll('\\', '/'), part])), { level: 0 })
      : bytes,
    objects: drawings.flatMap(([, , xml]) => [...xml.matchAll(/<(?:\w+:)?(?:two|one|absolute)(?:Cell)?Anchor\b/g)])
      .length,
  };
}

const OBJECT = 'hier ligt een tekstvak, vorm of plaatje op het blad; zet de tekst in een cel, en haal het weg';

/** What a sheet holds besides its cells, by the cell at which it begins. */
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

/** Whether a form's labels are where they should be: then it is one, whatever its name. */
function hasLabels({ rows }: ReadSheet): boolean {
  return ABOUT.some((label, index) => (rows[ABOUT_ROW - 1 + index]?.[0] ?? '').trim() === label);
}

/**
 * The sheet with the form: by its name, or else the only one with its labels. Others may exist as long as they are
 * empty.
 */
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

/** The fields of a workbook that name people; not whom, since this message may be public. */
function peopleIn({ properties = {}, persons = [] }: Workbook): string[] {
  return [
    ...(properties.creator ? ['wie het maakte'] : []),
    ...(properties.lastModifiedBy ? ['wie het het laatst opsloeg'] : []),
    ...(properties.manager ? ['de manager'] : []),
    ...(persons.length > 0 ? ['wie er opmerkingen bij maakte'] : []),
  ];
}

/**
 * The workbook as the library reads it, and how much floats over its sheets; or the sentence that says why it is not
 * one.
 */
async function opened(bytes: Uint8Array): Promise<{ readonly workbook: Workbook; readonly unknown: number } | string> {
  // Loaded on demand: it is large, and other commands do not use it.
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
  } catch (error) {
    if (error instanceof WorkbookRefusal) return error.message;
    // The libraries' messages are in English, and all but one mean: this is not a readable workbook.
    const isHuge = error instanceof Error && /spans \d+ rows/.test(error.message);
    return `${isHuge ? 'dit bestand heeft een blad dat veel te groot is voor een formulier' : 'dit bestand is beschadigd'}; ${AGAIN}`;
  }
}

/**
 * The only sheet with any content. The layout of a list does not show which sheet is meant, so more than one is
 * refused.
 */
export function onlySheet(sheets: readonly ReadSheet[]): ReadSheet | string {
  const [first, ...others] = sheets.filter((sheet) => !isEmpty(sheet));
  if (!first) return 'in dit bestand staat niets';
  return others.length === 0
    ? first
    : `in dit bestand staat iets op meer dan één blad (${[first, ...others].map(({ name }) => `"${name}"`).join(', ')}); bewaar het blad met de lijst als een eigen bestand`;
}

/**
 * Reads a sheet of a submitted workbook, as people see it: that of the form, or the one that `choose` finds.
 * `file` is its name.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
  choose: typeof formSheet = formSheet,
): Promise<SheetReading> {
  const read = await opened(bytes);
  if (typeof read === 'string') return { refused: [`${file}: ${read}`] };
  const { workbook, unknown } = read;
  const form = choose(workbook.sheets.map((sheet) => readSheet(sheet, workbook)));
  if (typeof form === 'string') return { refused: [`${file}: ${form}`] };
  if ('refused' in form) return form;
  if (form.isTooLong) return { refused: [tooManyRows(form.name)] };
  // The library does not say where a shape is.
  const problems = unknown > 0 ? [...form.problems, { row: 0, column: 0, sentence: OBJECT }] : form.problems;
  return { sheet: { ...form, problems }, people: peopleIn(workbook) };
}
