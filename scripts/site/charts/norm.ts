import { compare } from '../../model/fraction.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { scopeKey, type Scope } from '../../compute/figures.ts';
import { extremesSentence, progressSentence, roseSentence } from '../../format/chart-sentence.ts';
import { dateText } from '../../format/date.ts';
import { asSentence } from '../../format/sentence.ts';
import { boundsText, percentText, reportedText } from '../../format/number.ts';
import { tallyText } from '../../format/progress.ts';
import type { ReportContext, NormContext } from '../context.ts';
import { changeOf } from '../views/change.ts';
import { countsText } from '../views/score.ts';
import { barChart, barParts, byLowerBound, type BarPart } from './bars.ts';
import { type ChartFigure } from './figure.ts';

/** The figures of one set over the rounds of a norm, newest first; null for fewer than two. */
function progressChart(
  context: ReportContext,
  norm: NormContext,
  scope: Scope,
  { id, title, shownOn }: { readonly id: string; readonly title: string; readonly shownOn: string },
): ChartFigure | null {
  const rounds = norm.figures.rounds.flatMap((round) => {
    const figures = round.byScope.get(scopeKey(scope));
    return figures && (figures.lower || figures.reported) ? [{ round, figures }] : [];
  });
  const last = rounds.at(-1);
  if (!last) return null;
  const moments = rounds.map(({ round, figures: { lower, upper, percentage, reported, counts } }) => ({
    date: round.round.date,
    text: percentage
      ? percentText(percentage)
      : lower && upper
        ? boundsText(lower, upper)
        : reportedText(reported!.percentage),
    reported: lower === null,
    counts: lower && counts && countsText(norm.norm, counts),
  }));
  return barChart(context, norm, last.round, {
    id: `${id}voortgang`,
    role: 'progress',
    scope,
    title,
    head: 'Meting',
    parts: rounds
      .toReversed()
      .flatMap(({ round }) => barParts(context, norm, round, scope, capitalDate(round.round.date))),
    shownOn,
    sentence: progressSentence(moments, norm.norm.statusWords),
  });
}

