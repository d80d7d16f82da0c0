import type { Cell, CellStyle, DataValidation } from 'hucre';
import { STATUS_WORDS } from '../../contract/files/results.ts';
import { dateText } from '../../format/date.ts';
import { cellName } from '../../site/downloads/archive.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { MAX_CELL_TEXT, workbookOf } from '../../site/downloads/archive.ts';
import { ABOUT, ABOUT_ROW, atCell, COLUMNS, HEADING_ROW, RESPONSE, SHEET } from './layout.ts';
import { answersOf, type FormSubject, responseIn, resultsDocument } from './rows.ts';

/** One cell of a form, and its style. */
export interface FormCell {
  readonly text: string;
  readonly style: 'title' | 'plain' | 'heading' | 'fixed' | 'open';
}

/** The rows of a form, from the first; an empty row is an empty list. */
export function formRows(folder: SourceFolder, subject: FormSubject): FormCell[][] {
  const { report, norm, round, organisation, ambitions } = subject;
  const { document, rows } = resultsDocument(folder, subject);
  const name = report.organisations.find(({ id }) => id === organisation)!.name;
  function plain(text: string): FormCell {
    return { text, style: 'plain' };
  }
  const about: Readonly<Record<(typeof ABOUT)[number], readonly [string, string]>> = {
    Rapport: [report.id, report.title],
    Norm: [norm.version, norm.title],
    Meting: [round.id, `${round.title}, ${dateText(round.date)}`],
    Organisatie: [organisation, name],
  };
  const form: FormCell[][] = [
    [{ text: `Resultaten van ${name}`, style: 'title' }],
    [
      plain(
        'Vul alleen de gele cellen in. Kies bij elk punt een status uit de lijst. Wat u invult, komt op een openbare website.',
      ),
    ],
  ];
  ABOUT.forEach((label, index) => {
    form[ABOUT_ROW - 1 + index] = [plain(label), plain(about[label][0]), plain(about[label][1])];
  });
  form[RESPONSE.row] = [
    plain(RESPONSE.label),
    plain(''),
    { text: responseIn(document), style: 'open' },
    plain(RESPONSE.hint),
  ];
  form[HEADING_ROW - 1] = COLUMNS.map(({ heading }) => ({ text: heading, style: 'heading' }));
  for (const { id, number, title, explanation } of ambitions) {
    const answers = answersOf(rows?.get(id, true), report);
    const fixed = [id, number ?? '', title, explanation ?? ''];
    form.push(
      COLUMNS.map(({ field }, index) => ({
        text: field ? answers[field] : fixed[index]!,
        style: field ? 'open' : 'fixed',
      })),
    );
  }
  return Array.from(form, (row) => row ?? []);
}

const LINE = { style: 'thin', color: { rgb: 'BBBBBB' } } as const;

/** A cell of the table of ambitions. */
function boxed(color: string, { bold = false, locked = true } = {}): CellStyle {
  return {
    numFmt: '@',
    font: { name: 'Calibri', size: 11, bold },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: color } },
    border: { top: LINE, right: LINE, bottom: LINE, left: LINE },
    alignment: { vertical: 'top', wrapText: true },
    protection: { locked },
  };
}

const STYLES: Readonly<Record<FormCell['style'], CellStyle>> = {
  plain: { numFmt: '@' },
  title: { numFmt: '@', font: { name: 'Calibri', size: 14, bold: true } },
  heading: boxed('D9E5EE', { bold: true }),
  fixed: boxed('F3F3F3'),
  open: boxed('FFF9D6', { locked: false }),
};

function stylesOf(rows: readonly (readonly FormCell[])[]): Map<string, Partial<Cell>> {
  return new Map(
    rows.flatMap((cells, row) =>
      cells.map(({ style }, column): [string, Partial<Cell>] => [`${row},${column}`, { style: STYLES[style] }]),
    ),
  );
}

/** What a spreadsheet says and checks while someone fills in a column. */
function validations(rows: number): DataValidation[] {
  return COLUMNS.flatMap(({ field, heading, hint }, column) => {
    if (field === null || hint === null) return [];
    const common = {
      range: `${cellName(HEADING_ROW, column)}:${cellName(rows - 1, column)}`,
      allowBlank: true,
      showInputMessage: true,
      inputTitle: heading,
      inputMessage: hint,
    };
    return field === 'status'
      ? {
          ...common,
          type: 'list' as const,
          values: [...STATUS_WORDS],
          showErrorMessage: true,
          errorTitle: 'Onbekende status',
          errorMessage: 'Kies een status uit de lijst.',
        }
      : { ...common, type: 'textLength' as const, operator: 'lessThanOrEqual' as const, formula1: `${MAX_CELL_TEXT}` };
  });
}

/** An empty list of ambitions as a workbook, in which everything may be changed. */
export function writePointList(rows: readonly (readonly FormCell[])[], widths: readonly number[]): Promise<Uint8Array> {
  return workbookOf([
    {
      name: SHEET,
      rows: rows.map((cells) => cells.map(({ text }) => (text === '' ? null : text))),
      cells: stylesOf(rows),
      columns: widths.map((width) => ({ width })),
      freezePane: { rows: 1 },
    },
  ]);
}

/** Texts that do not fit in a spreadsheet cell, by the cell they would be in. */
export function textsTooLong(rows: readonly (readonly FormCell[])[]): string[] {
  return rows.flatMap((cells, row) =>
    cells.flatMap(({ text }, column) =>
      text.length > MAX_CELL_TEXT
        ? [
            atCell(
              { name: SHEET },
              row,
              column,
              `deze tekst heeft ${text.length} tekens, en in een cel passen er ${MAX_CELL_TEXT}; kort hem eerst in bij de gegevens`,
            ),
          ]
        : [],
    ),
  );
}

/**
 * A form as a workbook with one protected sheet, in which only the answers can be changed. The same form gives the same
 * bytes.
 */
export function writeWorkbook(rows: readonly (readonly FormCell[])[]): Promise<Uint8Array> {
  return workbookOf([
    {
      name: SHEET,
      rows: rows.map((cells) => cells.map(({ text }) => (text === '' ? null : text))),
      cells: stylesOf(rows),
      columns: COLUMNS.map(({ width }) => ({ width })),
      freezePane: { rows: HEADING_ROW },
      protection: { sheet: true, objects: true, scenarios: true, formatColumns: true, formatRows: true },
      dataValidations: validations(rows.length),
      pageSetup: {
        paperSize: 'a4',
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
      },
    },
  ]);
}
