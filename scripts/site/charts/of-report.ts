import { VARIANTS } from '../../charts/chart.ts';
import type { ChartJob, Drawing } from '../../charts/drawing.ts';
import { applicable, type StatusCounts, unknown } from '../../compute/cells.ts';
import { compare } from '../../model/fraction.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { roseSentence, roundsSentence } from '../../format/chart-sentence.ts';
import { unknownText } from '../../format/sentence.ts';
import type { Edition } from '../../model/edition.ts';
import { memo } from '../../model/memo.ts';
import type { Ambition, Theme } from '../../model/norm.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { changeOf } from '../views/change.ts';
import { participations } from '../views/participation.ts';
import { countsText } from '../views/score.ts';
import { comparisonChart } from './comparison.ts';
import type { ChartFigure, ChartRole } from './figure.ts';
import { editionContext } from './edition.ts';
import { flowChart } from './flow.ts';
import { matrixChart } from './matrix.ts';
import { progressChart } from './progress.ts';
import { shareChart, sharePart } from './shares.ts';
import { sparkDrawing } from './spark.ts';

/** Progress of a whole norm. */
function normProgress(context: ReportContext, norm: NormContext): ChartFigure | null {
  return progressChart(context, norm, {
    scope: { kind: 'total' },
    id: '',
    title: `Voortgang van norm ${norm.norm.version}`,
    shownOn: context.to.norm(norm.norm.version),
  });
}

/** Progress within one theme. */
function themeProgress(context: ReportContext, norm: NormContext, { id, title }: Theme): ChartFigure | null {
  return progressChart(context, norm, {
    scope: { kind: 'theme', theme: id },
    id: `thema-${id}-`,
    title: `${title}: voortgang in norm ${norm.norm.version}`,
    shownOn: context.to.theme(norm.norm.version, id),
  });
}

/** Progress of one organisation in one norm. */
function organisationProgress(
  context: ReportContext,
  norm: NormContext,
  { id, name }: Organisation,
): ChartFigure | null {
  return progressChart(context, norm, {
    scope: { kind: 'organisation', organisation: id },
    id: `organisatie-${id}-`,
    title: `${name}: voortgang in norm ${norm.norm.version}`,
    shownOn: context.to.organisation(id),
  });
}

/** Themes of a norm in one round. */
function themeShares(context: ReportContext, norm: NormContext, round: RoundFigures): ChartFigure | null {
  return shareChart(context, norm, round, {
    id: `meting-${round.round.id}-themas`,
    role: 'themes',
    title: `Resultaten per thema, ${round.round.title}`,
    head: 'Thema',
    parts: norm.norm.themes.flatMap(({ id, title }) => sharePart(norm, round, { kind: 'theme', theme: id }, title)),
    shownOn: context.to.round(norm.norm.version, round.round.id),
  });
}

/** Participants of a norm in one round; its sentence says of whom the percentage rose. */
function organisationShares(context: ReportContext, norm: NormContext, round: RoundFigures): ChartFigure | null {
  return shareChart(context, norm, round, {
    id: `meting-${round.round.id}-organisaties`,
    role: 'organisations',
    title: `Resultaten per organisatie, ${round.round.title}`,
    head: 'Organisatie',
    parts: norm.norm.participants.flatMap(({ organisation }) =>
      sharePart(norm, round, { kind: 'organisation', organisation }, context.organisation(organisation).name),
    ),
    shownOn: context.to.round(norm.norm.version, round.round.id),
    sentence: roseOf(context, norm, round),
  });
}

function roseOf(context: ReportContext, norm: NormContext, { round }: RoundFigures): string | undefined {
  const change = changeOf(norm, round);
  const moved = (change?.scopes ?? []).flatMap(({ scope, difference }) =>
    scope.kind === 'organisation' && difference
      ? [{ name: context.organisation(scope.organisation).name, difference }]
      : [],
  );
  const rose = moved.filter(({ difference }) => difference.numerator > 0n);
  const best = rose.reduce<(typeof rose)[number] | null>(
    (most, each) => (!most || compare(each.difference, most.difference) > 0 ? each : most),
    null,
  );
  const most = rose
    .filter(({ difference }) => best !== null && compare(difference, best.difference) === 0)
    .map(({ name }) => name);
  return change && moved.length > 0 ? roseSentence(rose.length, moved.length, most, change.from.title) : undefined;
}

