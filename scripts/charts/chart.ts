import type { TopLevelSpec } from 'vega-lite';
import { BODY, captionLines, HEADING, type Caption } from './caption.ts';
import { COLOUR, limitInBrowser, textLimit } from './style.ts';

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

type ChartLayer = Extract<TopLevelSpec, { readonly layer: unknown }>['layer'][number];

/** Rows stand below one another. */
export const ROW = {
  field: 'volgorde',
  type: 'ordinal' as const,
  scale: { paddingInner: 0, paddingOuter: 0 },
  axis: null,
};

/** The name of each row, `offset` from its middle; `beside`: how much room something else takes on that line. */
export function nameMark(variant: Variant, offset: number, beside = 0): ChartLayer {
  return {
    data: { name: 'rijen' },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'top',
      // Some letters lean out to the left.
      x: 3,
      yOffset: offset,
      limit: textLimit(WIDTH[variant] - beside - 3),
    },
    encoding: { y: ROW, text: { field: 'naam' } },
  };
}

/** Stripes in part of a row: they tell it from what is solid without a colour, also in grey. `size`: its height. */
export function hatch(filter: string, size: number, offset: number, color: string, x: object, x2: string): ChartLayer {
  return {
    data: { name: 'rijen' },
    transform: [{ filter }],
    mark: { type: 'rule', color, strokeWidth: size, strokeDash: [2, 3], yOffset: offset, y2Offset: offset },
    encoding: { y: ROW, x, x2: { field: x2 } },
  };
}

/** A specification with what must be read with the picture above it, as its title. */
function captioned(spec: TopLevelSpec, variant: Variant, caption: Caption): TopLevelSpec {
  const { heading, body } = captionLines(caption, WIDTH[variant]);
  const padding = (spec as { padding: { top: number } }).padding;
  return {
    ...spec,
    padding: { ...padding, top: padding.top + heading.length * HEADING.line + body.length * BODY.line + 14 },
    title: {
      text: heading,
      subtitle: body,
      anchor: 'start',
      frame: 'group',
      offset: 12,
      fontSize: HEADING.size,
      lineHeight: HEADING.line,
      color: COLOUR.text,
      subtitleFontSize: BODY.size,
      subtitleLineHeight: BODY.line,
      subtitleColor: COLOUR.text,
    },
  } as TopLevelSpec;
}

/** The whole specification with its data, as it opens in any Vega-Lite editor. */
export function specification(
  { spec }: Pick<ChartType<never>, 'spec'>,
  variant: Variant,
  datasets: Datasets,
  caption: Caption | null = null,
): TopLevelSpec {
  const own = forBrowser(spec(variant)) as TopLevelSpec;
  return { ...(caption ? captioned(own, variant, caption) : own), datasets } as TopLevelSpec;
}