function capitalDate(date: string): string {
  const text = dateText(date);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Says who is highest and lowest if each has a percentage; otherwise summarises all results together. */
function standSentence(
  norm: NormContext,
  round: RoundFigures,
  scopes: readonly Scope[],
  parts: readonly BarPart[],
): string {
  const computed = parts.filter(({ reported }) => !reported);
  const ranked = computed
    .flatMap(({ label, text, from, lower, upper }) => (from && lower === upper ? [{ name: label, text, from }] : []))
    .sort((a, b) => compare(b.from, a.from));
  const [most, least] = [ranked[0], ranked.at(-1)];
  if (most && least && ranked.length === computed.length) {
    function equalTo({ from }: { readonly from: BarPart['from'] }) {
      return ranked.filter((each) => compare(each.from, from!) === 0);
    }
    return extremesSentence(equalTo(most), equalTo(least), ranked.length);
  }
  const counts = scopes.flatMap((scope) => round.byScope.get(scopeKey(scope))?.counts ?? []);
  function total(status: keyof (typeof counts)[number]) {
    return counts.reduce((sum, each) => sum + each[status], 0);
  }
  const tally = tallyText(
    {
      achieved: total('achieved'),
      partly: total('partly-achieved'),
      notAchieved: total('not-achieved'),
      notAssessed: total('not-assessed'),
      notPublic: total('not-public'),
    },
    norm.norm.statusWords,
  );
  return tally === null
    ? 'Deze cijfers komen van een bron. Wij kunnen ze niet narekenen.'
    : asSentence(`Samen: ${tally}`);
}

function roseOf(context: ReportContext, norm: NormContext, { round }: RoundFigures): string | null {
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
  return change && moved.length > 0 ? roseSentence(rose.length, moved.length, most, change.from.title) : null;
}

/** The subject of a chart of several sets in one round. */
interface StandSubject {
  readonly id: string;
  readonly role: 'themes' | 'organisations';
  readonly scope: Scope;
  readonly title: string;
  readonly shownOn: string;
  readonly sets: readonly { readonly scope: Scope; readonly label: string }[];
  readonly sentence?: string | null;
}

/** How far several sets are in one round: organisations by their lower bound, themes in the order of the norm. */
function standChart(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures,
  { id, role, scope: about, title, shownOn, sets, sentence }: StandSubject,
): ChartFigure | null {
  const own = sets.flatMap(({ scope, label }) => barParts(context, norm, round, scope, label));
  const parts = role === 'organisations' ? own.sort(byLowerBound) : own;
  return barChart(context, norm, round, {
    id: `meting-${round.round.id}-${id}`,
    role,
    scope: about,
    title: `${title}, ${round.round.title}`,
    head: role === 'themes' ? 'Thema' : 'Organisatie',
    parts,
    shownOn,
    sentence:
      sentence ??
      standSentence(
        norm,
        round,
        sets.map(({ scope }) => scope),
        parts,
      ),
  });
}

/** Charts about a norm as a whole: over its rounds, and one for each round. */
export function wholeNormCharts(context: ReportContext, norm: NormContext): (ChartFigure | null)[] {
  const {
    norm: { version, themes, participants },
    figures,
  } = norm;
  const { to } = context;
  const organisations = participants.map(({ organisation }) => context.organisation(organisation));
  return [
    progressChart(
      context,
      norm,
      { kind: 'total' },
      {
        id: '',
        title: `Voortgang van norm ${version}`,
        shownOn: to.norm(version),
      },
    ),
    ...figures.rounds.flatMap((round) => [
      standChart(context, norm, round, {
        id: 'themas',
        role: 'themes',
        scope: { kind: 'total' },
        title: 'Stand per thema',
        shownOn: to.round(version, round.round.id),
        sets: themes.map(({ id, title }) => ({ scope: { kind: 'theme', theme: id }, label: title })),
      }),
      standChart(context, norm, round, {
        id: 'organisaties',
        role: 'organisations',
        scope: { kind: 'total' },
        title: 'Stand per organisatie',
        shownOn: to.round(version, round.round.id),
        sets: organisations.map(({ id, name }) => ({ scope: { kind: 'organisation', organisation: id }, label: name })),
        sentence: norm.norm.complete ? roseOf(context, norm, round) : null,
      }),
    ]),
  ];
}

/** Charts of one norm: those about the whole, and those of each theme and organisation. */
export function chartsOfNorm(context: ReportContext, norm: NormContext): (ChartFigure | null)[] {
  const {
    norm: { version, themes, participants },
    latest,
    latestWithCells,
  } = norm;
  const { to } = context;
  const organisations = participants.map(({ organisation }) => context.organisation(organisation));
  return [
    ...wholeNormCharts(context, norm),
    ...themes.flatMap(({ id, title }) => [
      progressChart(
        context,
        norm,
        { kind: 'theme', theme: id },
        {
          id: `thema-${id}-`,
          title: `${title}: voortgang in norm ${version}`,
          shownOn: to.theme(version, id),
        },
      ),
      latest &&
        standChart(context, norm, latest, {
          id: `thema-${id}`,
          role: 'organisations',
          scope: { kind: 'theme', theme: id },
          title: `${title}: stand per organisatie`,
          shownOn: to.theme(version, id),
          sets: organisations.map((each) => ({
            scope: { kind: 'theme-organisation', theme: id, organisation: each.id },
            label: each.name,
          })),
        }),
    ]),
    ...organisations.flatMap(({ id, name }) => [
      progressChart(
        context,
        norm,
        { kind: 'organisation', organisation: id },
        {
          id: `organisatie-${id}-`,
          title: `${name}: voortgang in norm ${version}`,
          shownOn: to.organisation(id),
        },
      ),
      latestWithCells &&
        standChart(context, norm, latestWithCells, {
          id: `organisatie-${id}`,
          role: 'themes',
          scope: { kind: 'organisation', organisation: id },
          title: `${name}: stand per thema`,
          shownOn: to.organisation(id),
          sets: themes.map((theme) => ({
            scope: { kind: 'theme-organisation', theme: theme.id, organisation: id },
            label: theme.title,
          })),
        }),
    ]),
  ];
}
