import { firstDay } from '../model/date.ts';
import { groupBy } from '../model/group.ts';
import type { Norm } from '../model/norm.ts';
import type { ReportedScope, Round, Status } from '../model/round.ts';
import { bothSides, type BothSides, type ChangedCell } from './both-sides.ts';
import type { Cell } from './cells.ts';
import { leftOutOf, outCells, type CellPair, type LeftOutOfChange, type OutCell } from './change-left-out.ts';
import { isKnown } from './counts.ts';
import type { RoundFigures } from './round.ts';

/** How many cells got better, worse, or neither. */
export interface Steps {
  readonly points: number;
  readonly forward: number;
  readonly backward: number;
  readonly equal: number;
}

/** What changed between two rounds in one set, over the cells known in both. */
export interface ScopeChange extends Steps, BothSides {
  readonly scope: ReportedScope;
  readonly leftOut: LeftOutOfChange;
}

/** A round and the one before it for which results per point are known. */
export interface RoundChange {
  readonly from: Round;
  readonly to: Round;
  readonly cells: readonly ChangedCell[];
  /** Total, themes, organisations. */
  readonly scopes: readonly ScopeChange[];
}

const RANK: Readonly<Partial<Record<Status, number>>> = { 'not-achieved': 0, 'partly-achieved': 1, achieved: 2 };

/** Positive where the result got better, negative where it got worse. */
export function direction({ from, to }: ChangedCell): number {
  return (RANK[to.result.status] ?? 0) - (RANK[from.result.status] ?? 0);
}

/** Text that identifies a cell within a round; a space cannot occur in an id. */
export function cellKey(cell: { ambition: { id: string }; organisation: string }): string {
  return `${cell.ambition.id} ${cell.organisation}`;
}

/** Cells of two rounds, each beside that of the other round. Kept by id: making a text for each cell is most of the work. */
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

/** Counts what became of some cells. */
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

/** Change from one round to a later one of the same norm. Source: figures, "Change between two rounds". */
export function computeChange(norm: Norm, from: RoundFigures, to: RoundFigures): RoundChange {
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

/** Every round with results per point beside the one of that kind before it, in order of date. */
export function computeChanges(norm: Norm, rounds: readonly RoundFigures[]): RoundChange[] {
  const withPoints = rounds.filter(({ round }) => round.level === 'points');
  return withPoints.slice(1).map((to, index) => computeChange(norm, withPoints[index]!, to));
}
