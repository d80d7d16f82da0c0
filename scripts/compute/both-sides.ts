import type { Fraction } from '../model/fraction.ts';
import type { Counting } from '../model/norm.ts';
import type { ReportedScope } from '../model/round.ts';
import type { Cell } from './cells.ts';
import { countCells, type StatusCounts } from './counts.ts';
import { percentageOver } from './figures.ts';
import { subtract } from './fraction.ts';

/** One point of one organisation whose result is known on both sides: in two rounds, or in two norms. */
export interface ChangedCell {
  readonly from: Cell;
  readonly to: Cell;
}

/** What both sides come to on the same cells alone, so not the rounds' own counts and percentages. */
export interface BothSides {
  readonly countsFrom: StatusCounts;
  readonly countsTo: StatusCounts;
  /** Null of no cells, and where not all is public. */
  readonly percentageFrom: Fraction | null;
  readonly percentageTo: Fraction | null;
  /** In percentage points. */
  readonly difference: Fraction | null;
}

/** Both sides of one set, each as `counting` counts; null where nothing may be added up. */
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
