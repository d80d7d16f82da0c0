import {
  add,
  decimalsOf,
  divide,
  fraction,
  type Fraction,
  HUNDRED,
  mean,
  multiply,
  subtract,
} from '../model/fraction.ts';
import { groupBy } from '../model/group.ts';
import type { Counting } from '../model/norm.ts';
import type { Reported, ReportedScope } from '../model/round.ts';
import { applicable, type Cell, countCells, unknown } from './cells.ts';
import { isMean, score } from './figures.ts';
import type { RoundFigures } from './round.ts';

/** Interchangeable cells with a hidden result; each may be achieved, partly achieved or not achieved. */
interface HiddenGroup {
  /** Number of cells, at least 1. */
  readonly size: number;
}

/** Range within which the weighted sum of hidden scores must fall to explain a stated figure. */
interface Condition<Group extends HiddenGroup> {
  /** Weight of one point of score in each group. Groups that do not count in the figure are absent. */
  readonly factors: ReadonlyMap<Group, Fraction>;
  readonly least: Fraction;
  readonly most: Fraction;
}

/** Number of steps after which a search stops: more than enough for 100,000 ways to divide the groups. */
export const MOST_STEPS = 300_000;

function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

/** A condition scaled to integers. Factors are per unit of score, which is 1 / the denominator of the weight. */
interface WholeCondition<Group> {
  readonly factors: ReadonlyMap<Group, bigint>;
  readonly least: bigint;
  readonly most: bigint;
}

function inWholes<Group extends HiddenGroup>(
  { factors, least, most }: Condition<Group>,
  unit: Fraction,
): WholeCondition<Group> {
  const parts = [...factors].map(([group, factor]) => [group, multiply(factor, unit)] as const);
  const scale = parts.reduce((all, [, { denominator }]) => lcm(all, denominator), 1n);
  const wholes = parts.map(
    ([group, { numerator, denominator }]) => [group, (numerator * scale) / denominator] as const,
  );
  const common = wholes.reduce((all, [, factor]) => gcd(factor, all), 0n);
  const [low, high] = [least, most].map((bound) => divide(multiply(bound, fraction(scale)), fraction(common)));
  return {
    factors: new Map(wholes.map(([group, factor]) => [group, factor / common])),
    least: -floor(-low!.numerator, low!.denominator),
    most: floor(high!.numerator, high!.denominator),
  };
}

