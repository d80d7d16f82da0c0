import { stringify } from 'csv-stringify/sync';
import { decimal, jsonNumber } from '../../format/number.ts';
import type { Fraction } from '../../model/fraction.ts';

/** What a cell holds: text, a count, an exact number, or nothing. */
export type TableCell = string | number | Fraction | null;

/** Data as it is published, in whatever form. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Columns of free text, in which a spreadsheet could see a formula. */
const FREE_TEXT: ReadonlySet<string> = new Set(['toelichting', 'reden']);

const csvCell = (cell: TableCell, column: string): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell !== 'string') return decimal(cell);
  return FREE_TEXT.has(column) && /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
};

/** CSV as Dutch spreadsheet programs open it. Source: figures, "Published files". */
export const toCsv = ({ columns, rows }: Table): string =>
  stringify([columns, ...rows.map((row) => row.map((cell, index) => csvCell(cell, columns[index]!)))], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    // csv-stringify looks for the record delimiter alone, but either half of it ends a line too.
    quoted_match: /[\r\n]/,
  });

/** Rows as objects, with numbers where there are any and null where there is nothing. */
export const toRecords = ({ columns, rows }: Table): Record<string, string | number | null>[] =>
  rows.map((row) => Object.fromEntries(row.map((cell, index) =>
    [columns[index]!, typeof cell === 'object' ? jsonNumber(cell) : cell])));
