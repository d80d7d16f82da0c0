import type { TopLevelSpec } from 'vega-lite';
import { BODY, type Caption, captionLines, COLOUR, HEADING, limitInBrowser, textLimit } from './style.ts';

/** Narrow for phones, wide for larger screens and paper. Text has the same size in both; the layout differs. */
export type Variant = 'narrow' | 'wide';

export const VARIANTS: readonly Variant[] = ['narrow', 'wide'];

/** Width of a chart, margins included, in CSS pixels. */
export const WIDTH: Readonly<Record<Variant, number>> = { narrow: 280, wide: 640 };

/** One row of a chart's data. Field names are Dutch, because readers see them in tooltips and downloads. */
export type ChartRow = Readonly<Record<string, string | number | boolean | null>>;

/** Tables of data, by name. */
export type Datasets = Readonly<Record<string, readonly ChartRow[]>>;

/** A chart type: one specification for all its charts, and the data of each. */
export interface ChartType<Input> {
  readonly name: string;
  /** Vega-Lite specification that refers to its data by the names in `datasets`. */
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

/** Vertical position of a row, by its order. */
export const ROW = {
  field: 'volgorde',
  type: 'ordinal' as const,
  scale: { paddingInner: 0, paddingOuter: 0 },
  axis: null,
};

/**
 * Text mark with the name of each row, `offset` from its middle. `beside`: width that something else needs on that
 * line.
 */
export function nameMark(variant: Variant, offset: number, beside = 0): ChartLayer {
  return {
    data: { name: 'rijen' },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'top',
      // Some letters overhang to the left.
      x: 3,
      yOffset: offset,
      limit: textLimit(WIDTH[variant] - beside - 3),
    },
    encoding: { y: ROW, text: { field: 'naam' } },
  };
}

/**
 * Stripes in part of a row, so that it differs from the solid part without colour, also in greyscale. `size`: their
 * height.
 */
export function hatch(filter: string, size: number, offset: number, color: string, x: object, x2: string): ChartLayer {
  return {
    data: { name: 'rijen' },
    transform: [{ filter }],
    mark: { type: 'rule', color, strokeWidth: size, strokeDash: [2, 3], yOffset: offset, y2Offset: offset },
    encoding: { y: ROW, x, x2: { field: x2 } },
  };
}

/** Returns the specification with the caption above the picture, as its title. */
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

/** Complete specification including its data, ready for any Vega-Lite editor. */
export function specification(
  { spec }: Pick<ChartType<never>, 'spec'>,
  variant: Variant,
  datasets: Datasets,
  caption: Caption | null = null,
): TopLevelSpec {
  const own = forBrowser(spec(variant)) as TopLevelSpec;
  return { ...(caption ? captioned(own, variant, caption) : own), datasets } as TopLevelSpec;
}
