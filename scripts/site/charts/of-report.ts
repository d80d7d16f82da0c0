import { VARIANTS } from '../../charts/chart.ts';
import type { ChartJob, Drawing } from '../../charts/drawing.ts';
import { memo } from '../../model/memo.ts';
import type { ReportContext } from '../context.ts';
import { participations } from '../views/participation.ts';
import { comparisonChart } from './comparison.ts';
import type { ChartFigure, ChartRole } from './figure.ts';
import { flowChart } from './flow.ts';
import { matrixChart } from './matrix.ts';
import { sparkDrawing } from './spark.ts';
import {
  ambitionShares,
  normProgress,
  organisationProgress,
  organisationShares,
  organisationThemeShares,
  themeOrganisationShares,
  themeProgress,
  themeShares,
} from './subjects.ts';

/** Every chart that some page of a report shows, each once; made when it is first asked for. */
export const chartsOf = memo((context: ReportContext): readonly ChartFigure[] => {
  const organisations = participations(context).map(({ organisation }) => organisation);
  const ofNorms = context.norms.flatMap((norm) => [
    normProgress(context, norm),
    ...norm.norm.themes.flatMap((theme) => [
      themeProgress(context, norm, theme),
      norm.latest && themeOrganisationShares(context, norm, norm.latest, theme),
    ]),
    ...organisations
      .filter(({ id }) => norm.norm.participants.some(({ organisation }) => organisation === id))
      .flatMap((organisation) => [
        organisationProgress(context, norm, organisation),
        norm.latestWithCells && organisationThemeShares(context, norm, norm.latestWithCells, organisation),
      ]),
    ...norm.figures.rounds.flatMap((round) => [
      themeShares(context, norm, round),
      organisationShares(context, norm, round),
      matrixChart(context, norm, round),
    ]),
    ...norm.norm.ambitions.map((ambition) => ambitionShares(context, norm, ambition)),
  ]);
  const ofComparisons = context.report.comparisons.flatMap((comparison) => [
    flowChart(context, comparison),
    comparisonChart(context, comparison, 'theme'),
    comparisonChart(context, comparison, 'organisation'),
  ]);
  return [...ofNorms, ...ofComparisons].filter((chart) => chart !== null);
});

function keyOf(page: string, version: string, role: ChartRole): string {
  return `${page} ${version} ${role}`;
}

const chartsByKey = memo(
  (context: ReportContext) =>
    new Map(chartsOf(context).map((chart) => [keyOf(chart.shownOn, chart.version, chart.role), chart])),
);

/** The chart that a page shows in some role about a norm, the newer one of two; null where there is none. */
export function chartOn(context: ReportContext, page: string, version: string, role: ChartRole): ChartFigure | null {
  return chartsByKey(context).get(keyOf(page, version, role)) ?? null;
}

function sparksOf(context: ReportContext): Drawing[] {
  return context.norms.flatMap((norm) =>
    norm.norm.participants.flatMap(({ organisation }) => sparkDrawing(context, norm, organisation) ?? []),
  );
}

/** Every drawing in the pages and files of a report. */
export function drawingsOf(context: ReportContext): Drawing[] {
  return [
    ...chartsOf(context).flatMap((chart) => VARIANTS.map((variant) => chart.drawing(variant))),
    ...sparksOf(context),
  ];
}

/** The same as work for a thread; the data of each chart once. */
export function chartJobs(context: ReportContext): ChartJob[] {
  return [
    ...chartsOf(context).map((chart): ChartJob => ({
      kind: chart.kind,
      datasets: chart.datasets(),
      drawings: VARIANTS.map((variant) => ({ id: chart.drawing(variant).id, variant })),
      files: {
        folder: context.at.chart(chart.id).slice(1),
        title: chart.title,
        sentence: chart.sentence,
        page: chart.shownOn,
      },
    })),
    ...sparksOf(context).map(({ kind, id, variant, datasets }): ChartJob => ({
      kind,
      datasets,
      drawings: [{ id, variant }],
      files: null,
    })),
  ];
}
