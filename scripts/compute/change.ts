import { firstDay, isActive } from '../model/date.ts';
import { type Fraction, subtract } from '../model/fraction.ts';
import { groupBy } from '../model/group.ts';
import type { Counting, Norm } from '../model/norm.ts';
import type { ReportedScope, Round, Status } from '../model/round.ts';
import { type Cell, countCells, isKnown, type StatusCounts } from './cells.ts';
import { percentageOver } from './figures.ts';
import type { RoundFigures } from './round.ts';

/** One ambition of one organisation with a known result on both sides: in two rounds, or in two norms. */
export interface ChangedCell {
  readonly from: Cell;
  readonly to: Cell;
}

/** Counts and percentages of both sides over the same cells, so not those of the rounds themselves. */
export interface BothSides {
  readonly countsFrom: StatusCounts;
  readonly countsTo: StatusCounts;
  /** Null without cells, and where not everything is public. */
  readonly percentageFrom: Fraction | null;
  readonly percentageTo: Fraction | null;
  /** In percentage points. */
  readonly difference: Fraction | null;
}

/** Computes both sides of one set, counted as in `counting`; null means that nothing may be added up. */
export function bothSides(cells: readonly ChangedCell[], counting: Counting | null, scope: ReportedScope): BothSides {
  const [before, after] = [cells.map(({ from }) => from), cells.map(({ to }) => to)];
  const percentageFrom = counting && percentageOver(before, counting, scope);
  const percentageTo = counting && percentageOver(after, counting, scope);
  return {
    countsFrom: countCells(before),
    countsTo: countCells(after),
    percentageFrom,
    percentageTo,
    difference: percentageFrom && percentageTo && subtract(percentageTo, percentageFrom),
  };
}

/**
 * Why results of one of two rounds are left out of the change between them; each counts under the first reason that
 * applies.
 */
interface LeftOutOfChange {
  /** Organisations that took part only in the later round, and only in the earlier one. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
  /** Numbers of ambitions that existed only in the later round, and only in the earlier one. */
  readonly newPoints: number;
  readonly endedPoints: number;
  /** Numbers of results. A result that is not applicable in either round is not counted. */
  readonly notApplicable: number;
  readonly notKnown: number;
}

/** A result that is left out: in one of the rounds it does not exist, is not applicable or is not known. */
interface OutCell {
  readonly cell: Cell;
  readonly reason: 'joined' | 'left' | 'new-point' | 'ended-point' | 'not-applicable' | 'not-known';
}

/** One ambition of one organisation in both rounds, or in the only round that has it. */
type CellPair =
  { readonly was: Cell; readonly is: Cell | undefined } | { readonly was: Cell | undefined; readonly is: Cell };

/**
 * Returns the pairs that are not known in both rounds, each with the first reason that applies. `from`, `to`: first
 * days.
 */
function outCells(norm: Norm, pairs: readonly CellPair[], from: string, to: string): OutCell[] {
  const participants = new Map(norm.participants.map((participant) => [participant.organisation, participant]));
  function reasonOf({ was, is }: CellPair): OutCell['reason'] | null {
    const { ambition, organisation } = (is ?? was)!;
    const participant = participants.get(organisation)!;
    if (!isActive(participant, from)) return 'joined';
    if (!isActive(participant, to)) return 'left';
    if (!isActive(ambition, from)) return 'new-point';
    if (!isActive(ambition, to)) return 'ended-point';
    const cells = [was, is].flatMap((cell) => (cell && cell.result.status !== 'not-applicable' ? [cell] : []));
    if (cells.length < 2) return cells.length === 1 ? 'not-applicable' : null;
    return cells.every(({ result }) => isKnown(result.status)) ? null : 'not-known';
  }
  return pairs.flatMap((pair) => {
    const reason = reasonOf(pair);
    return reason ? [{ cell: (pair.is ?? pair.was)!, reason }] : [];
  });
}

function leftOutOf(cells: readonly OutCell[]): LeftOutOfChange {
  function having(reason: OutCell['reason']): Cell[] {
    return cells.filter((each) => each.reason === reason).map(({ cell }) => cell);
  }
  function organisations(reason: OutCell['reason']): string[] {
    return [...new Set(having(reason).map(({ organisation }) => organisation))];
  }
  function points(reason: OutCell['reason']): number {
    return new Set(having(reason).map(({ ambition }) => ambition.id)).size;
  }
  return {
    joined: organisations('joined'),
    left: organisations('left'),
    newPoints: points('new-point'),
    endedPoints: points('ended-point'),
    notApplicable: having('not-applicable').length,
    notKnown: having('not-known').length,
  };
}

