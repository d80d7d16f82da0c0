import { columnKind, type TableText, type Table } from './table.ts';

const DECIMAL = { base: 'decimal', format: { decimalChar: ',' } };

const DATATYPES = {
  count: 'nonNegativeInteger',
  percentage: { ...DECIMAL, minimum: 0, maximum: 100 },
  difference: { ...DECIMAL, minimum: -100, maximum: 100 },
  text: 'string',
};

/** Columns that say which row it is; together they differ for every row. */
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

/** CSV on the Web metadata of a table: how its file is written, and what each column is. W3C, tabular metadata. */
export function csvwMetadata({ name, columns }: Table, text: TableText, title: string): string {
  return `${JSON.stringify(
    {
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
      url: `${name}.csv`,
      'dc:title': `${title}: ${name}`,
      'dc:description': text.uitleg,
      'dc:license': { '@id': 'http://creativecommons.org/publicdomain/zero/1.0/' },
      // Each is said, since readers differ in what they take for granted: a cell may begin with # or a space.
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
