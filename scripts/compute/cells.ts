import { firstDay, isActive } from '../model/date.ts';
import { groupBy } from '../model/group.ts';
import type { Ambition, Norm, Participant } from '../model/norm.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Result, Round, Status } from '../model/round.ts';

/** An ambition × a participant to which it applies, in one round. */
export interface Cell {
  readonly ambition: Ambition;
  readonly organisation: string;
  readonly result: Result;
}

/** A cell that may or may not have a result. */
interface CellSlot {
  readonly ambition: Ambition;
  readonly organisation: string;
}

function applies(ambition: Ambition, organisation: Organisation): boolean {
  return (
    ambition.appliesTo === null ||
    ambition.appliesTo.some((to) =>
      'kind' in to ? to.kind === organisation.kind : to.organisation === organisation.id,
    )
  );
}

/**
 * Returns the cells of one participant on the round's first day, with or without a result, in the order of the norm.
 */
export function slotsOf(
  norm: Norm,
  round: Pick<Round, 'date'>,
  participant: Participant,
  organisation: Organisation,
): CellSlot[] {
  const day = firstDay(round.date);
  if (!isActive(participant, day)) return [];
  return norm.ambitions
    .filter((ambition) => isActive(ambition, day) && applies(ambition, organisation))
    .map((ambition) => ({ ambition, organisation: organisation.id }));
}

/**
 * Returns all cells on the round's first day, with or without a result, by id of the ambition. `organisations` by id.
 */
export function slotsByPoint(
  norm: Norm,
  round: Pick<Round, 'date'>,
  organisations: ReadonlyMap<string, Organisation>,
): Map<string, CellSlot[]> {
  return groupBy(
    norm.participants.flatMap((participant) => {
      const organisation = organisations.get(participant.organisation);
      return organisation ? slotsOf(norm, round, participant, organisation) : [];
    }),
    ({ ambition }) => ambition.id,
  );
}

/**
 * Returns the cells of a round that have a result: by organisation in the order of the participants, then by ambition.
 * In a complete norm, valid data has a result for each cell; in any other, what is not public is not a cell.
 */
export function cellsOf(norm: Norm, round: Round, organisations: ReadonlyMap<string, Organisation>): Cell[] {
  const results = new Map(
    round.results.map((file) => [file.organisation, new Map(file.results.map((result) => [result.ambition, result]))]),
  );
  return norm.participants.flatMap((participant) => {
    const organisation = organisations.get(participant.organisation);
    const rows = results.get(participant.organisation);
    if (!organisation || !rows) return [];
    return slotsOf(norm, round, participant, organisation).flatMap((slot) => {
      const result = rows.get(slot.ambition.id);
      return result ? [{ ...slot, result }] : [];
    });
  });
}

/** Number of cells in a set with each status. */
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

/** Cells whose result is unknown (`onbekend`): not assessed, or not public. */
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

/** All cells, including those that are not applicable. */
export function sum(counts: StatusCounts): number {
  return applicable(counts) + counts['not-applicable'];
}
