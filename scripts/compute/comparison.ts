import { groupBy } from '../model/group.ts';
import type { Ambition, Norm, Origin, Way } from '../model/norm.ts';
import type { Organisation } from '../model/organisation.ts';
import type { ReportedScope, Round } from '../model/round.ts';
import { bothSides, type BothSides, type ChangedCell, cellKey, stepsIn, type Steps } from './change.ts';
import { type Cell, isKnown } from './cells.ts';
import type { RoundFigures } from './round.ts';

/** An ambition of the replaced norm and the one ambition of the newer norm that it may be compared with. */
export interface ComparablePair {
  readonly from: Ambition;
  readonly to: Ambition;
  readonly origin: Origin;
}

type Nullable<Fields> = { readonly [Field in keyof Fields]: Fields[Field] | null };

const NO_SIDES: Nullable<BothSides> = {
  countsFrom: null,
  countsTo: null,
  percentageFrom: null,
  percentageTo: null,
  difference: null,
};

/** Numbers of comparable pairs × organisations that are left out; each counts under the first reason that applies. */
export interface LeftOut {
  readonly oneNorm: number;
  readonly notApplicable: number;
  readonly notKnown: number;
}

/** One set of the comparison, with both norms counted as the newer one counts. Null where there is no such number. */
export interface ComparisonRow extends Nullable<BothSides> {
  readonly scope: ReportedScope;
  readonly cells: number | null;
  /** How many of those cells got better, got worse, or stayed equal. */
  readonly steps: Steps | null;
  /** Numbers of ambitions: without origin, dropped, and with an origin but in no comparable pair. */
  readonly added: number | null;
  readonly dropped: number | null;
  readonly notComparable: number | null;
  readonly leftOut: LeftOut | null;
}

/** A norm compared with the one it replaces, on comparable ambitions only, both counted as the newer norm counts. */
export interface Comparison {
  readonly from: Norm;
  readonly to: Norm;
  /** Latest round of each norm with results per ambition. */
  readonly roundFrom: Round | null;
  readonly roundTo: Round | null;
  readonly pairs: readonly ComparablePair[];
  /** Total, themes of the newer norm, organisations. */
  readonly rows: readonly ComparisonRow[];
}

/** Ambitions of both norms that may be compared: one to one, in the order of the newer norm. */
export function comparablePairs(from: Norm, to: Norm): ComparablePair[] {
  const old = new Map(from.ambitions.map((ambition) => [ambition.id, ambition]));
  return to.ambitions.flatMap((ambition) =>
    ambition.origins.flatMap((origin) => {
      const source = old.get(origin.ambition);
      return origin.comparable && source ? [{ from: source, to: ambition, origin }] : [];
    }),
  );
}

/** Ambitions of both norms that are linked by origins, directly or through each other. One side may be empty. */
export interface PointGroup {
  readonly way: Way;
  readonly from: readonly Ambition[];
  readonly to: readonly Ambition[];
  readonly origins: readonly Origin[];
  /** Why the older ambition has no successor. */
  readonly dropped: string | null;
}

function wayOf(
  from: readonly Ambition[],
  to: readonly Ambition[],
  [origin]: readonly Origin[],
  isDropped: boolean,
): Way {
  if (from.length === 0) return 'added';
  if (to.length === 0) return isDropped ? 'dropped' : 'unknown';
  if (from.length === 1 && to.length === 1) return origin!.relation;
  return from.length === 1 ? 'split' : to.length === 1 ? 'merged' : 'rearranged';
}

/**
 * Divides all ambitions of both norms into groups: in the order of the newer norm, then those without a successor in
 * the order of the older norm.
 */
export function pointGroups(from: Norm, to: Norm): PointGroup[] {
  const old = new Map(from.ambitions.map((ambition) => [ambition.id, ambition]));
  const reasons = new Map(to.dropped.map(({ ambition, reason }) => [ambition, reason]));
  const links = to.ambitions.flatMap((ambition) =>
    ambition.origins.filter((origin) => old.has(origin.ambition)).map((origin) => ({ ambition, origin })),
  );
  const onward = groupBy(links, ({ origin }) => origin.ambition);
  const grouped = new Set<Ambition>();
  function groupOf(start: Ambition): PointGroup {
    const found = { from: new Set<Ambition>(), to: new Set<Ambition>([start]), origins: new Set<Origin>() };
    // Iterating a set includes what is added during the iteration.
    for (const point of found.to)
      for (const origin of point.origins.filter(({ ambition }) => old.has(ambition))) {
        found.origins.add(origin);
        found.from.add(old.get(origin.ambition)!);
        for (const { ambition } of onward.get(origin.ambition)!) found.to.add(ambition);
      }
    const [before, after, origins] = [[...found.from], [...found.to], [...found.origins]];
    for (const point of [...before, ...after]) grouped.add(point);
    return { way: wayOf(before, after, origins, false), from: before, to: after, origins, dropped: null };
  }
  const going = to.ambitions.flatMap((ambition) => (grouped.has(ambition) ? [] : [groupOf(ambition)]));
  const ended = from.ambitions
    .filter((ambition) => !grouped.has(ambition))
    .map((ambition): PointGroup => {
      const reason = reasons.get(ambition.id) ?? null;
      return {
        way: wayOf([ambition], [], [], reason !== null),
        from: [ambition],
        to: [],
        origins: [],
        dropped: reason,
      };
    });
  return [...going, ...ended];
}

