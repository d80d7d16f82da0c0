import type { NormFigures } from '../compute/report.ts';
import type { Norm } from '../model/norm.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Problem } from '../model/problem.ts';
import type { ReportData } from '../model/report.ts';
import type { Foundations } from './rests-on.ts';

/** A norm with what stands around it. */
export interface RuledNorm {
  readonly norm: Norm;
  /** The norm that it replaces, where it is known which that is. */
  readonly predecessor: Norm | null;
  readonly report: ReportData;
  /** By id. */
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly foundations: Foundations;
}

/** Checks the records of one norm against each other. */
export type NormRule = (context: RuledNorm) => Problem[];

/** Checks what is stated against what is computed. */
export type FiguresRule = (figures: NormFigures) => Problem[];

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
