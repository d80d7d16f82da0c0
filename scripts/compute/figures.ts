import { add, divide, fraction, type Fraction, HUNDRED, mean, multiply } from '../model/fraction.ts';
import { groupBy } from '../model/group.ts';
import type { Counting } from '../model/norm.ts';
import type { Reported, ReportedScope } from '../model/round.ts';
import { applicable, type Cell, countCells, known, type StatusCounts, unknown } from './cells.ts';

/** The set of cells that a figure is about. */
export type Scope =
  | ReportedScope
  | { readonly kind: 'theme-organisation'; readonly theme: string; readonly organisation: string }
  | { readonly kind: 'ambition'; readonly ambition: string; readonly theme: string | null };

/** Key that is unique for every set within a round; an id cannot contain `:`. */
export function scopeKey(scope: Scope): string {
  switch (scope.kind) {
    case 'total':
      return 'total';
    case 'theme':
      return `theme:${scope.theme}`;
    case 'organisation':
      return `organisation:${scope.organisation}`;
    case 'theme-organisation':
      return `theme:${scope.theme}:organisation:${scope.organisation}`;
    case 'ambition':
      return `ambition:${scope.ambition}`;
  }
}

/** Percentages of a set of cells, exact, from 0 to 100. Null where there is no such percentage. */
export interface Percentages {
  readonly percentage: Fraction | null;
  readonly lower: Fraction | null;
  readonly upper: Fraction | null;
  /** Share of the applicable cells whose result is known (`dekking`). */
  readonly coverage: Fraction | null;
}

/** All figures of one set of cells in one round. */
export interface Figures extends Percentages {
  readonly scope: Scope;
  /** Null in a round with only reported figures. */
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

/**
 * Whether figures of a set are the mean of those of the organisations. Source: figures, `gemiddelde-per-organisatie`.
 */
export function isMean({ total }: Counting, { kind }: Pick<Scope, 'kind'>): boolean {
  return total === 'mean-per-organisation' && (kind === 'total' || kind === 'theme');
}

/** 100 × score / cells. */
function percentageOfAll(cells: readonly Cell[], weight: Fraction): Fraction {
  return percent(score(countCells(cells), weight), cells.length);
}

/**
 * Returns the percentage over cells that are all known. Where the norm takes a mean for such a set, it is the mean over
 * the organisations that have such cells. Null without cells. Source: figures, "Change between two rounds" and
 * "Comparison".
 */
export function percentageOver(
  cells: readonly Cell[],
  counting: Counting,
  scope: Pick<Scope, 'kind'>,
): Fraction | null {
  if (cells.length === 0) return null;
  if (!isMean(counting, scope)) return percentageOfAll(cells, counting.partlyAchieved);
  const parts = [...groupBy(cells, ({ organisation }) => organisation).values()];
  return mean(parts.map((part) => percentageOfAll(part, counting.partlyAchieved)));
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
