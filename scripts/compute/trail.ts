import { groupBy } from '../model/group.ts';
import { memo } from '../model/memo.ts';
import type { Ambition, Norm, Origin } from '../model/norm.ts';
import type { Round, Status } from '../model/round.ts';
import { cellKey } from './change.ts';
import type { NormFigures } from './report.ts';
import type { RoundFigures } from './round.ts';

/** An ambition in one norm, as part of the history of an ambition through the norms. */
export interface Strand {
  readonly ambition: Ambition;
  /**
   * Relation with the ambition in the adjacent norm, on the side of the starting point; null for the starting point
   * itself.
   */
  readonly origin: Origin | null;
}

/** One norm in that history. */
export interface Leg {
  readonly figures: NormFigures;
  readonly strands: readonly Strand[];
}

/** One round in that history; null if the ambition was not a cell of the organisation. */
export interface Stop {
  readonly round: Round;
  readonly status: Status | null;
}

/** What preceded the first round since which an ambition has been open. */
export type Before =
  /** It was achieved or did not apply, so it has been open since then and no earlier. */
  | 'achieved'
  | 'not-applicable'
  /** It may have been open earlier: the previous result is not known. */
  | 'unknown'
  /** It is the norm's first round: the ambition is new, was measured differently, or there is no older norm. */
  | 'new-point'
  | 'other-measure'
  | 'first-round';

/** The round since which an ambition has not been achieved. */
export interface OpenSince {
  readonly norm: Norm;
  readonly round: Round;
  readonly before: Before;
}

const statusesOf = memo(
  ({ cells }: RoundFigures) => new Map(cells.map((cell): [string, Status] => [cellKey(cell), cell.result.status])),
);

function statusIn(round: RoundFigures, ambition: string, organisation: string): Status | null {
  return statusesOf(round).get(cellKey({ ambition: { id: ambition }, organisation })) ?? null;
}

/** Leaves out rounds without public results per ambition. */
function roundsWithPoints({ rounds }: NormFigures): RoundFigures[] {
  return rounds.filter(({ round }) => round.level === 'points');
}

function firstOfEach(strands: readonly Strand[]): Strand[] {
  return [...groupBy(strands, ({ ambition }) => ambition.id).values()].map((same) => same[0]!);
}

function olderStrands(older: Norm, strands: readonly Strand[]): Strand[] {
  return firstOfEach(
    strands.flatMap(({ ambition }) =>
      ambition.origins.flatMap((origin) => {
        const source = older.ambitions.find(({ id }) => id === origin.ambition);
        return source ? [{ ambition: source, origin }] : [];
      }),
    ),
  );
}

function newerStrands(newer: Norm, strands: readonly Strand[]): Strand[] {
  const ids = new Set(strands.map(({ ambition }) => ambition.id));
  return firstOfEach(
    newer.ambitions.flatMap((ambition) =>
      ambition.origins.flatMap((origin) => (ids.has(origin.ambition) ? [{ ambition, origin }] : [])),
    ),
  );
}

/** Follows an ambition through the norms, back to its origins and on to its successors; oldest norm first. */
export function legsOf(norms: readonly NormFigures[], { norm }: NormFigures, ambition: Ambition): Leg[] {
  function legOf(version: string): NormFigures | undefined {
    return norms.find((figures) => figures.norm.version === version);
  }
  function before({ figures, strands }: Leg): Leg[] {
    const older = figures.norm.predecessor === null ? undefined : legOf(figures.norm.predecessor);
    const found = older ? olderStrands(older.norm, strands) : [];
    if (!older || found.length === 0) return [];
    const leg = { figures: older, strands: found };
    return [...before(leg), leg];
  }
  function after({ figures, strands }: Leg): Leg[] {
    const newer = norms.find((each) => each.norm.predecessor === figures.norm.version);
    const found = newer ? newerStrands(newer.norm, strands) : [];
    if (!newer || found.length === 0) return [];
    const leg = { figures: newer, strands: found };
    return [leg, ...after(leg)];
  }
  const start: Leg = { figures: legOf(norm.version)!, strands: [{ ambition, origin: null }] };
  return [...before(start), start, ...after(start)];
}

/** Returns the status of one ambition of an organisation in each round of a norm, in order of date. */
export function stopsOf(figures: NormFigures, ambition: string, organisation: string): Stop[] {
  return roundsWithPoints(figures).map((round) => ({
    round: round.round,
    status: statusIn(round, ambition, organisation),
  }));
}

export function isOpen(status: Status | null): boolean {
  return status === 'not-achieved' || status === 'partly-achieved';
}

/**
 * What an earlier status says about how long an ambition has been open. In a complete norm, an ambition without a
 * result does not apply.
 */
function beforeOf(status: Status | null, complete: boolean): Before {
  if (status === null) return complete ? 'not-applicable' : 'unknown';
  if (status === 'achieved' || status === 'not-applicable') return status;
  return 'unknown';
}

/**
 * Returns the round since which an ambition that is open in the newest round has been so without interruption; null if
 * it is not open there. An unknown result interrupts, as it may have been achieved then. Continues in the older norm
 * only if the ambition is comparable with one there.
 */
export function openSince(
  norms: readonly NormFigures[],
  figures: NormFigures,
  ambition: Ambition,
  organisation: string,
): OpenSince | null {
  const { norm } = figures;
  const stops = stopsOf(figures, ambition.id, organisation);
  const at = stops.findLastIndex(({ status }) => !isOpen(status)) + 1;
  const first = stops[at];
  if (!first) return null;
  function since(before: Before): OpenSince {
    return { norm, round: first!.round, before };
  }
  if (at > 0) return since(beforeOf(stops[at - 1]!.status, norm.complete));
  const older = norms.find((each) => each.norm.version === norm.predecessor);
  if (!older) return since('first-round');
  if (ambition.origins.length === 0) return since('new-point');
  const origin = ambition.origins.find(({ comparable }) => comparable);
  const source = origin && older.norm.ambitions.find(({ id }) => id === origin.ambition);
  if (!source) return since('other-measure');
  const last = stopsOf(older, source.id, organisation).at(-1);
  if (!last) return since('unknown');
  return isOpen(last.status)
    ? openSince(norms, older, source, organisation)
    : since(beforeOf(last.status, older.norm.complete));
}
