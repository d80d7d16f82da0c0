import { slotsOf } from '../compute/cells.ts';
import type { Figures } from '../compute/figures.ts';
import { computeNorm } from '../compute/report.ts';
import { computeRound } from '../compute/round.ts';
import { reportedText, rounded, roundedDown, roundedUp, wholePercent } from '../format/number.ts';
import { amount } from '../format/sentence.ts';
import { compare, decimalsOf, fraction, type Fraction } from '../model/fraction.ts';
import { groupBy } from '../model/group.ts';
import type { Ambition, Counting, Norm } from '../model/norm.ts';
import { error, type Problem } from '../model/problem.ts';
import { type Reported, type ReportedScope, type Round, STATUSES } from '../model/round.ts';
import { reportedReveals } from './reported-reveals.ts';
import type { Rule } from './rests-on.ts';
import type { FiguresRule, RuledNorm, NormRule } from './rule.ts';

const ADVICE = 'controleer de resultaten, of leg bij dit cijfer in "toelichting" uit waardoor het verschilt';

function differs(stated: Fraction, computed: string): string {
  return `gerapporteerd is ${reportedText(stated)}, maar uit de resultaten volgt ${computed}; ${ADVICE}`;
}

/**
 * Compares in as many decimals as are stated. In whole percents, 99.6 may be stated as 100, or as 99 like this site
 * shows it.
 */
function contradiction({ percentage, lower, upper }: Figures, { percentage: stated }: Reported): string | null {
  const digits = decimalsOf(stated);
  if (percentage) {
    const nearest = rounded(percentage, digits);
    const shown = digits === 0 ? fraction(wholePercent(percentage)) : nearest;
    return [nearest, shown].some((each) => compare(each, stated) === 0) ? null : differs(stated, reportedText(shown));
  }
  if (!lower || !upper) return null;
  const [least, most] = [roundedDown(lower, digits), roundedUp(upper, digits)];
  return compare(stated, least) < 0 || compare(stated, most) > 0
    ? differs(stated, `tussen ${reportedText(least)} en ${reportedText(most)}`)
    : null;
}

/**
 * A reported percentage must agree with the computed one, or be within its bounds, in as many decimals as it has; or it
 * must have an explanation.
 */
const reportedAgrees: FiguresRule = ({ rounds }) =>
  rounds.flatMap(({ figures }) =>
    figures.flatMap((set): Problem[] => {
      if (!set.reported || set.reported.explanation !== null) return [];
      const message = contradiction(set, set.reported);
      return message === null ? [] : [error(set.reported.at.value('percentage'), message)];
    }),
  );

const AGREES: Rule = 'a reported figure agrees with the results';

function isWithin(scope: ReportedScope, { theme }: Pick<Ambition, 'theme'>, organisation: string): boolean {
  switch (scope.kind) {
    case 'total':
      return true;
    case 'theme':
      return theme === scope.theme;
    case 'organisation':
      return organisation === scope.organisation;
  }
}

/** Whether all data from which a figure would be computed is free from doubt. */
function isSound(context: RuledNorm, round: Round, reported: Reported): boolean {
  const { norm, report, organisations, foundations } = context;
  const { scope } = reported;
  if (!foundations.hold(AGREES, { norm, report, round, reported })) return false;
  // In the figure of a theme, ambitions of other themes do not count, unless their own theme is in doubt.
  function mayCount(ambition: Ambition): boolean {
    return scope.kind !== 'theme' || ambition.theme === scope.theme || ambition.at.isDoubtful('theme');
  }
  const points = new Map(norm.ambitions.map((ambition) => [ambition.id, ambition]));
  const files = new Map(round.results.map((file) => [file.organisation, file]));
  const participants = new Set(norm.participants.map(({ organisation }) => organisation));
  // Results of a non-participant may be those of a participant that is missing from the list.
  if (scope.kind !== 'organisation' && round.results.some(({ organisation }) => !participants.has(organisation)))
    return false;
  return (
    norm.ambitions.every((ambition) => foundations.hold(AGREES, { ambition }) || !mayCount(ambition)) &&
    norm.participants
      .filter(({ organisation }) => scope.kind !== 'organisation' || organisation === scope.organisation)
      .every((participant) => {
        const organisation = organisations.get(participant.organisation);
        const file = files.get(participant.organisation);
        if (!organisation || !foundations.hold(AGREES, { participant, organisation })) return false;
        if (!file) return !norm.complete || slotsOf(norm, round, participant, organisation).length === 0;
        if (file.leftOut > 0 || !foundations.hold(AGREES, { file })) return false;
        return file.results.every((result) => {
          const ambition = points.get(result.ambition);
          return !result.isDoubtful || !ambition || !isWithin(scope, ambition, organisation.id);
        });
      })
  );
}

/**
 * Limits the search for a single wrong result, as candidates × results / 100; norms of real organisations stay below.
 */
const MOST_TRIALS = 1500;

/**
 * Finds the results of which one, with another status, would make all reported figures of a round agree; the
 * differences then have one cause. Empty if there are none, or too many to try.
 */
