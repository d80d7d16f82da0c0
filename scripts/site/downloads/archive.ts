import { strToU8, zipSync, unzipSync } from 'fflate';
import type { Cell, CellValue, WriteSheet } from 'hucre';
import { decimal } from '../../format/number.ts';
import type { Table, TableCell } from './table.ts';

/** The first date that a zip can hold: the same content must give the same bytes. */
function date(): Date {
  return new Date(1980, 0, 1);
}

/** Output is hardly larger than at the highest level, in a third of the time. */
const LEVEL = 2;

/** A zip of these files, by name; texts as UTF-8. The same files give the same bytes on every version of Node. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, {
    level: LEVEL,
    mtime: date(),
    os: 3,
    attrs: 0o644 << 16,
  });
}

/** Longest text in a spreadsheet cell, in UTF-16 code units. */
export const MAX_CELL_TEXT = 32_767;

/**
 * Text as a cell must store it to be read back unchanged. Readers turn `_x0041_` into "A", and the library turns text
 * such as "#N/A" into an error; two characters that XML does not allow are replaced.
 */
function cellText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/^#(?=[A-Z])/, '_x0023_')
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}

function safe(value: CellValue): CellValue {
  return typeof value === 'string' ? cellText(value) : value;
}

/**
 * A workbook in the format of Excel 2007 and later (ECMA-376); every workbook of this program is written here. Text
 * never becomes a formula, whatever it begins with. Values go in `rows`; `cells` only adds styles. The same sheets give
 * the same bytes on every version of Node.
 */
export async function workbookOf(sheets: readonly WriteSheet[]): Promise<Uint8Array> {
  // A large module that only two commands and the packing thread need.
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => ({ ...sheet, rows: (sheet.rows ?? []).map((row) => row.map(safe)) })),
    defaultFont: { name: 'Calibri', size: 11 },
    // Without a date the library uses today's.
    properties: { modified: new Date(Date.UTC(1980, 0, 1)) },
  });
  // The library leaves compression to Node, whose versions differ in the result.
  return zipOf(unzipSync(bytes));
}

/** "A" for column 0, "AA" for 26. */
function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : `${columnName(Math.floor(index / 26) - 1)}${columnName(index % 26)}`;
}

/** "C7" for row 6 and column 2. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** Row and column, both from 0, of a cell name such as "C7"; null if it is not one. */
export function cellAt(name: string): { readonly row: number; readonly column: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(name);
  if (!match) return null;
  const column = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(match[2]) - 1, column };
}

/** Replaces a text that is too long for a cell by its beginning, and says where to find the full text. */
function shortened(text: string, table: string): string {
  if (text.length <= MAX_CELL_TEXT) return text;
  const where = ` … (hier houdt de tekst op: een cel is vol na 32.767 tekens; de hele tekst staat in ${table}.csv)`;
  return text.slice(0, MAX_CELL_TEXT - where.length).replace(/[\uD800-\uDBFF]$/, '') + where;
}

function valueOf(cell: TableCell, table: string): string | number | null {
  if (typeof cell === 'string') return shortened(cell, table);
  return typeof cell === 'object' && cell !== null ? Number(decimal(cell, 4, '.')) : cell;
}

const WIDE: ReadonlySet<string> = new Set(['toelichting', 'reden', 'betekenis', 'ambitiepunt', 'uitleg']);

/** A table as a sheet. Its header row stays in view and has filters; numbers have at most 4 decimals. */
export function sheetOf({ name, columns, rows }: Table): WriteSheet {
  const bold: readonly (readonly [string, Partial<Cell>])[] = columns.map((_, index) => [
    `0,${index}`,
    { style: { font: { bold: true } } },
  ]);
  return {
    name,
    rows: [[...columns], ...rows.map((row) => row.map((cell) => valueOf(cell, name)))],
    columns: columns.map((column) => ({ width: WIDE.has(column) ? 40 : Math.max(12, column.length + 3) })),
    cells: new Map(bold),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${cellName(rows.length, columns.length - 1)}` },
  };
}

/**
 * An archive that is still to be made: a zip of texts by name, or a workbook of tables. Plain data, so that it can be
 * sent to a thread.
 */
export type Archive = {
  /** Relative to the output folder. */
  readonly path: string;
} & ({ readonly files: Readonly<Record<string, string>> } | { readonly tables: readonly Table[] });

/** The bytes of an archive; equal archives give equal bytes. */
export async function archiveBytes(archive: Archive): Promise<Uint8Array> {
  return 'files' in archive ? zipOf(archive.files) : workbookOf(archive.tables.map(sheetOf));
}