function floor(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/** Cells of the group can differ. Each lower bit stands for one contribution that all cells have in common. */
const MIXED = 8;

/**
 * Returns the scores that a group can have, in units, with a bit for each way in which its cells can make up that
 * score.
 */
function scoresOf(size: number, weight: Fraction): Map<bigint, number> {
  const [whole, part] = [weight.denominator, weight.numerator];
  const contributions = [...new Set([0n, part, whole])];
  const scores = new Map<bigint, number>();
  for (let achieved = 0; achieved <= size; achieved++)
    for (let partly = 0; achieved + partly <= size; partly++) {
      const present = new Set([
        ...(achieved > 0 ? [whole] : []),
        ...(partly > 0 ? [part] : []),
        ...(achieved + partly < size ? [0n] : []),
      ]);
      const [only] = present;
      const bit = present.size === 1 ? 1 << contributions.indexOf(only!) : MIXED;
      const score = BigInt(achieved) * whole + BigInt(partly) * part;
      scores.set(score, (scores.get(score) ?? 0) | bit);
    }
  return scores;
}

/** Sum so far for each condition that has groups both before and after this point. */
type Sums = readonly bigint[];

/** One group in the search. */
interface Layer<Group> {
  readonly group: Group;
  readonly scores: ReadonlyMap<bigint, number>;
  /** Adds a score of this group to the sums; null if a condition can no longer be met. */
  readonly next: (sums: Sums, score: bigint) => Sums | null;
}

/** Orders the groups, those of small conditions first, so that each condition is decided as early as possible. */
function inOrder<Group extends HiddenGroup>(conditions: readonly WholeCondition<Group>[]): Group[] {
  const bySize = conditions.toSorted((a, b) => a.factors.size - b.factors.size);
  return [...new Set(bySize.flatMap(({ factors }) => [...factors.keys()]))];
}

function layersOf<Group extends HiddenGroup>(
  conditions: readonly WholeCondition<Group>[],
  weight: Fraction,
): Layer<Group>[] {
  const groups = inOrder(conditions);
  const places = new Map(groups.map((group, index) => [group, index]));
  const spans = conditions.map((condition) => {
    const indexes = [...condition.factors.keys()].map((group) => places.get(group)!);
    const most = [...condition.factors].map(([{ size }, factor]) => factor * BigInt(size) * weight.denominator);
    return {
      condition,
      first: indexes.reduce((least, each) => Math.min(least, each)),
      last: indexes.reduce((greatest, each) => Math.max(greatest, each)),
      /** Maximum that the remaining groups can add. */
      toCome: most.reduce((sum, each) => sum + each, 0n),
    };
  });
  return groups.map((group, index) => {
    const open = spans
      .filter(({ first, last }) => first <= index && index <= last)
      .map((span) => {
        const factor = span.condition.factors.get(group) ?? 0n;
        span.toCome -= factor * BigInt(group.size) * weight.denominator;
        const { least, most } = span.condition;
        return { least, most, factor, toCome: span.toCome, begins: span.first === index, ends: span.last === index };
      });
    return {
      group,
      scores: scoresOf(group.size, weight),
      next(sums, score) {
        const after: bigint[] = [];
        let at = 0;
        for (const { least, most, factor, toCome, begins, ends } of open) {
          const sum = (begins ? 0n : sums[at++]!) + factor * score;
          if (sum > most || sum + toCome < least) return null;
          if (!ends) after.push(sum);
        }
        return after;
      },
    };
  });
}

/** Result of a search. */
interface GivenAway<Group> {
  readonly groups: readonly Group[];
  /** Whether any outcome of the hidden results meets all conditions; null if the search took too long. */
  readonly fits: boolean | null;
  readonly steps: number;
}

/**
 * Finds the groups in which every cell makes the same contribution to the score, in every outcome of the hidden results
 * that meets all conditions. Finds none if no outcome does, or if the search takes too long. Each condition counts at
 * least one group. Source: figures, "What published figures may not give away".
 *
 * Goes through the groups and keeps only the reachable sums, as for a knapsack with several weights; then goes back
 * over the sums from which the end can be reached.
 */
export function groupsGivenAway<Group extends HiddenGroup>(
  conditions: readonly Condition<Group>[],
  weight: Fraction,
): GivenAway<Group> {
  const unit = fraction(1n, weight.denominator);
  const layers = layersOf(
    conditions.map((condition) => inWholes(condition, unit)),
    weight,
  );
  const reached: Map<string, Sums>[] = [new Map([['', []]])];
  let steps = 0;
  for (const { scores, next } of layers) {
    const following = new Map<string, Sums>();
    for (const sums of reached.at(-1)!.values())
      for (const score of scores.keys()) {
        if (++steps > MOST_STEPS) return { groups: [], fits: null, steps };
        const after = next(sums, score);
        if (after) following.set(after.join(), after);
      }
    reached.push(following);
  }
  const groups: Group[] = [];
  let alive = new Set(reached.at(-1)!.keys());
  const fits = alive.size > 0;
  for (const [index, { group, scores, next }] of [...layers.entries()].toReversed()) {
    const before = new Set<string>();
    let ways = 0;
    for (const [key, sums] of reached[index]!)
      for (const [score, bits] of scores) {
        const after = next(sums, score);
        if (!after || !alive.has(after.join())) continue;
        before.add(key);
        ways |= bits;
      }
    if (ways === 1 || ways === 2 || ways === 4) groups.push(group);
    alive = before;
  }
  return { groups, fits, steps };
}

/** Unknown results of one organisation within one theme. Each has the same weight in every reported figure. */
export interface HiddenResults extends HiddenGroup {
  readonly theme: string | null;
  readonly organisation: string;
  /** Whether any of them is not public; otherwise all are not assessed. */
  readonly secret: boolean;
}

/** A reported figure as a condition on the hidden results that count in it. */
export interface ReportedCondition extends Condition<HiddenResults> {
  readonly reported: Reported;
}

function isWithin(
  scope: ReportedScope,
  { theme, organisation }: Pick<HiddenResults, 'theme' | 'organisation'>,
): boolean {
  switch (scope.kind) {
    case 'total':
      return true;
    case 'theme':
      return theme === scope.theme;
    case 'organisation':
      return organisation === scope.organisation;
  }
}

function hiddenResults(cells: readonly Cell[]): HiddenResults[] {
  const groups = groupBy(cells, ({ ambition: { theme }, organisation }) => `${theme ?? ''} ${organisation}`);
  return [...groups.values()].flatMap((group) => {
    const counts = countCells(group);
    const { ambition, organisation } = group[0]!;
    return unknown(counts) === 0
      ? []
      : [{ theme: ambition.theme, organisation, size: unknown(counts), secret: counts['not-public'] > 0 }];
  });
}

/** Half a unit of the last stated decimal: the most by which rounding can have changed the figure. */
function roundingOf({ percentage }: Reported): Fraction {
  return fraction(1n, 2n * 10n ** BigInt(decimalsOf(percentage)));
}

/** Returns null if no hidden results count in the figure. */
function conditionOf(
  reported: Reported,
  cells: readonly Cell[],
  hidden: readonly HiddenResults[],
  counting: Counting,
): ReportedCondition | null {
  const { scope, percentage } = reported;
  const groups = hidden.filter((group) => isWithin(scope, group));
  if (groups.length === 0) return null;
  const within = cells.filter(({ ambition: { theme }, organisation }) => isWithin(scope, { theme, organisation }));
  const parts = [
    ...groupBy(within, ({ organisation }) => (isMean(counting, scope) ? organisation : null)).entries(),
  ].flatMap(([organisation, part]) => {
    const counts = countCells(part);
    return applicable(counts) === 0 ? [] : [{ organisation, counts, whole: fraction(applicable(counts)) }];
  });
  const known = mean(parts.map(({ counts, whole }) => divide(score(counts, counting.partlyAchieved), whole)))!;
  const factors = new Map(
    groups.map((group) => {
      const { whole } = parts.find(({ organisation }) => organisation === null || organisation === group.organisation)!;
      return [group, divide(HUNDRED, fraction(whole.numerator * BigInt(parts.length)))];
    }),
  );
  const missing = subtract(percentage, multiply(HUNDRED, known));
  const rounding = roundingOf(reported);
  return { reported, factors, least: subtract(missing, rounding), most: add(missing, rounding) };
}

/**
 * Conditions that a round's reported figures put on its hidden results, assuming that the source counted as the norm
 * does.
 */
export function reportedConditions({ round, cells }: RoundFigures, counting: Counting): ReportedCondition[] {
  const hidden = hiddenResults(cells);
  return round.reported.flatMap((reported) => conditionOf(reported, cells, hidden, counting) ?? []);
}
