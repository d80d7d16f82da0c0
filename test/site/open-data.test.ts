import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { realExample } from '../support/real-example.ts';
import { builtSite } from '../support/site.ts';

const folders = [
  path.join(await builtSite(), 'data'),
  path.join(await builtSite(), 'voorbeeld/data'),
  path.join(await realExample(), 'data'),
];
const TABLES = ['resultaten', 'cijfers', 'wijzigingen', 'vergelijking'];

interface Column {
  readonly name: string;
  readonly titles: string;
  readonly 'dc:description': string;
  readonly datatype:
    | string
    | {
        readonly base: string;
        readonly format: { readonly decimalChar: string };
        readonly minimum: number;
        readonly maximum: number;
      };
  readonly required?: true;
}

interface Metadata {
  readonly '@context': unknown;
  readonly url: string;
  readonly dialect: Readonly<Record<string, unknown>>;
  readonly tableSchema: { readonly columns: readonly Column[]; readonly primaryKey: readonly string[] };
}

function metadataOf(folder: string, table: string): Metadata {
  return JSON.parse(fs.readFileSync(path.join(folder, `${table}.csv-metadata.json`), 'utf8')) as Metadata;
}

/** Parses rows as their own metadata prescribes; strict about quotes, columns and line ends. */
function rowsOf(folder: string, table: string): string[][] {
  const { url, dialect } = metadataOf(folder, table);
  assert.is(dialect.encoding, 'utf-8');
  return parse(fs.readFileSync(path.join(folder, url)), {
    bom: true,
    delimiter: String(dialect.delimiter),
    quote: String(dialect.quoteChar),
    escape: '"',
    record_delimiter: dialect.lineTerminators as string[],
    relax_quotes: false,
    relax_column_count: false,
    skip_empty_lines: false,
    trim: false,
  });
}

/** The value of a cell according to CSV on the Web: W3C, Model for Tabular Data, parsing cells. */
function isValid(cell: string, { datatype, required }: Column): boolean {
  if (cell === '') return required !== true;
  if (datatype === 'string') return true;
  if (datatype === 'nonNegativeInteger') return /^\d+$/.test(cell);
  if (
    typeof datatype === 'string' ||
    datatype.base !== 'decimal' ||
    datatype.format.decimalChar !== ',' ||
    !/^-?\d+(?:,\d{1,4})?$/.test(cell)
  )
    return false;
  const value = Number(cell.replace(',', '.'));
  return value >= datatype.minimum && value <= datatype.maximum;
}

test('a strict reader reads every CSV file, with as many cells in each row as in the header', () => {
  for (const folder of folders) for (const table of TABLES) assert.ok(rowsOf(folder, table).length >= 1);
});

test('the metadata of each CSV file is true: its columns, their types, what is never empty, and a unique key', () => {
  for (const folder of folders)
    for (const table of TABLES) {
      const metadata = metadataOf(folder, table);
      const { columns, primaryKey } = metadata.tableSchema;
      const [head = [], ...rows] = rowsOf(folder, table);
      assert.equal(metadata['@context'], ['http://www.w3.org/ns/csvw', { '@language': 'nl' }]);
      assert.is(metadata.url, `${table}.csv`);
      assert.equal(
        columns.map(({ titles }) => titles),
        head,
      );
      assert.is(new Set(columns.map(({ name }) => name)).size, columns.length);
      assert.ok(columns.every(({ name }) => /^[A-Za-z][A-Za-z0-9_]*$/.test(name)));
      assert.equal(
        columns.filter((column) => column['dc:description'].trim() === '').map(({ name }) => name),
        [],
      );
      const wrong = rows.flatMap((row, index) =>
        row.flatMap((cell, at) =>
          isValid(cell, columns[at]!) ? [] : [`${table}.csv ${index + 2} ${head[at]}: "${cell}"`],
        ),
      );
      assert.equal(wrong, []);
      const keys = rows.map((row) => JSON.stringify(primaryKey.map((name) => row[head.indexOf(name)])));
      assert.is(new Set(keys).size, keys.length, table);
    }
});

