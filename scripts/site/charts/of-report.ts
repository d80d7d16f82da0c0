import { VARIANTS } from '../../charts/chart.ts';
import type { ChartJob, Drawing } from '../../charts/drawing.ts';
import { asSentence } from '../../format/sentence.ts';
import type { Edition } from '../../model/edition.ts';
import { memo } from '../../model/memo.ts';
import type { ReportContext } from '../context.ts';
import { scopePath } from '../views/figure.ts';
import { lineForever } from '../views/said.ts';
import { sourceViews } from '../views/source.ts';
import { chartsOfNorm, wholeNormCharts } from './norm.ts';
import { editionContext } from './edition.ts';
import { pointsChart, stepsChart } from './comparison.ts';
import { versionId, type ChartFigure, type ChartRole } from './figure.ts';

/** Every chart of a report, each made once, on first use. */
export const chartsOf = memo((context: ReportContext): readonly ChartFigure[] =>
  [
    ...context.norms.flatMap((norm) => chartsOfNorm(context, norm)),
    ...context.report.comparisons.flatMap((comparison) => [
      pointsChart(context, comparison),
      stepsChart(context, comparison, 'theme'),
      stepsChart(context, comparison, 'organisation'),
    ]),
  ].filter((chart) => chart !== null),
);

/** A chart of an edition, with the report as it was then. */
interface EditionChart {
  readonly edition: Edition;
  readonly then: ReportContext;
  readonly chart: ChartFigure;
}

/** Charts of norms and rounds as they were in each edition, under the ids that they have now. */
export const editionChartsOf = memo((context: ReportContext): readonly EditionChart[] =>
  context.report.data.editions.flatMap((edition) => {
    const then = editionContext(context, edition);
    return then.norms
      .flatMap((norm) => wholeNormCharts(then, norm))
      .flatMap((chart) => (chart === null ? [] : [{ edition, then, chart }]));
  }),
);

/**
 * Permanent place of a chart's figures, in the newest edition that has them: the same chart, or else the line of the
 * set that it shows; for a comparison of norms, the edition itself. Null where no edition has them.
 */
export function chartForever(context: ReportContext, { id, version, subject }: ChartFigure): string | null {
  const same = editionChartsOf(context).findLast(({ chart }) => chart.id === id);
  if (same) return same.then.to.chart(id);
  if (subject) return lineForever(context, version, subject.round, scopePath(subject.scope));
  const edition = context.report.data.editions.findLast(({ norms }) =>
    norms.some((norm) => norm.version === version && norm.rounds.length > 0),
  );
  return edition ? context.to.edition(edition.id) : null;
}

/** Every chart of a report, now and in each edition, with the addresses of where it belongs. */
export function allCharts(context: ReportContext): { readonly chart: ChartFigure; readonly at: ReportContext['at'] }[] {
  return [
    ...chartsOf(context).map((chart) => ({ chart, at: context.at })),
    ...editionChartsOf(context).map(({ chart, then }) => ({ chart, at: then.at })),
  ];
}

/** A former address of a chart, and the page that now says what the chart showed. */
export interface FormerChart {
  readonly id: string;
  readonly title: string;
  readonly page: string;
}

/**
 * Charts of an ambition, of a matrix and of a single figure no longer exist: their addresses redirect. See decision
 * 0101.
 */
export function formerCharts(context: ReportContext): FormerChart[] {
  const there = new Set(chartsOf(context).map(({ id }) => id));
  const { to } = context;
  return context.norms
    .flatMap(({ norm, figures }): FormerChart[] => {
      const { version } = norm;
      const key = `norm-${versionId(version)}-`;
      if (figures.rounds.length === 0) return [];
      const progress = [
        { id: `${key}voortgang`, title: `Norm ${version}`, page: to.norm(version), scope: 'total' },
        ...norm.participants.map(({ organisation }) => ({
          id: `${key}organisatie-${organisation}-voortgang`,
          title: context.organisation(organisation).name,
          page: to.organisation(organisation),
          scope: `organisation:${organisation}`,
        })),
        ...norm.themes.map(({ id, title }) => ({
          id: `${key}thema-${id}-voortgang`,
          title,
          page: to.theme(version, id),
          scope: `theme:${id}`,
        })),
      ].filter(({ scope }) =>
        figures.rounds.some(({ byScope }) => byScope.get(scope)?.lower ?? byScope.get(scope)?.reported),
      );
      return [
        ...progress,
        ...(norm.complete
          ? [
              ...figures.rounds
                .filter(({ cells }) => cells.length > 0)
                .map(({ round }) => ({
                  id: `${key}meting-${round.id}-matrix`,
                  title: round.title,
                  page: to.round(version, round.id),
                })),
              ...norm.ambitions.map(({ id, title }) => ({
                id: `${key}punt-${id}`,
                title,
                page: to.ambition(version, id),
              })),
            ]
          : []),
      ];
    })
    .filter(({ id }) => !there.has(id));
}

function keyOf(page: string, version: string, role: ChartRole): string {
  return `${page} ${version} ${role}`;
}

const chartsByKey = memo(
  (context: ReportContext) =>
    new Map(chartsOf(context).map((chart) => [keyOf(chart.shownOn, chart.version, chart.role), chart])),
);

/** The chart with a role on a page about a norm (the newer one of two); null where there is none. */
export function chartOn(context: ReportContext, page: string, version: string, role: ChartRole): ChartFigure | null {
  return chartsByKey(context).get(keyOf(page, version, role)) ?? null;
}

/** Every drawing in the pages and files of a report. */
export function drawingsOf(context: ReportContext): Drawing[] {
  return allCharts(context).flatMap(({ chart }) => VARIANTS.map((variant) => chart.drawing(variant)));
}

/** The text below the title in every picture that can leave its page. */
function captionOf(context: ReportContext, { title, sentence, weight, key, round, sources }: ChartFigure) {
  const { fictional, region } = context.report.data;
  // A picture that shows no round has the dates of its sources.
  const names = sourceViews(context, sources).map(({ text, detail }) =>
    round === null && detail !== null ? `${text} (${detail})` : text,
  );
  return {
    title,
    lines: [
      fictional ? `Verzonnen voorbeeld: ${region} bestaat niet.` : region,
      sentence,
      weight,
      key,
      round && `Stand per ${round.date}: ${round.link.text}.`,
      asSentence(`Bron: ${names.length > 0 ? names.join('; ') : context.settings.title}`),
    ].filter((line) => line !== null),
  };
}

/** The drawings as work for a thread; each chart's data is included once. */
export function chartJobs(context: ReportContext): ChartJob[] {
  return allCharts(context).map(({ chart, at }) => ({
    kind: chart.kind,
    datasets: chart.datasets(),
    drawings: VARIANTS.map((variant) => ({ id: chart.drawing(variant).id, variant })),
    files: {
      folder: at.chart(chart.id).slice(1),
      caption: captionOf(context, chart),
      sentence: chart.sentence,
      page: chart.shownOn,
    },
  }));
}
