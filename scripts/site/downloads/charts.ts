import { standaloneSvg } from '../../charts/svg.ts';
import { cellText } from '../charts/figure.ts';
import type { Drawing } from '../../charts/drawing.ts';
import { chartsOf } from '../charts/of-report.ts';
import type { ReportContext } from '../context.ts';
import type { OutputFile } from './downloads.ts';
import { toCsv } from './table.ts';

/** What can be taken from each chart before it is drawn: its data, and its specification with the data in it. */
export const chartDataFiles = (context: ReportContext): OutputFile[] => chartsOf(context).flatMap((chart) => {
  const folder = context.at.chart(chart.id).slice(1);
  return [
    { path: `${folder}gegevens.csv`, content: toCsv({ name: chart.id, columns: chart.table.head, rows: chart.table.rows.map((row) => row.map(cellText)) }) },
    { path: `${folder}specificatie.json`, content: `${JSON.stringify(chart.specification('wide'))}\n` },
  ];
});

/** The picture of each chart. `svgOf` gives it cleaned, with resolved colours. */
export const pictureFiles = (context: ReportContext, svgOf: (drawing: Drawing) => string): OutputFile[] => chartsOf(context).map((chart) => ({
  path: `${context.at.chart(chart.id).slice(1)}grafiek.svg`,
  content: standaloneSvg(svgOf(chart.drawing('wide')), chart.title, chart.sentence),
}));
