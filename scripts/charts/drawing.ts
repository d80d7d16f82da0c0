import type { ChartKind, Datasets, Variant } from './chart.ts';

/** A chart to be drawn. */
export interface Drawing {
  /** Which one of the site it is. */
  readonly id: string;
  /** Name of its kind. */
  readonly kind: string;
  readonly variant: Variant;
  /** Made when it is asked for: who has the picture needs no data. */
  readonly datasets: Datasets;
}

export const drawingOf = <Input>(id: string, kind: ChartKind<Input>, variant: Variant, input: Input): Drawing =>
  ({ id: `${id} ${variant}`, kind: kind.name, variant, get datasets() { return kind.datasets(input); } });