function oneResult(
  { norm, organisations }: RuledNorm,
  round: Round,
  scopes: readonly ReportedScope[],
): { readonly organisation: string; readonly ambition: string }[] {
  const points = new Map(norm.ambitions.map((ambition) => [ambition.id, ambition]));
  const places = round.results.flatMap(({ organisation, results }) =>
    results.flatMap(({ ambition, status }) => {
      const point = points.get(ambition);
      return point && scopes.every((scope) => isWithin(scope, point, organisation))
        ? [{ organisation, ambition, status }]
        : [];
    }),
  );
  const cells = round.results.reduce((count, { results }) => count + results.length, 0);
  if (places.length * cells > MOST_TRIALS * 100) return [];
  return places.filter(({ organisation, ambition, status }) =>
    STATUSES.some((other) => {
      if (other === status) return false;
      const results = round.results.map((file) =>
        file.organisation === organisation
          ? {
              ...file,
              results: file.results.map((each) => (each.ambition === ambition ? { ...each, status: other } : each)),
            }
          : file,
      );
      const rounds = [computeRound(norm, { ...round, results }, organisations)];
      return reportedAgrees({ norm, rounds, changes: [] }).length === 0;
    }),
  );
}

function isAt({ place }: Problem, { at }: Reported): boolean {
  const { file, offset } = at.value('percentage');
  return place.file === file && place.offset === offset;
}

/** Combines differences in a round that have one cause into one problem. */
function together(context: RuledNorm, { rounds }: Norm, contradictions: readonly Problem[]): Problem[] {
  return [...groupBy(contradictions, ({ place }) => place.file)].flatMap(([, problems]) => {
    const [first, ...others] = problems;
    const round = rounds.find(({ reported }) => reported.some((each) => isAt(first!, each)));
    if (others.length === 0 || !round) return problems;
    const scopes = round.reported
      .filter((each) => problems.some((problem) => isAt(problem, each)))
      .map(({ scope }) => scope);
    const found = oneResult(context, round, scopes);
    if (found.length === 0) return problems;
    const [only, ...more] = found;
    const why = `${amount(others.length, 'ander cijfer verschilt', 'andere cijfers verschillen')} ook, en alles klopt als één resultaat anders is`;
    const which = more.length === 0 ? `: dat van "${only!.organisation}" bij "${only!.ambition}"` : '';
    return [{ ...first!, message: `${first!.message} (${why}${which})` }];
  });
}

/** Weights that norms use; a less usual one is not suggested. */
const WEIGHTS = [0, 0.25, 0.5, 0.75, 1];

/**
 * Finds a way of counting with which all reported figures of a norm would agree; the differences then have one cause.
 * Returns in Dutch what to change; null if there is no such way.
 */
function otherCounting({ organisations }: RuledNorm, norm: Norm): string | null {
  const { counting } = norm;
  const others: readonly { readonly counting: Counting; readonly wayOut: string }[] = [
    ...WEIGHTS.map((weight) => ({
      counting: { ...counting, partlyAchieved: fraction(weight * 100, 100) },
      wayOut: `schrijf bij "telling" deels_behaald: ${weight}`,
    })),
    {
      counting: { ...counting, total: counting.total === 'joint' ? 'mean-per-organisation' : 'joint' },
      wayOut: `schrijf bij "telling" totaal: ${counting.total === 'joint' ? 'gemiddelde-per-organisatie' : 'gezamenlijk'}`,
    },
  ];
  const found = others.find(
    (other) => reportedAgrees(computeNorm({ ...norm, counting: other.counting }, organisations)).length === 0,
  );
  return found?.wayOut ?? null;
}

/** Compares reported figures with computed ones, as far as nothing that they depend on is in doubt. */
export const figures: NormRule = (context): Problem[] => {
  const { norm, organisations, foundations } = context;
  const rounds = norm.rounds
    .filter(({ reported, level }) => reported.length > 0 && level === 'points')
    .map((round) => ({ ...round, reported: round.reported.filter((reported) => isSound(context, round, reported)) }))
    .filter(({ reported }) => reported.length > 0);
  if (rounds.length === 0) return [];
  const sound: Norm = { ...norm, rounds };
  const computed = computeNorm(sound, organisations);
  const contradictions = reportedAgrees(computed);
  for (const each of rounds.flatMap(({ reported }) => reported))
    if (contradictions.some((problem) => isAt(problem, each))) foundations.doubt<'reported'>(each, 'percentage');
  const wayOut = contradictions.length > 1 ? otherCounting(context, sound) : null;
  const told =
    wayOut === null
      ? together(context, sound, contradictions)
      : [
          error(
            norm.at.value('counting'),
            `met deze telling kloppen ${contradictions.length} gerapporteerde cijfers niet; ${wayOut}, of leg bij elk van die cijfers in "toelichting" uit waardoor het verschilt`,
          ),
        ];
  return [...told, ...reportedReveals(computed)];
};
