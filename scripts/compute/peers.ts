import { compare, type Fraction } from '../model/fraction.ts';
import { groupBy } from '../model/group.ts';
import type { Norm } from '../model/norm.ts';
import type { Organisation } from '../model/organisation.ts';
import { type Cell, countCells, type StatusCounts } from './cells.ts';
import { type Percentages, percentagesOf } from './figures.ts';
import type { RoundFigures } from './round.ts';

/** How an organisation compares with another; `unclear` if unknown results may decide it. */
export type Standing = 'more' | 'equal' | 'less' | 'unclear';

/** Figures of one of the two, over the ambitions that they share. */
export interface Side extends Percentages {
  readonly counts: StatusCounts;
}

/** Another organisation of the same kind, compared on the ambitions that apply to both in one round. */
export interface Peer {
  readonly organisation: string;
  readonly points: number;
  readonly own: Side;
  readonly other: Side;
  readonly standing: Standing;
}

/** Overlapping ranges decide nothing, unless both are the same single percentage. */
function standingOf(own: Percentages, other: Percentages): Standing {
  if (compare(own.lower!, other.upper!) > 0) return 'more';
  if (compare(own.upper!, other.lower!) < 0) return 'less';
  return own.percentage && other.percentage ? 'equal' : 'unclear';
}

function sideOf(cells: readonly Cell[], weight: Fraction): Side {
  const counts = countCells(cells);
  return { counts, ...percentagesOf(counts, weight) };
}

function isApplicable({ result }: Cell): boolean {
  return result.status !== 'not-applicable';
}

/**
 * Compares an organisation with each other one of its kind (municipality with municipality), over the ambitions that
 * apply to both and counted as the norm counts, in the order of the participants. Leaves out those with which it shares
 * no ambition. Empty for an incomplete norm: what is public about two organisations does not measure both.
 * `organisations` by id.
 */
export function computePeers(
  { complete, participants, counting }: Norm,
  { cells }: RoundFigures,
  organisations: ReadonlyMap<string, Organisation>,
  id: string,
): Peer[] {
  if (!complete) return [];
  const byOrganisation = groupBy(cells.filter(isApplicable), ({ organisation }) => organisation);
  const kind = organisations.get(id)?.kind;
  const mine = byOrganisation.get(id) ?? [];
  return participants.flatMap(({ organisation }): Peer[] => {
    if (organisation === id || organisations.get(organisation)?.kind !== kind) return [];
    const theirs = byOrganisation.get(organisation) ?? [];
    const theirPoints = new Set(theirs.map(({ ambition }) => ambition.id));
    const shared = mine.filter(({ ambition }) => theirPoints.has(ambition.id));
    if (shared.length === 0) return [];
    const points = new Set(shared.map(({ ambition }) => ambition.id));
    const own = sideOf(shared, counting.partlyAchieved);
    const other = sideOf(
      theirs.filter(({ ambition }) => points.has(ambition.id)),
      counting.partlyAchieved,
    );
    return [{ organisation, points: shared.length, own, other, standing: standingOf(own, other) }];
  });
}
