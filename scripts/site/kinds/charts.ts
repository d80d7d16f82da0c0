import { chartsOf } from '../charts/of-report.ts';
import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { chartView } from '../views/chart.ts';

/** One chart alone, to embed elsewhere. */
export const chartPages: PageKind<ReportContext> = {
  name: 'chart',
  entries: (context) => chartsOf(context).map((chart) => ({
    address: context.at.chart(chart.id),
    title: chart.title,
    parent: null,
    description: chart.sentence,
    listed: false,
    report: context,
    view: () => ({ chart: chartView(context, chart) }),
  })),
};

/** The same chart, with tooltips and a choice of what to see. Only here does a page load a script for it. */
export const interactiveChartPages: PageKind<ReportContext> = {
  name: 'interactiveChart',
  entries: (context) => chartsOf(context).map((chart) => ({
    address: `${context.at.chart(chart.id)}interactief/`,
    title: chart.title,
    within: 'interactief',
    parent: null,
    description: chart.sentence,
    listed: false,
    report: context,
    view: () => ({ chart: chartView(context, chart) }),
  })),
};
