import type { ChartType, Datasets, Variant } from '../../charts/chart.ts';
import { type Drawing, drawingOf } from '../../charts/drawing.ts';
import type { Percentages, Scope } from '../../compute/figures.ts';
import { boundsShort, NO_FIGURE, percentText } from '../../format/number.ts';
import type { Source } from '../../model/source.ts';
import type { Link } from '../views/link.ts';

/** A figure in a chart's table: as shown, and its row and column in the published files. */
export interface ChartCell {
  readonly text: string;
  readonly identity: string;
  readonly column: string;
}

/** What a chart shows, as text. */
export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | ChartCell)[])[];
}

/** The figure of a set as the table shows it: a percentage, a range, or nothing. */
export function percentageCell({ percentage, lower, upper }: Percentages, identity: string): ChartCell {
  return {
    identity,
    column: percentage || !lower ? 'percentage' : 'ondergrens',
    text: percentage ? percentText(percentage) : lower && upper ? boundsShort(lower, upper) : NO_FIGURE,
  };
}

/** What a chart is to its page: no page has two of one role about one norm. */
export type ChartRole = 'progress' | 'themes' | 'organisations' | 'points';

/** A chart with everything that a reader needs beside the picture. */
export interface ChartFigure {
  /** Within the report; part of its address. */
  readonly id: string;
  /** Name of its kind. */
  readonly kind: string;
  readonly title: string;
  readonly sentence: string;
  readonly table: ChartTable;
  /**
   * How partly achieved points count in its figures, or how its norms differ in that; null where it does not matter.
   */
  readonly weight: string | null;
  /** What its shapes mean, in words: they survive a printer without colours. */
  readonly key: string | null;
  readonly role: ChartRole;
  /** The set that it is about, and its newest round; null of two norms. */
  readonly subject: { readonly round: string; readonly scope: Scope } | null;
  /** Of which norm it shows figures; of two the newer. */
  readonly version: string;
  /** The page that shows it. */
  readonly shownOn: string;
  readonly round: { readonly link: Link; readonly date: string } | null;
  readonly sources: readonly Source[];
  readonly drawing: (variant: Variant) => Drawing;
  /** Made when it is asked for. */
  readonly datasets: () => Datasets;
}

type Description = Omit<ChartFigure, 'kind' | 'drawing' | 'datasets'>;

/** A chart of some kind with its data. */
export function chartFigure<Input>(kind: ChartType<Input>, input: Input, description: Description): ChartFigure {
  return {
    ...description,
    kind: kind.name,
    drawing: (variant) => drawingOf(`${description.shownOn} ${description.id}`, kind, variant, input),
    datasets: () => kind.datasets(input),
  };
}

/** A version as part of an id: `1-0`. */
export function versionId(version: string): string {
  return version.replaceAll('.', '-');
}
