import type { Caption } from './caption.ts';
import type { ChartType, Datasets, Variant } from './chart.ts';

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

/** Charts that show the same data, as plain values, so that a thread can be sent them. */
export interface ChartJob {
  /** Name of its kind. */
  readonly kind: string;
  readonly datasets: Datasets;
  readonly drawings: readonly Pick<Drawing, 'id' | 'variant'>[];
  readonly files: ChartFilesTold;
}

export interface ChartFilesTold {
  /** Within the output folder, with a slash at the end. */
  readonly folder: string;
  readonly caption: Caption;
  /** What it shows, in one sentence. */
  readonly sentence: string;
  /** The page that shows it. */
  readonly page: string;
}

export function drawingOf<Input>(id: string, kind: ChartType<Input>, variant: Variant, input: Input): Drawing {
  return {
    id: `${id} ${variant}`,
    kind: kind.name,
    variant,
    get datasets() {
      return kind.datasets(input);
    },
  };
}
