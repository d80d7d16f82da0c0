import type { ChartFigure, ChartRole } from '../charts/figure.ts';
import { chartForever, chartOn } from '../charts/of-report.ts';
import type { ReportContext } from '../context.ts';
import { chartMark } from '../charts/marks.ts';
import { sourceViews } from './source.ts';

/** A chart as its template needs it. */
export function chartView(context: ReportContext, chart: ChartFigure) {
  const id = `grafiek-${chart.id}`;
  const page = context.to.chart(chart.id);
  return {
    id,
    kind: chart.kind,
    title: chart.title,
    sentence: chart.sentence,
    weight: chart.weight,
    key: chart.key,
    table: chart.table,
    narrow: chartMark(chart.drawing('narrow'), `${id}-titel`),
    wide: chartMark(chart.drawing('wide'), `${id}-titel`),
    region: context.report.data.region,
    round: chart.round,
    sources: sourceViews(context, chart.sources),
    shownOn: chart.shownOn,
    page,
    cite: chartForever(context, chart),
    csv: `${page}gegevens.csv`,
    svg: `${page}grafiek.svg`,
    specification: `${page}specificatie.json`,
    address: `${context.settings.address}${context.at.chart(chart.id)}`,
    interactive: `${context.to.interactiveChart}?grafiek=${chart.id}`,
  };
}

export type ChartView = ReturnType<typeof chartView>;

/** The chart that `page` shows in a role about a norm; any page may show it too. Null where there is none. */
export function chartViewOn(context: ReportContext, page: string, version: string, role: ChartRole): ChartView | null {
  const chart = chartOn(context, page, version, role);
  return chart && chartView(context, chart);
}
