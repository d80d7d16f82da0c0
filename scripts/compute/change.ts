import type { Fraction } from '../model/fraction.ts';
import { groupBy } from '../model/group.ts';
import type { Norm } from '../model/norm.ts';
import type { ReportedScope, Round, Status } from '../model/round.ts';
import type { Cell } from './cells.ts';
import { isKnown } from './counts.ts';
import { percentageOver } from './figures.ts';
import { subtract } from './fraction.ts';
import type { RoundFigures } from './round.ts';

/** One point of one organisation whose result is known in both rounds. */
export interface ChangedCell {
  readonly from: Cell;
  readonly to: Cell;
}

/** How many cells got better, worse, or neither. */
export interface Steps {
  readonly points: number;
  readonly forward: number;
  readonly backward: number;
  readonly equal: number;
}

/** What changed between two rounds in one set, over the cells known in both. */
export interface ScopeChange extends Steps {
  readonly scope: ReportedScope;
  /** On these cells alone, so not the rounds' own percentages. */
  readonly percentageFrom: Fraction | null;
  readonly percentageTo: Fraction | null;
  /** In percentage points. */
  readonly difference: Fraction | null;
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

function knownInBoth(from: RoundFigures, to: RoundFigures): ChangedCell[] {
  const before = new Map<string, Map<string, Cell>>();
  for (const [organisation, cells] of groupBy(from.cells, (cell) => cell.organisation)) {
    before.set(organisation!, new Map(cells.map((cell) => [cell.ambition.id, cell])));
  }
  const changed: ChangedCell[] = [];
  for (const cell of to.cells) {
    const earlier = before.get(cell.organisation)?.get(cell.ambition.id);
    if (earlier && isKnown(earlier.result.status) && isKnown(cell.result.status))
      changed.push({ from: earlier, to: cell });
  }
  return changed;
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

function changeIn(scope: ReportedScope, norm: Norm, cells: readonly ChangedCell[]): ScopeChange {
  function percentage(side: 'from' | 'to') {
    return norm.complete
      ? percentageOver(
          cells.map((cell) => cell[side]),
          norm.counting,
          scope,
        )
      : null;
  }
  const [percentageFrom, percentageTo] = [percentage('from'), percentage('to')];
  return {
    scope,
    ...stepsIn(cells),
    percentageFrom,
    percentageTo,
    difference: percentageFrom && percentageTo && subtract(percentageTo, percentageFrom),
  };
}

/** Change from one round to a later one of the same norm. Source: figures, "Change between two rounds". */
export function computeChange(norm: Norm, from: RoundFigures, to: RoundFigures): RoundChange {
  const cells = knownInBoth(from, to);
  const byTheme = groupBy(cells, (cell) => cell.to.ambition.theme);
  const byOrganisation = groupBy(cells, (cell) => cell.to.organisation);
  return {
    from: from.round,
    to: to.round,
    cells,
    scopes: [
      changeIn({ kind: 'total' }, norm, cells),
      ...norm.themes.map(({ id }) => changeIn({ kind: 'theme', theme: id }, norm, byTheme.get(id) ?? [])),
      ...norm.participants.map(({ organisation }) =>
        changeIn({ kind: 'organisation', organisation }, norm, byOrganisation.get(organisation) ?? []),
      ),
    ],
  };
}

/** Every round with results per point beside the one of that kind before it, in order of date. */
export function computeChanges(norm: Norm, rounds: readonly RoundFigures[]): RoundChange[] {
  const withPoints = rounds.filter(({ round }) => round.level === 'points');
  return withPoints.slice(1).map((to, index) => computeChange(norm, withPoints[index]!, to));
}
