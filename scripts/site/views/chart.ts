import type { ChartFigure } from '../charts/figure.ts';
import type { ReportContext } from '../context.ts';
import { pictureMark } from '../picture-marks.ts';
import { sourceViews } from './source.ts';

/** A chart as the template shows it. */
export function chartView(context: ReportContext, chart: ChartFigure) {
  const id = `grafiek-${chart.id}`;
  const page = context.to.chart(chart.id);
  return {
    id,
    kind: chart.kind,
    title: chart.title,
    sentence: chart.sentence,
    legend: chart.legend,
    table: chart.table,
    narrow: pictureMark(chart.drawing('narrow'), `${id}-titel`),
    // A matrix is as wide as it has columns: one picture serves every screen, and keeps the page light.
    wide: chart.kind === 'matrix' ? null : pictureMark(chart.drawing('wide'), `${id}-titel`),
    round: chart.round,
    sources: sourceViews(context, chart.sources),
    shownOn: chart.shownOn,
    page,
    csv: `${page}gegevens.csv`,
    svg: `${page}grafiek.svg`,
    specification: `${page}specificatie.json`,
    interactive: `${context.to.interactiveChart}?grafiek=${chart.id}`,
  };
}

export type ChartView = ReturnType<typeof chartView>;

/** The same for a chart that there may not be. */
export function chartViewOf(context: ReportContext, chart: ChartFigure | null): ChartView | null {
  return chart && chartView(context, chart);
}
