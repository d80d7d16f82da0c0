import fs from 'node:fs';
import { decimal, jsonNumber } from '../../format/number.ts';
import { inProject } from '../../io/project.ts';
import type { Fraction } from '../../model/fraction.ts';
import { memo } from '../../model/memo.ts';

/** The value of a cell: text, a count, an exact number, or nothing. */
export type TableCell = string | number | Fraction | null;

/** A figure in our own words: "+2 procentpunt". */
export interface ShownFigure {
  readonly text: string;
}

/** Published data, whatever its file format. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/**
 * Puts a quote before text that a spreadsheet would take for a formula. Ids, dates and words of the contract never
 * begin like one. Source: figures, "Published files".
 */
function guarded(text: string): string {
  return /^[=+\-@\t]/.test(text) ? `'${text}` : text;
}

/** Any string may be an editor's text; numbers, and figures as shown, have types of their own. */
function csvCell(cell: TableCell | ShownFigure): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return guarded(cell);
  if (typeof cell === 'number') return String(cell);
  return 'text' in cell ? cell.text : decimal(cell);
}

/** RFC 4180: quotes text with characters that could end a cell or line. */
function quoted(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (TableCell | ShownFigure)[])[];
}

/**
 * CSV as Dutch spreadsheet programs open it. Cached, since it is both a separate file and part of an archive. Source:
 * figures, "Published files".
 */
export const toCsv = memo(({ columns, rows }: CsvTable): string => {
  const lines = [columns, ...rows].map((cells) => cells.map((cell) => quoted(csvCell(cell))).join(';'));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
});

/** Rows as objects; numbers stay numbers, and empty cells are null. */
export function toRecords({ columns, rows }: Table): Record<string, string | number | null>[] {
  return rows.map((row) =>
    Object.fromEntries(row.map((cell, index) => [columns[index]!, typeof cell === 'object' ? jsonNumber(cell) : cell])),
  );
}

/** Explanation in Dutch of a table and of each of its columns, as on the data page. */
export interface TableText {
  readonly uitleg: string;
  readonly kolommen: Readonly<Record<string, string>>;
}

const FILE = inProject('content/pages/data.11tydata.json');

/** The explanations by table name. The page and the files use the same ones, so writers change them in one place. */
export function readTableTexts(): Readonly<Record<string, TableText>> {
  return (JSON.parse(fs.readFileSync(FILE, 'utf8')) as { bestanden: Record<string, TableText> }).bestanden;
}

const COUNTS: ReadonlySet<string> = new Set([
  'van_toepassing',
  'bekend',
  'behaald',
  'deels_behaald',
  'niet_behaald',
  'niet_beoordeeld',
  'niet_openbaar',
  'niet_van_toepassing',
  'punten',
  'vooruit',
  'achteruit',
  'gelijk',
  'cellen',
  'nieuw',
  'vervallen',
  'niet_vergelijkbaar',
  'een_norm',
  'niet_bekend',
]);

const PERCENTAGES: ReadonlySet<string> = new Set([
  'percentage',
  'ondergrens',
  'bovengrens',
  'dekking',
  'gerapporteerd',
  'percentage_van',
  'percentage_naar',
]);

/** The type of a column's cells. */
function columnKind(column: string): 'count' | 'percentage' | 'difference' | 'text' {
  if (COUNTS.has(column)) return 'count';
  if (PERCENTAGES.has(column)) return 'percentage';
  return column === 'verschil' ? 'difference' : 'text';
}

const DECIMAL = { base: 'decimal', format: { decimalChar: ',' } };

const DATATYPES = {
  count: 'nonNegativeInteger',
  percentage: { ...DECIMAL, minimum: 0, maximum: 100 },
  difference: { ...DECIMAL, minimum: -100, maximum: 100 },
  text: 'string',
};

/** Columns that identify a row: together they are unique. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  resultaten: ['norm', 'meting', 'ambitiepunt', 'organisatie'],
  cijfers: ['norm', 'meting', 'bereik', 'thema', 'ambitiepunt', 'organisatie'],
  wijzigingen: ['norm', 'van', 'naar', 'bereik', 'thema', 'organisatie'],
  vergelijking: ['van', 'naar', 'bereik', 'thema', 'organisatie'],
};

/** Columns that are never empty. */
const REQUIRED: ReadonlySet<string> = new Set([
  'norm',
  'meting',
  'datum',
  'status',
  'bereik',
  'van',
  'naar',
  'punten',
  'vooruit',
  'achteruit',
  'gelijk',
]);

function isRequired(table: string, column: string): boolean {
  return REQUIRED.has(column) || (table === 'resultaten' && (column === 'ambitiepunt' || column === 'organisatie'));
}

export function metadataName(table: string): string {
  return `${table}.csv-metadata.json`;
}

/**
 * CSV on the Web metadata of a table: the format of its file, and the meaning of each column (W3C, tabular metadata).
 */
export function csvwMetadata({ name, columns }: Table, text: TableText, title: string): string {
  return `${JSON.stringify(
    {
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
      url: `${name}.csv`,
      'dc:title': `${title}: ${name}`,
      'dc:description': text.uitleg,
      'dc:license': { '@id': 'http://creativecommons.org/publicdomain/zero/1.0/' },
      // Everything is stated, since programs differ in their defaults: a cell may begin with # or a space.
      dialect: {
        encoding: 'utf-8',
        delimiter: ';',
        lineTerminators: ['\r\n'],
        quoteChar: '"',
        doubleQuote: true,
        header: true,
        headerRowCount: 1,
        commentPrefix: null,
        skipBlankRows: false,
        skipInitialSpace: false,
        trim: false,
      },
      tableSchema: {
        columns: columns.map((column) => ({
          name: column,
          titles: column,
          'dc:description': text.kolommen[column] ?? '',
          datatype: DATATYPES[columnKind(column)],
          ...(isRequired(name, column) ? { required: true } : {}),
        })),
        primaryKey: KEYS[name],
      },
    },
    null,
    2,
  )}\n`;
}
