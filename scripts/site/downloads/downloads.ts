import type { Report } from '../../compute/report.ts';
import { memo } from '../../model/memo.ts';
import { allCharts } from '../charts/of-report.ts';
import type { ReportContext } from '../context.ts';
import { reportJsonSchema } from './json-format.ts';
import { reportJson } from './json.ts';
import { toCsv, type Table } from './table.ts';
import { changesTable, comparisonTable, figuresTable, resultsTable } from './tables.ts';

/** A file of the site, at a path within its output folder. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/** The tables of a report, in the order in which they are explained; made once, since several files and pages are made of them. */
export const tablesOf = memo((report: Report): readonly Table[] => [
  resultsTable(report),
  figuresTable(report),
  changesTable(report),
  comparisonTable(report),
]);

/** All that can be downloaded of one report, under `<pad>data/`. */
export function downloadsOf(report: Report): OutputFile[] {
  const folder = `${report.data.path.slice(1)}data/`;
  const tables = tablesOf(report);
  return [
    ...tables.map((table) => ({ path: `${folder}${table.name}.csv`, content: toCsv(table) })),
    { path: `${folder}rapport.json`, content: reportJson(report, tables) },
    { path: `${folder}rapport.schema.json`, content: reportJsonSchema() },
  ];
}

/** The table of each chart, to take along. */
export function chartTables(context: ReportContext): OutputFile[] {
  return allCharts(context).map(({ chart, at }) => ({
    path: `${at.chart(chart.id).slice(1)}gegevens.csv`,
    content: toCsv({ columns: chart.table.head, rows: chart.table.rows }),
  }));
}

/** Name, without extension, of the files that hold all tables of a report, or of one norm. */
export function bundleName(version: string | null): string {
  return version === null ? 'rapport' : `norm-${version}`;
}