test('the zip holds the same CSV files as are published next to it, with their metadata', () => {
  for (const folder of folders) {
    const files = unzipSync(fs.readFileSync(path.join(folder, 'rapport.zip')));
    assert.equal(
      Object.keys(files).sort(),
      TABLES.flatMap((table) => [`${table}.csv`, `${table}.csv-metadata.json`]).sort(),
    );
    for (const [name, content] of Object.entries(files))
      assert.ok(Buffer.from(content).equals(fs.readFileSync(path.join(folder, name))), name);
  }
});

test('the zip of one norm holds the rows of that norm and no others', () => {
  const all = rowsOf(folders[1]!, 'cijfers');
  for (const version of ['1.0', '2.0']) {
    const files = unzipSync(fs.readFileSync(path.join(folders[1]!, `norm-${version}.zip`)));
    const rows = parse(Buffer.from(files['cijfers.csv']!), { bom: true, delimiter: ';', record_delimiter: '\r\n' });
    assert.equal(rows, [all[0], ...all.slice(1).filter(([norm]) => norm === version)]);
  }
});

/** The cells of each sheet of a workbook, read by the standard alone. */
function sheetsOf(file: string): Map<string, { head: string[]; rows: (string | number)[][] }> {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(fs.readFileSync(file))).map(([name, content]) => [name, strFromU8(content)]),
  );
  function text(xml: string) {
    return xml
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
      .replace(/_x005F_/g, '_');
  }
  const shared = [...parts['xl/sharedStrings.xml']!.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => text(item!));
  const names = [...parts['xl/workbook.xml']!.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name!);
  return new Map(
    names.map((name, index) => {
      const lines = [...parts[`xl/worksheets/sheet${index + 1}.xml`]!.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(
        ([, row]) => {
          const cells: (string | number)[] = [];
          for (const [, letters, attributes, value] of row!.matchAll(
            /<c r="([A-Z]+)\d+"([^>]*)><v>([^<]*)<\/v><\/c>/g,
          )) {
            const at = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
            cells[at] = attributes!.includes('t="s"') ? shared[Number(value)]! : Number(value);
          }
          return cells;
        },
      );
      return [name, { head: lines[0] as string[], rows: lines.slice(1) }];
    }),
  );
}

test('the workbook says the same as the CSV files, cell by cell, with numbers as numbers and texts as texts', () => {
  for (const folder of folders) {
    const sheets = sheetsOf(path.join(folder, 'rapport.xlsx'));
    assert.equal([...sheets.keys()], ['uitleg', ...TABLES]);
    for (const table of TABLES) {
      const [head = [], ...rows] = rowsOf(folder, table);
      const { columns } = metadataOf(folder, table).tableSchema;
      const sheet = sheets.get(table)!;
      assert.equal(sheet.head, head);
      assert.is(sheet.rows.length, rows.length);
      const wrong = rows.flatMap((row, index) =>
        row.flatMap((cell, at) => {
          const isText = columns[at]!.datatype === 'string';
          const expected =
            cell === '' ? undefined : isText ? cell.replace(/^'(?=[=+\-@\t])/, '') : Number(cell.replace(',', '.'));
          return sheet.rows[index]![at] === expected
            ? []
            : [`${table} ${index + 2} ${head[at]}: ${sheet.rows[index]![at]} instead of ${expected}`];
        }),
      );
      assert.equal(wrong, []);
    }
  }
});

test('every column of every sheet is explained on the first one', () => {
  const sheets = sheetsOf(path.join(folders[0]!, 'rapport.xlsx'));
  const explained = new Set(
    sheets
      .get('uitleg')!
      .rows.filter(([, column, meaning]) => column && meaning)
      .map(([sheet, column]) => `${sheet} ${column}`),
  );
  assert.equal(
    TABLES.flatMap((table) => sheets.get(table)!.head.map((column) => `${table} ${column}`)).filter(
      (column) => !explained.has(column),
    ),
    [],
  );
});

test('workbooks and zips do not hold the date of their making', () => {
  for (const folder of folders) {
    for (const name of filesBelow(folder).filter((each) => /\.(?:xlsx|zip)$/.test(each))) {
      const bytes = fs.readFileSync(path.join(folder, name));
      // Time and date start ten bytes into each local header: 1 January 1980 is the number 33.
      assert.is(bytes.readUInt32LE(0), 0x04034b50);
      assert.equal([bytes.readUInt16LE(10), bytes.readUInt16LE(12)], [0, 33], name);
    }
  }
});

test.run();
