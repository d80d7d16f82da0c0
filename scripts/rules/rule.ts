import type { NormFigures } from '../compute/report.ts';
import type { Norm } from '../model/norm.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Problem } from '../model/problem.ts';
import type { ReportData } from '../model/report.ts';
import type { Foundations } from './rests-on.ts';

/** A norm with its context. */
export interface RuledNorm {
  readonly norm: Norm;
  /** The norm that it replaces; null if there is none, or if it is unknown which. */
  readonly predecessor: Norm | null;
  readonly report: ReportData;
  /** By id. */
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly foundations: Foundations;
}

/** Checks the records of one norm against each other. */
export type NormRule = (context: RuledNorm) => Problem[];

/** Compares reported figures with computed ones. */
export type FiguresRule = (figures: NormFigures) => Problem[];

/** Returns the items whose key occurs earlier in the list. */
export function repeated<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item);
    if (seen.has(key)) return true;
    seen.add(key);
    return false;
  });
}
