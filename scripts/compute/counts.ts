import type { Status } from '../model/round.ts';

/** How many cells of a set have each status. */
export type StatusCounts = Readonly<Record<Status, number>>;

export const emptyCounts = (): Record<Status, number> => ({
  achieved: 0,
  'partly-achieved': 0,
  'not-achieved': 0,
  'not-applicable': 0,
  'not-assessed': 0,
  'not-public': 0,
});

export const countStatuses = (statuses: Iterable<Status>): StatusCounts => {
  const counts = emptyCounts();
  for (const status of statuses) counts[status]++;
  return counts;
};

/** Cells whose result is known (`bekend`). */
export const known = (counts: StatusCounts): number =>
  counts.achieved + counts['partly-achieved'] + counts['not-achieved'];

/** Cells whose result is not known (`onbekend`): not assessed, or not public. */
export const unknown = (counts: StatusCounts): number => counts['not-assessed'] + counts['not-public'];

/** Cells that count in a denominator (`van_toepassing`). */
export const applicable = (counts: StatusCounts): number => known(counts) + unknown(counts);

export const isKnown = (status: Status): boolean =>
  status === 'achieved' || status === 'partly-achieved' || status === 'not-achieved';
