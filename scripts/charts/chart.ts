import type { TopLevelSpec } from 'vega-lite';
import { limitInBrowser } from './style.ts';

/** Narrow for a phone, wide for a larger screen and paper: text keeps its size, the layout changes. */
export type Variant = 'narrow' | 'wide';

export const VARIANTS: readonly Variant[] = ['narrow', 'wide'];

/** Width of a chart, margins included, in CSS pixels. */
export const WIDTH: Readonly<Record<Variant, number>> = { narrow: 280, wide: 640 };

/** One row of a chart's data; names are Dutch, since readers see them in tooltips and downloads. */
export type ChartRow = Readonly<Record<string, string | number | boolean | null>>;

/** Named tables of data. */
export type Datasets = Readonly<Record<string, readonly ChartRow[]>>;

/** A kind of chart: a specification that is the same for all of them, and the data of each. */
export interface ChartType<Input> {
  readonly name: string;
  /** Vega-Lite; its data stand under the names that `datasets` gives. */
  readonly spec: (variant: Variant) => TopLevelSpec;
  readonly datasets: (input: Input) => Datasets;
}

function forBrowser(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(forBrowser);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'limit' ? limitInBrowser(inner as number) : forBrowser(inner),
    ]),
  );
}

/** The whole specification with its data, as it opens in any Vega-Lite editor. */
export function specification(
  { spec }: Pick<ChartType<never>, 'spec'>,
  variant: Variant,
  datasets: Datasets,
): TopLevelSpec {
  return { ...(forBrowser(spec(variant)) as object), datasets } as TopLevelSpec;
}
