import type { ReportContext } from '../context.ts';
import type { Archive } from './archive.ts';
import { catalogue } from './dataset.ts';
import { csvwMetadata, metadataName, readTableTexts, type Table, type TableText, toCsv } from './table.ts';
import { bundleName, tablesOf } from './downloads.ts';

/** A file of the site, at a path relative to its output folder. */
export interface DataFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The rows about one norm; rows of a comparison belong to both of its norms. */
function tablesOfNorm(tables: readonly Table[], version: string): readonly Table[] {
  return tables.map((table) => {
    const columns = (table.columns[0] === 'norm' ? ['norm'] : ['van', 'naar']).map((column) =>
      table.columns.indexOf(column),
    );
    return { ...table, rows: table.rows.filter((row) => columns.some((column) => row[column] === version)) };
  });
}

function explanation(
  title: string,
  fictional: boolean,
  tables: readonly Table[],
  texts: Readonly<Record<string, TableText>>,
): Table {
  return {
    name: 'uitleg',
    columns: ['blad', 'kolom', 'betekenis'],
    rows: [
      [title, null, `${fictional ? 'Verzonnen gegevens. ' : ''}Vrij te gebruiken (CC0).`],
      ...tables.flatMap(({ name, columns }) => [
        [name, null, texts[name]!.uitleg],
        ...columns.map((column) => [name, column, texts[name]!.kolommen[column] ?? null]),
      ]),
    ],
  };
}

/** A workbook and a zip of CSV files, with the files that explain them. */
function bundle(
  name: string,
  title: string,
  {
    fictional,
    tables,
    texts,
  }: { fictional: boolean; tables: readonly Table[]; texts: Readonly<Record<string, TableText>> },
): Archive[] {
  return [
    {
      path: `${name}.xlsx`,
      tables: [explanation(title, fictional, tables, texts), ...tables],
    },
    {
      path: `${name}.zip`,
      files: Object.fromEntries(
        tables.flatMap((table) => [
          [`${table.name}.csv`, toCsv(table)],
          [metadataName(table.name), csvwMetadata(table, texts[table.name]!, title)],
        ]),
      ),
    },
  ];
}

function folderOf({ report: { data } }: ReportContext): string {
  return `${data.path.slice(1)}data/`;
}

/** The files that go with the tables of a report: an explanation of each, and a catalogue. */
export function openDataFiles(context: ReportContext): DataFile[] {
  const { data } = context.report;
  const texts = readTableTexts();
  const files = [
    ...tablesOf(context.report).map((table) => ({
      path: metadataName(table.name),
      content: csvwMetadata(table, texts[table.name]!, data.title),
    })),
    // Catalogues are harvested automatically; made-up data must not end up among real data.
    ...(data.fictional ? [] : [{ path: 'catalogus.jsonld', content: catalogue(context) }]),
  ];
  return files.map(({ path, content }) => ({ path: `${folderOf(context)}${path}`, content }));
}

/** The tables of a report, and those of each of its norms, each as one workbook and one zip. */
export function openDataArchives(context: ReportContext): Archive[] {
  const { title, fictional, norms } = context.report.data;
  const tables = tablesOf(context.report);
  const texts = readTableTexts();
  const archives = [
    ...bundle(bundleName(null), title, { fictional, tables, texts }),
    ...norms.flatMap((norm) =>
      bundle(bundleName(norm.version), `${norm.title} ${norm.version}`, {
        fictional,
        tables: tablesOfNorm(tables, norm.version),
        texts,
      }),
    ),
  ];
  return archives.map((archive) => ({ ...archive, path: `${folderOf(context)}${archive.path}` }));
}
