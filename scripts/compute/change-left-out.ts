import { isActive } from '../model/date.ts';
import type { Norm } from '../model/norm.ts';
import type { Cell } from './cells.ts';
import { isKnown } from './counts.ts';

/** Why results of one of two rounds are out of the change between them; the first reason that holds. */
export interface LeftOutOfChange {
  /** Organisations that took part only in the later round, and only in the earlier one. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
  /** Numbers of points that were there only in the later round, and only in the earlier one. */
  readonly newPoints: number;
  readonly endedPoints: number;
  /** Numbers of results. One that is applicable in neither round is out of nothing. */
  readonly notApplicable: number;
  readonly notKnown: number;
}

/** A result that is out: in one of the rounds it is not there, not applicable or not known. */
export interface OutCell {
  readonly cell: Cell;
  readonly reason: 'joined' | 'left' | 'new-point' | 'ended-point' | 'not-applicable' | 'not-known';
}

/** One point of one organisation in both rounds, or in the one of them that has it. */
export type CellPair =
  { readonly was: Cell; readonly is: Cell | undefined } | { readonly was: Cell | undefined; readonly is: Cell };

/** All pairs of two rounds that are not known in both, each with the first reason that holds. `from`, `to`: first days. */
export function outCells(norm: Norm, pairs: readonly CellPair[], from: string, to: string): OutCell[] {
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

/** The reasons, counted. */
export function leftOutOf(cells: readonly OutCell[]): LeftOutOfChange {
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
