import type { Status } from '../model/round.ts';
import type { Cell } from './cells.ts';

/** How many cells of a set have each status. */
export type StatusCounts = Readonly<Record<Status, number>>;

export function emptyCounts(): Record<Status, number> {
  return {
    achieved: 0,
    'partly-achieved': 0,
    'not-achieved': 0,
    'not-applicable': 0,
    'not-assessed': 0,
    'not-public': 0,
  };
}

export function countStatuses(statuses: Iterable<Status>): StatusCounts {
  const counts = emptyCounts();
  for (const status of statuses) counts[status]++;
  return counts;
}

export function countCells(cells: readonly Cell[]): StatusCounts {
  return countStatuses(cells.map(({ result }) => result.status));
}

/** Cells whose result is known (`bekend`). */
export function known(counts: StatusCounts): number {
  return counts.achieved + counts['partly-achieved'] + counts['not-achieved'];
}

/** Cells whose result is not known (`onbekend`): not assessed, or not public. */
export function unknown(counts: StatusCounts): number {
  return counts['not-assessed'] + counts['not-public'];
}

/** Cells that count in a denominator (`van_toepassing`). */
export function applicable(counts: StatusCounts): number {
  return known(counts) + unknown(counts);
}

export function isKnown(status: Status): boolean {
  return status === 'achieved' || status === 'partly-achieved' || status === 'not-achieved';
}

/** All cells, also those that are not applicable. */
export function sum(counts: StatusCounts): number {
  return applicable(counts) + counts['not-applicable'];
}
