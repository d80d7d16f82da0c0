import type { NormFigures } from '../compute/norm.ts';
import type { Norm } from '../model/norm.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Problem } from '../model/problem.ts';
import type { ReportData } from '../model/report.ts';
import type { Unread } from '../model/unread.ts';

/** A norm with what stands around it. */
export interface NormContext {
  readonly norm: Norm;
  /** The norm that it replaces, where that exists, could be read, and does not come round to this one. */
  readonly predecessor: Norm | null;
  readonly report: ReportData;
  /** By id; null where they are not known for certain. */
  readonly organisations: ReadonlyMap<string, Organisation> | null;
  readonly unread: Unread;
}

/** Checks the records of one norm against each other. */
export type NormRule = (context: NormContext) => Problem[];

/** Checks what is stated against what is computed. */
export type FiguresRule = (figures: NormFigures) => Problem[];

/** Whether the points of a norm, or the id of one, are not known for certain. */
export function hasDoubtfulPoints({ at, ambitions }: Norm): boolean {
  return at.isDoubtful('ambitions') || ambitions.some((ambition) => ambition.at.isDoubtful('id'));
}

/** The later ones of items that share a key. */
export function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}
