import { dateText } from '../../format/date.ts';
import { asSentence } from '../../format/sentence.ts';
import { chartsOf, editionChartsOf, formerCharts } from '../charts/of-report.ts';
import type { ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { chartView } from '../views/chart.ts';
import { inProgressSentence } from '../views/notice.ts';
import { editionTitle } from '../views/said.ts';

/** A page with one chart alone, to embed elsewhere. */
export function chartPages(context: ReportContext): PageItem[] {
  return chartsOf(context).map(
    (chart) =>
      new PageItem(context, { address: context.at.chart(chart.id), parent: null, chart, back: chart.shownOn }, () => ({
        chart: chartView(context, chart),
        inProgress: inProgressSentence(context, context.norm(chart.version)!),
      })),
  );
}

/** Chart pages of each edition, where the figures never change. */
export function editionChartPages(context: ReportContext): PageItem[] {
  return editionChartsOf(context).map(
    ({ chart, then, edition }) =>
      new PageItem(
        context,
        { address: then.at.chart(chart.id), parent: null, chart, back: chart.shownOn, day: dateText(edition.id) },
        () => ({
          chart: { ...chartView(then, chart), interactive: null, cite: null },
          citation: [
            `${edition.publisher}, ${editionTitle(edition)}, editie van ${dateText(edition.id)}.`,
            `${asSentence(chart.title)} ${chart.sentence}`,
            `${context.settings.address}${then.at.chart(chart.id)}`,
          ].join(' '),
        }),
      ),
  );
}

/** Former addresses of charts: redirect to the page that says what the chart showed. */
export function formerChartPages(context: ReportContext): PageItem[] {
  return formerCharts(context).map(
    ({ id, title, page }) =>
      new PageItem(
        context,
        { address: context.at.chart(id), parent: null, formerTitle: title, id, back: page },
        () => ({ page, title, data: context.to.data }),
      ),
  );
}

/**
 * One page for all interactive charts, with tooltips and a choice of what to see. The part after `?` in its address
 * says which chart.
 */
export function interactiveChartPages(context: ReportContext): PageItem[] {
  return chartsOf(context).length === 0
    ? []
    : [
        new PageItem(context, { address: context.at.interactiveChart, parent: null, back: context.to.home }, () => ({
          back: context.to.home,
        })),
      ];
}