type Verdict = 'oneNorm' | 'notApplicable' | 'notKnown' | ChangedCell;

interface JudgedPair {
  readonly theme: string | null;
  readonly organisation: string;
  readonly verdict: Verdict;
}

function takesPart(norm: Norm, organisation: string): boolean {
  return norm.participants.some((participant) => participant.organisation === organisation);
}

function verdictOf(from: Cell | undefined, to: Cell | undefined): Verdict {
  if (!from || !to) return 'notApplicable';
  const statuses = [from.result.status, to.result.status];
  if (statuses.includes('not-applicable')) return 'notApplicable';
  return statuses.every(isKnown) ? { from, to } : 'notKnown';
}

function latestWithPoints(rounds: readonly RoundFigures[]): RoundFigures | null {
  return rounds.findLast(({ round }) => round.level === 'points') ?? null;
}

function cellsByKey(figures: RoundFigures) {
  return new Map(figures.cells.map((cell) => [cellKey(cell), cell]));
}

/**
 * Compares norm `to` with norm `from`, which it replaces. `organisations` in the order of the data.
 * Source: figures, "Comparison of a norm with the one it replaces".
 */
export function computeComparison(
  from: { readonly norm: Norm; readonly rounds: readonly RoundFigures[] },
  to: { readonly norm: Norm; readonly rounds: readonly RoundFigures[] },
  organisations: readonly Organisation[],
): Comparison {
  const pairs = comparablePairs(from.norm, to.norm);
  const latest = { from: latestWithPoints(from.rounds), to: latestWithPoints(to.rounds) };
  const involved = organisations
    .map(({ id }) => ({ id, inFrom: takesPart(from.norm, id), inTo: takesPart(to.norm, id) }))
    .filter(({ inFrom, inTo }) => inFrom || inTo);

  const judged = ((): JudgedPair[] | null => {
    if (!latest.from || !latest.to) return null;
    const [before, after] = [cellsByKey(latest.from), cellsByKey(latest.to)];
    return pairs.flatMap((pair) =>
      involved.map(({ id, inFrom, inTo }) => ({
        theme: pair.to.theme,
        organisation: id,
        verdict:
          inFrom && inTo
            ? verdictOf(
                before.get(cellKey({ ambition: pair.from, organisation: id })),
                after.get(cellKey({ ambition: pair.to, organisation: id })),
              )
            : 'oneNorm',
      })),
    );
  })();

  const complete = from.norm.complete && to.norm.complete;
  const comparable = new Set(pairs.map((pair) => pair.to.id));
  function added(points: readonly Ambition[]) {
    return points.filter(({ origins }) => origins.length === 0).length;
  }
  function notComparable(points: readonly Ambition[]) {
    return points.filter(({ id, origins }) => origins.length > 0 && !comparable.has(id)).length;
  }

  function row(
    scope: ReportedScope,
    within: (pair: JudgedPair) => boolean,
    points: Pick<ComparisonRow, 'added' | 'dropped' | 'notComparable'>,
  ): ComparisonRow {
    const shown = complete ? points : { added: null, dropped: null, notComparable: null };
    const set = judged?.filter(within);
    if (!set) return { scope, cells: null, steps: null, ...NO_SIDES, ...shown, leftOut: null };
    const compared = set.flatMap(({ verdict }) => (typeof verdict === 'object' ? [verdict] : []));
    const inSet = set;
    function count(reason: Verdict) {
      return inSet.filter(({ verdict }) => verdict === reason).length;
    }
    return {
      scope,
      cells: compared.length,
      steps: stepsIn(compared),
      // Like for like: both are counted as in the newer norm.
      ...bothSides(compared, complete ? to.norm.counting : null, scope),
      ...shown,
      leftOut: { oneNorm: count('oneNorm'), notApplicable: count('notApplicable'), notKnown: count('notKnown') },
    };
  }

  return {
    from: from.norm,
    to: to.norm,
    roundFrom: latest.from?.round ?? null,
    roundTo: latest.to?.round ?? null,
    pairs,
    rows: [
      row({ kind: 'total' }, () => true, {
        added: added(to.norm.ambitions),
        dropped: to.norm.dropped.length,
        notComparable: notComparable(to.norm.ambitions),
      }),
      ...to.norm.themes.map(({ id }) => {
        const points = to.norm.ambitions.filter(({ theme }) => theme === id);
        return row({ kind: 'theme', theme: id }, (pair) => pair.theme === id, {
          added: added(points),
          dropped: null,
          notComparable: notComparable(points),
        });
      }),
      ...involved.map(({ id }) =>
        row({ kind: 'organisation', organisation: id }, (pair) => pair.organisation === id, {
          added: null,
          dropped: null,
          notComparable: null,
        }),
      ),
    ],
  };
}
