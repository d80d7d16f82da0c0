import type { ReportContext } from '../context.ts';
import { bundleName } from './bundle.ts';
import { catalogue } from './catalogue.ts';
import { readTableTexts, type TableText } from './columns.ts';
import { csvwMetadata, metadataName } from './csvw.ts';
import { tablesOf } from './downloads.ts';
import { toCsv, type Table } from './table.ts';
import { sheetOf, workbook, type Sheet } from './workbook.ts';
import { zipOf } from './zip.ts';

/** A file of the site, at a path within its output folder. */
export interface DataFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The rows of the tables that are about one norm; those of a comparison stand with both. */
const tablesOfNorm = (tables: readonly Table[], version: string): readonly Table[] => tables.map((table) => {
  const columns = (table.columns[0] === 'norm' ? ['norm'] : ['van', 'naar']).map((column) => table.columns.indexOf(column));
  return { ...table, rows: table.rows.filter((row) => columns.some((column) => row[column] === version)) };
});

const explanation = (title: string, fictional: boolean, tables: readonly Table[], texts: Readonly<Record<string, TableText>>): Sheet => ({
  name: 'uitleg',
  columns: ['blad', 'kolom', 'betekenis'],
  rows: [
    [title, null, `${fictional ? 'Verzonnen gegevens. ' : ''}Vrij te gebruiken (CC0).`],
    ...tables.flatMap(({ name, columns }) => [
      [name, null, texts[name]!.uitleg],
      ...columns.map((column) => [name, column, texts[name]!.kolommen[column] ?? null]),
    ]),
  ],
});

/** One workbook and one zip of CSV files, with what explains them. */
const bundle = (name: string, title: string, { fictional, tables, texts }: { fictional: boolean; tables: readonly Table[]; texts: Readonly<Record<string, TableText>> }): DataFile[] => [
  { path: `${name}.xlsx`, content: workbook([explanation(title, fictional, tables, texts), ...tables.map(sheetOf)]) },
  { path: `${name}.zip`, content: zipOf(Object.fromEntries(tables.flatMap((table) => [
    [`${table.name}.csv`, toCsv(table)], [metadataName(table.name), csvwMetadata(table, texts[table.name]!, title)],
  ]))) },
];

/** What goes with the tables of a report: what they mean, the same in one workbook and one zip, and a catalogue of it all. */
export const openDataFiles = (context: ReportContext): DataFile[] => {
  const { data } = context.report;
  const tables = tablesOf(context.report);
  const texts = readTableTexts();
  const { fictional } = data;
  const files = [
    ...tables.map((table) => ({ path: metadataName(table.name), content: csvwMetadata(table, texts[table.name]!, data.title) })),
    ...bundle(bundleName(null), data.title, { fictional, tables, texts }),
    ...data.norms.flatMap(({ version, title }) =>
      bundle(bundleName(version), `${title} ${version}`, { fictional, tables: tablesOfNorm(tables, version), texts })),
    // A catalogue is there to be harvested; what is made up should not end among real data.
    ...(fictional ? [] : [{ path: 'catalogus.jsonld', content: catalogue(context) }]),
  ];
  const folder = `${data.path.slice(1)}data/`;
  return files.map(({ path, content }) => ({ path: `${folder}${path}`, content }));
};
