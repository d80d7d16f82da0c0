import type { ChartType, Datasets, Variant } from '../../charts/chart.ts';
import { type Drawing, drawingOf } from '../../charts/drawing.ts';
import type { Percentages, Scope } from '../../compute/figures.ts';
import { boundsShort, NO_FIGURE, percentText } from '../../format/number.ts';
import type { Source } from '../../model/source.ts';
import type { Link } from '../views/link.ts';

/** A figure in a chart's table: as shown, with its row and column in the published files. */
export interface ChartCell {
  readonly text: string;
  readonly identity: string;
  readonly column: string;
}

/** The contents of a chart as text. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | ChartCell)[])[];
}

/** The figure of a set as it appears in the table: a percentage, a range, or nothing. */
export function percentageCell({ percentage, lower, upper }: Percentages, identity: string): ChartCell {
  return {
    identity,
    column: percentage || !lower ? 'percentage' : 'ondergrens',
    text: percentage ? percentText(percentage) : lower && upper ? boundsShort(lower, upper) : NO_FIGURE,
  };
}

/** What a chart is for on its page. A page has at most one chart per role and norm. */
export type ChartRole = 'progress' | 'themes' | 'organisations' | 'points';

/** A chart with all the text that goes with the picture. */
export interface ChartFigure {
  /** Unique within the report; part of its address. */
  readonly id: string;
  /** Name of its chart type. */
  readonly kind: string;
  readonly title: string;
  readonly sentence: string;
  readonly table: ChartTable;
  /**
   * How partly achieved ambitions count in its figures, or how its norms differ in that; null where it does not matter.
   */
  readonly weight: string | null;
  /** The meaning of its shapes in words, so that it can be read in black and white. */
  readonly key: string | null;
  readonly role: ChartRole;
  /** The set that it shows, and its newest round; null for a comparison of norms. */
  readonly subject: { readonly round: string; readonly scope: Scope } | null;
  /** Version of the norm whose figures it shows; of two norms, the newer. */
  readonly version: string;
  /** Address of the page that shows it. */
  readonly shownOn: string;
  readonly round: { readonly link: Link; readonly date: string } | null;
  readonly sources: readonly Source[];
  readonly drawing: (variant: Variant) => Drawing;
  /** Computed on demand. */
  readonly datasets: () => Datasets;
}

type Description = Omit<ChartFigure, 'kind' | 'drawing' | 'datasets'>;

/** A chart of one type with its data. */
export function chartFigure<Input>(kind: ChartType<Input>, input: Input, description: Description): ChartFigure {
  return {
    ...description,
    kind: kind.name,
    drawing: (variant) => drawingOf(`${description.shownOn} ${description.id}`, kind, variant, input),
    datasets: () => kind.datasets(input),
  };
}

/** A version in a form that fits in an id: `1-0`. */
export function versionId(version: string): string {
  return version.replaceAll('.', '-');
}
