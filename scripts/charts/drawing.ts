import { type ChartType, type Datasets, specification, type Variant } from './chart.ts';
import { chartTypeNamed } from './chart-types.ts';
import type { Caption } from './style.ts';
import { standaloneSvg } from './svg.ts';

/** A chart to be drawn. */
export interface Drawing {
  /** Unique within the site. */
  readonly id: string;
  /** Name of its chart type. */
  readonly kind: string;
  readonly variant: Variant;
  /** Computed on access: a picture that is cached needs no data. */
  readonly datasets: Datasets;
}

/** Charts that show the same data, as plain values that can be posted to a thread. */
export interface ChartJob {
  /** Name of their chart type. */
  readonly kind: string;
  readonly datasets: Datasets;
  readonly drawings: readonly Pick<Drawing, 'id' | 'variant'>[];
  readonly files: ChartFileTexts;
}

export interface ChartFileTexts {
  /** Relative to the output folder, with a trailing slash. */
  readonly folder: string;
  readonly caption: Caption;
  /** What the chart shows, in one sentence. */
  readonly sentence: string;
  /** Address of the page that shows it. */
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

/**
 * Downloads of a chart: its picture, and its specification including the data. `svg`: cleaned, with resolved colours.
 */
export function chartFiles(
  { kind, datasets, files: { folder, caption, sentence, page } }: ChartJob,
  svg: string,
): { readonly path: string; readonly content: string }[] {
  const drawn = chartTypeNamed(kind);
  // The interactive page also needs the narrow variant and the texts; Vega ignores `usermeta`.
  const { datasets: _, ...narrow } = specification(drawn, 'narrow', {}, caption);
  const told = {
    ...specification(drawn, 'wide', datasets, caption),
    usermeta: { titel: caption.title, uitleg: sentence, pagina: page, smal: narrow },
  };
  return [
    { path: `${folder}grafiek.svg`, content: standaloneSvg(svg, caption) },
    { path: `${folder}specificatie.json`, content: `${JSON.stringify(told)}\n` },
  ];
}
