import { fraction, type Fraction } from '../model/fraction.ts';
import type { Reported } from '../model/round.ts';
import { applicable, known, unknown, type StatusCounts } from './counts.ts';
import { add, divide, HUNDRED, multiply } from './fraction.ts';
import type { Scope } from './scope.ts';

/** Percentages of a set of cells, exact, 0 to 100; null where there is none. */
export interface Percentages {
  readonly percentage: Fraction | null;
  readonly lower: Fraction | null;
  readonly upper: Fraction | null;
  /** Share of the applicable cells whose result is known (`dekking`). */
  readonly coverage: Fraction | null;
}

/** All that is known of one set of cells in one round. */
export interface Figures extends Percentages {
  readonly scope: Scope;
  /** Null in a round of which only reported figures are public. */
  readonly counts: StatusCounts | null;
  readonly reported: Reported | null;
}

export const NO_PERCENTAGES: Percentages = { percentage: null, lower: null, upper: null, coverage: null };

/** Points scored: `behaald` + w × `deels behaald`. */
export function score(counts: StatusCounts, weight: Fraction): Fraction {
  return add(fraction(counts.achieved), multiply(weight, fraction(counts['partly-achieved'])));
}

function percent(part: Fraction, whole: number): Fraction {
  return divide(multiply(HUNDRED, part), fraction(whole));
}

/** 100 × score / known cells; null where none is known. */
export function percentageOfKnown(counts: StatusCounts, weight: Fraction): Fraction | null {
  return known(counts) === 0 ? null : percent(score(counts, weight), known(counts));
}

/** Percentage, bounds and coverage of one set of cells. Source: figures, the table of a set of cells. */
export function percentagesOf(counts: StatusCounts, weight: Fraction): Percentages {
  const whole = applicable(counts);
  if (whole === 0) return NO_PERCENTAGES;
  const points = score(counts, weight);
  return {
    percentage: unknown(counts) === 0 ? percent(points, whole) : null,
    lower: percent(points, whole),
    upper: percent(add(points, fraction(unknown(counts))), whole),
    coverage: percent(fraction(known(counts)), whole),
  };
}
