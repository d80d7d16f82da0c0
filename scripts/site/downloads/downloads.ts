import type { Report } from '../../compute/report.ts';
import { groupBy } from '../../model/group.ts';
import { memo } from '../../model/memo.ts';
import { allCharts } from '../charts/of-report.ts';
import type { Norm } from '../../model/norm.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { ReportAddresses } from '../addresses.ts';
import { inContractWords, type ReportContext } from '../context.ts';
import { reportJsonSchema } from './json-format.ts';
import { reportJson } from './json.ts';
import { participations } from '../views/participation.ts';
import { toCsv, type Table } from './table.ts';
import { openTable } from './open-table.ts';
import { changesTable, comparisonTable, figuresTable, resultsTable } from './tables.ts';

/** A file of the site, at a path relative to its output folder. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/**
 * The tables of a report, in the order in which the site explains them. Made once, since several files and pages use
 * them.
 */
export const tablesOf = memo((report: Report): readonly Table[] => [
  resultsTable(report),
  figuresTable(report),
  changesTable(report),
  comparisonTable(report),
]);

/** All downloads of one report, under `<pad>data/`. */
export function downloadsOf(report: Report): OutputFile[] {
  const folder = `${report.data.path.slice(1)}data/`;
  const tables = tablesOf(report);
  return [
    ...tables.map((table) => ({ path: `${folder}${table.name}.csv`, content: toCsv(table) })),
    { path: `${folder}rapport.json`, content: reportJson(report, tables) },
    { path: `${folder}rapport.schema.json`, content: reportJsonSchema() },
  ];
}

/** File with an organisation's results, under the address of its page: its own rows of `resultaten.csv`. */
const OWN_RESULTS = 'resultaten.csv';

/** The address of that file, as an address or a link, depending on `of`. */
export function organisationFile(of: ReportAddresses, { id }: Pick<Organisation, 'id'>): string {
  return `${of.organisation(id)}${OWN_RESULTS}`;
}

/** The results of each organisation, in all norms and rounds. */
export function organisationTables(context: ReportContext): OutputFile[] {
  const { columns, rows } = tablesOf(context.report).find(({ name }) => name === 'resultaten')!;
  const byOrganisation = groupBy(rows, (row) => row[columns.indexOf('organisatie')]);
  return participations(context).map(({ organisation }) => ({
    path: organisationFile(context.at, organisation).slice(1),
    content: toCsv({ columns, rows: byOrganisation.get(organisation.id) ?? [] }),
  }));
}

/** The address of the file with what is open in a norm, as an address or a link, depending on `of`. */
export function openFile(of: ReportAddresses, { version }: Pick<Norm, 'version'>): string {
  return `${of.open(version)}open.csv`;
}

/** What is open in each norm with published results. */
export function openFiles(context: ReportContext): OutputFile[] {
  return context.norms
    .filter(({ latestWithCells }) => latestWithCells !== null)
    .map((norm) => ({
      path: openFile(context.at, norm.norm).slice(1),
      content: toCsv(openTable(context.report.norms, norm)),
    }));
}

/** The table of each chart, for download. As in all data, the words are those of the contract. */
export function chartTables(context: ReportContext): OutputFile[] {
  return allCharts(inContractWords(context)).map(({ chart, at }) => ({
    path: `${at.chart(chart.id).slice(1)}gegevens.csv`,
    content: toCsv({ columns: chart.table.head, rows: chart.table.rows }),
  }));
}

/** Name, without extension, of the files that hold all tables of a report (`version` is null) or of one norm. */
export function bundleName(version: string | null): string {
  return version === null ? 'rapport' : `norm-${version}`;
}