/** Participants within one theme, in one round. */
function themeOrganisationShares(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures,
  { id, title }: Theme,
): ChartFigure | null {
  return shareChart(context, norm, round, {
    id: `meting-${round.round.id}-thema-${id}`,
    role: 'organisations',
    title: `${title}: resultaten per organisatie, ${round.round.title}`,
    head: 'Organisatie',
    parts: norm.norm.participants.flatMap(({ organisation }) =>
      sharePart(
        norm,
        round,
        { kind: 'theme-organisation', theme: id, organisation },
        context.organisation(organisation).name,
      ),
    ),
    shownOn: context.to.theme(norm.norm.version, id),
  });
}

/** Themes of one organisation, in one round. */
function organisationThemeShares(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures,
  { id, name }: Organisation,
): ChartFigure | null {
  return shareChart(context, norm, round, {
    id: `meting-${round.round.id}-organisatie-${id}`,
    role: 'themes',
    title: `${name}: resultaten per thema, ${round.round.title}`,
    head: 'Thema',
    parts: norm.norm.themes.flatMap((theme) =>
      sharePart(norm, round, { kind: 'theme-organisation', theme: theme.id, organisation: id }, theme.title),
    ),
    shownOn: context.to.organisation(id),
  });
}

/** The rounds of one point, each a bar. */
function ambitionShares(context: ReportContext, norm: NormContext, ambition: Ambition): ChartFigure | null {
  const rounds = norm.figures.rounds.filter((round) => norm.index(round).byAmbition.has(ambition.id));
  const last = rounds.at(-1);
  const parts = rounds.flatMap((round) =>
    sharePart(norm, round, { kind: 'ambition', ambition: ambition.id, theme: ambition.theme }, round.round.title),
  );
  return last
    ? shareChart(context, norm, last, {
        id: `punt-${ambition.id}`,
        role: 'results',
        title: `Resultaten per meting: ${ambition.title}`,
        head: 'Meting',
        parts,
        shownOn: context.to.ambition(norm.norm.version, ambition.id),
        sentence: roundsSentence(parts.map(({ label, counts }) => ({ title: label, text: shareText(norm, counts) }))),
      })
    : null;
}

function shareText({ norm }: NormContext, counts: StatusCounts): string {
  return applicable(counts) === 0
    ? 'niet van toepassing'
    : [countsText(norm, counts), ...(unknown(counts) > 0 ? [unknownText(unknown(counts))] : [])].join('; ');
}

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

/** A chart of an edition, with the report as it was then. */
interface EditionChart {
  readonly edition: Edition;
  readonly then: ReportContext;
  readonly chart: ChartFigure;
}

/** The charts of norms and rounds as they were in each edition, under the ids that they have now. */
export const editionChartsOf = memo((context: ReportContext): readonly EditionChart[] =>
  context.report.data.editions.flatMap((edition) => {
    const then = editionContext(context, edition);
    return then.norms
      .flatMap((norm) => [
        normProgress(then, norm),
        ...norm.figures.rounds.flatMap((round) => [
          themeShares(then, norm, round),
          organisationShares(then, norm, round),
        ]),
      ])
      .flatMap((chart) => (chart === null ? [] : [{ edition, then, chart }]));
  }),
);

/** The address of a chart in the newest edition that has it, where it keeps its figures; null where none has. */
export function chartForever(context: ReportContext, id: string): string | null {
  const found = editionChartsOf(context).findLast(({ chart }) => chart.id === id);
  return found ? found.then.to.chart(id) : null;
}

/** Every chart of a report, now and in each edition, with where it belongs. */
export function allCharts(context: ReportContext): { readonly chart: ChartFigure; readonly at: ReportContext['at'] }[] {
  return [
    ...chartsOf(context).map((chart) => ({ chart, at: context.at })),
    ...editionChartsOf(context).map(({ chart, then }) => ({ chart, at: then.at })),
  ];
}

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
    ...allCharts(context).flatMap(({ chart }) => VARIANTS.map((variant) => chart.drawing(variant))),
    ...sparksOf(context),
  ];
}

/** The same as work for a thread; the data of each chart once. */
export function chartJobs(context: ReportContext): ChartJob[] {
  return [
    ...allCharts(context).map(({ chart, at }): ChartJob => ({
      kind: chart.kind,
      datasets: chart.datasets(),
      drawings: VARIANTS.map((variant) => ({ id: chart.drawing(variant).id, variant })),
      files: {
        folder: at.chart(chart.id).slice(1),
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
