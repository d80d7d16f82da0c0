import type { Cell, CellStyle, DataValidation } from 'hucre';
import { STATUS_WORDS } from '../../contract/files/results.ts';
import { cellName } from '../../model/cell-name.ts';
import { MAX_CELL_TEXT, workbookOf } from '../../site/downloads/archive.ts';
import type { FormCell } from './form.ts';
import { COLUMNS, HEADING_ROW, SHEET } from './layout.ts';
import { atCell } from './sheet.ts';

const LINE = { style: 'thin', color: { rgb: 'BBBBBB' } } as const;

/** A cell of the table of points. */
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

/** Texts that do not fit in a cell of a spreadsheet, by the cell that they would be in. */
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

/** A form as a workbook with one protected sheet, in which only the answers can be changed. The same form gives the same bytes. */
export function writeWorkbook(rows: readonly (readonly FormCell[])[]): Promise<Uint8Array> {
  const styles = rows.flatMap((cells, row) =>
    cells.map(({ style }, column): [string, Partial<Cell>] => [`${row},${column}`, { style: STYLES[style] }]),
  );
  return workbookOf([
    {
      name: SHEET,
      rows: rows.map((cells) => cells.map(({ text }) => (text === '' ? null : text))),
      cells: new Map(styles),
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
