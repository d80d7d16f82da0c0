import { chartsOf } from '../charts/of-report.ts';
import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { chartView } from '../views/chart.ts';
import { inProgressSentence } from '../views/round-in-progress.ts';

/** One chart alone, to embed elsewhere. */
export const chartPages: PageKind<ReportContext> = {
  name: 'chart',
  entries: (context) =>
    chartsOf(context).map((chart) => ({
      address: context.at.chart(chart.id),
      title: chart.title,
      parent: null,
      description: chart.sentence,
      listed: false,
      report: context,
      view: () => ({
        chart: chartView(context, chart),
        inProgress: inProgressSentence(context, context.norm(chart.version)!),
        back: chart.shownOn,
      }),
    })),
};

/** One page for every chart with tooltips and a choice of what to see; which one stands behind `?` in its address. */
export const interactiveChartPages: PageKind<ReportContext> = {
  name: 'interactiveChart',
  entries: (context) =>
    chartsOf(context).length === 0
      ? []
      : [
          {
            address: context.at.interactiveChart,
            title: 'Interactieve grafiek',
            parent: null,
            description: 'Een grafiek met uitleg bij elk deel, en een keuze wat u wilt zien.',
            listed: false,
            report: context,
            view: () => ({ back: context.to.home }),
          },
        ],
};
