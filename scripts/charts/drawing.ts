import type { ChartKind, Datasets, Variant } from './chart.ts';

/** A chart to be drawn: its kind, by name, and the data that stand in it. Plain data, so that it may go to another thread. */
export interface Drawing {
  readonly kind: string;
  readonly variant: Variant;
  readonly datasets: Datasets;
}

/** Who gives the picture of a drawing. */
export interface Drawings {
  /** Cleaned SVG, with resolved colours. Throws where there is none. */
  readonly svg: (drawing: Drawing) => string;
}

export const drawingOf = <Input>(kind: ChartKind<Input>, variant: Variant, input: Input): Drawing =>
  ({ kind: kind.name, variant, datasets: kind.datasets(input) });

/** The same for drawings that look the same. */
export const drawingKey = ({ kind, variant, datasets }: Drawing): string => `${kind} ${variant} ${JSON.stringify(datasets)}`;
