import type { ChartCell } from '../charts/figure.ts';
import { chartsOf } from '../charts/of-report.ts';
import type { ReportContext } from '../context.ts';
import type { OutputFile } from './downloads.ts';
import { toCsv } from './table.ts';

function textOf(cell: string | ChartCell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** The table of each chart, to take along. */
export function chartTables(context: ReportContext): OutputFile[] {
  return chartsOf(context).map(({ id, table }) => ({
    path: `${context.at.chart(id).slice(1)}gegevens.csv`,
    content: toCsv({ name: id, columns: table.head, rows: table.rows.map((row) => row.map(textOf)) }),
  }));
}
