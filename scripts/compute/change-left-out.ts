import type { Cell } from './cells.ts';
import { isKnown } from './counts.ts';

/** Why results of one of two rounds are out of the change between them; the first reason that holds. */
export interface LeftOutOfChange {
  /** Organisations of which only the later round has results, and of which only the earlier one has. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
  /** Numbers of points that only the later round has, and that only the earlier one has. */
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

/** All pairs of two rounds that are not known in both, each with the first reason that holds. */
export function outCells(pairs: readonly CellPair[]): OutCell[] {
  function inRound(side: 'was' | 'is') {
    const cells = pairs.flatMap((pair) => pair[side] ?? []);
    return {
      organisations: new Set(cells.map(({ organisation }) => organisation)),
      points: new Set(cells.map(({ ambition }) => ambition.id)),
    };
  }
  const [earlier, later] = [inRound('was'), inRound('is')];
  return pairs.flatMap(({ was, is }): OutCell[] => {
    const cell = (is ?? was)!;
    const cells = [was, is].filter((each) => each !== undefined && each.result.status !== 'not-applicable');
    function reason(): OutCell['reason'] | null {
      if (!earlier.organisations.has(cell.organisation)) return 'joined';
      if (!later.organisations.has(cell.organisation)) return 'left';
      if (!earlier.points.has(cell.ambition.id)) return 'new-point';
      if (!later.points.has(cell.ambition.id)) return 'ended-point';
      if (cells.length < 2) return cells.length === 1 ? 'not-applicable' : null;
      return cells.every((each) => isKnown(each!.result.status)) ? null : 'not-known';
    }
    const found = reason();
    return found ? [{ cell, reason: found }] : [];
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