/** How many cells got better, got worse, or stayed equal. */
export interface Steps {
  readonly points: number;
  readonly forward: number;
  readonly backward: number;
  readonly equal: number;
}

/** Change of one set between two rounds, over the cells known in both. */
export interface ScopeChange extends Steps, BothSides {
  readonly scope: ReportedScope;
  readonly leftOut: LeftOutOfChange;
}

/** A round and the previous one with public results per ambition. */
export interface RoundChange {
  readonly from: Round;
  readonly to: Round;
  readonly cells: readonly ChangedCell[];
  /** Total, themes, organisations. */
  readonly scopes: readonly ScopeChange[];
}

const RANK: Readonly<Partial<Record<Status, number>>> = { 'not-achieved': 0, 'partly-achieved': 1, achieved: 2 };

/** Positive if the result got better, negative if it got worse. */
export function direction({ from, to }: ChangedCell): number {
  return (RANK[to.result.status] ?? 0) - (RANK[from.result.status] ?? 0);
}

/** Identifies a cell within a round; an id cannot contain a space. */
export function cellKey(cell: { ambition: { id: string }; organisation: string }): string {
  return `${cell.ambition.id} ${cell.organisation}`;
}

/**
 * Pairs each cell with that of the other round. Keyed by id in two levels, since building a string for each cell would
 * be most of the work.
 */
function pairsOf(from: RoundFigures, to: RoundFigures): CellPair[] {
  const before = new Map<string, Map<string, Cell>>();
  for (const [organisation, cells] of groupBy(from.cells, (cell) => cell.organisation)) {
    before.set(organisation!, new Map(cells.map((cell) => [cell.ambition.id, cell])));
  }
  const later = to.cells.map((is): CellPair => {
    const cells = before.get(is.organisation);
    const was = cells?.get(is.ambition.id);
    cells?.delete(is.ambition.id);
    return { was, is };
  });
  const gone = [...before.values()].flatMap((cells) => [...cells.values()]);
  return [...later, ...gone.map((was): CellPair => ({ was, is: undefined }))];
}

function knownInBoth(pairs: readonly CellPair[]): ChangedCell[] {
  return pairs.flatMap(({ was, is }) =>
    was && is && isKnown(was.result.status) && isKnown(is.result.status) ? [{ from: was, to: is }] : [],
  );
}

export function stepsIn(cells: readonly ChangedCell[]): Steps {
  let [forward, backward] = [0, 0];
  for (const cell of cells) {
    const step = direction(cell);
    if (step > 0) forward++;
    else if (step < 0) backward++;
  }
  return { points: cells.length, forward, backward, equal: cells.length - forward - backward };
}

function changeIn(
  scope: ReportedScope,
  { complete, counting }: Norm,
  cells: readonly ChangedCell[] = [],
  out: readonly OutCell[] = [],
): ScopeChange {
  return {
    scope,
    ...stepsIn(cells),
    ...bothSides(cells, complete ? counting : null, scope),
    leftOut: leftOutOf(out),
  };
}

/** Computes the change from one round to a later one of the same norm. Source: figures, "Change between two rounds". */
function computeChange(norm: Norm, from: RoundFigures, to: RoundFigures): RoundChange {
  const pairs = pairsOf(from, to);
  const cells = knownInBoth(pairs);
  const out = outCells(norm, pairs, firstDay(from.round.date), firstDay(to.round.date));
  const byTheme = groupBy(cells, ({ to: { ambition } }) => ambition.theme);
  const outByTheme = groupBy(out, ({ cell: { ambition } }) => ambition.theme);
  const byOrganisation = groupBy(cells, ({ to: { organisation } }) => organisation);
  const outByOrganisation = groupBy(out, ({ cell: { organisation } }) => organisation);
  return {
    from: from.round,
    to: to.round,
    cells,
    scopes: [
      changeIn({ kind: 'total' }, norm, cells, out),
      ...norm.themes.map(({ id }) => changeIn({ kind: 'theme', theme: id }, norm, byTheme.get(id), outByTheme.get(id))),
      ...norm.participants.map(({ organisation: id }) =>
        changeIn({ kind: 'organisation', organisation: id }, norm, byOrganisation.get(id), outByOrganisation.get(id)),
      ),
    ],
  };
}

/** Compares every round that has results per ambition with the previous such round, in order of date. */
export function computeChanges(norm: Norm, rounds: readonly RoundFigures[]): RoundChange[] {
  const withPoints = rounds.filter(({ round }) => round.level === 'points');
  return withPoints.slice(1).map((to, index) => computeChange(norm, withPoints[index]!, to));
}
