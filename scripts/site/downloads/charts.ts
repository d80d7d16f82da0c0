import { chartsOf } from '../charts/of-report.ts';
import type { ReportContext } from '../context.ts';
import type { OutputFile } from './downloads.ts';
import { toCsv } from './table.ts';

/** The table of each chart, to take along. */
export function chartTables(context: ReportContext): OutputFile[] {
  return chartsOf(context).map(({ id, table: { head, rows } }) => ({
    path: `${context.at.chart(id).slice(1)}gegevens.csv`,
    content: toCsv({ columns: head, rows }),
  }));
}
