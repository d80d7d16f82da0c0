import { type LoggerInterface, parse, View } from 'vega';
import { compile } from 'vega-lite';
import { SVGStringRenderer } from 'vega-scenegraph';
import { VARIANTS, type ChartType, type Datasets, type Variant } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { chartTypeNamed, CHART_TYPES, type AnyChartType } from './chart-types.ts';
import { cleanSvg } from './svg.ts';

const WARN = 2;

/** Throws on any warning from Vega, since it means that a chart does not show what it should. */
class StrictLogger implements LoggerInterface {
  level(): number;
  level(level: number): this;
  level(level?: number): number | this {
    return level === undefined ? WARN : this;
  }

  error(...words: readonly unknown[]): this {
    throw new Error(`Vega: ${words.map((word) => (word instanceof Error ? word.message : String(word))).join(' ')}`);
  }

  warn(...words: readonly unknown[]): this {
    return this.error(...words);
  }

  info(): this {
    return this;
  }

  debug(): this {
    return this;
  }
}

/**
 * Draws charts as SVG. Compiling and parsing a specification takes ten times as long as drawing, so each type and width
 * is compiled once, and its view is fed the data of one chart after another. Any warning from Vega throws.
 */
export class ChartRenderer {
  readonly #views = new Map<string, View>();

  /** Compiles every type in advance. */
  prepare(): void {
    for (const kind of CHART_TYPES) for (const variant of VARIANTS) this.#view(kind, variant);
  }

  /** Returns cleaned SVG with resolved colours. */
  svg({ kind, variant, datasets }: Omit<Drawing, 'id'>): string {
    return this.#render(chartTypeNamed(kind), variant, datasets);
  }

  draw<Input>(kind: ChartType<Input>, variant: Variant, input: Input): string {
    return this.#render(kind, variant, kind.datasets(input));
  }

  #render(kind: AnyChartType, variant: Variant, datasets: Datasets): string {
    return cleanSvg(svgOf(fed(this.#view(kind, variant), datasets)));
  }

  #view(kind: AnyChartType, variant: Variant): View {
    const key = `${kind.name} ${variant}`;
    const known = this.#views.get(key);
    if (known) return known;
    const logger = new StrictLogger();
    const { spec } = compile(kind.spec(variant), { logger });
    const view = new View(parse(spec), { logger, renderer: 'none' });
    this.#views.set(key, view);
    return view;
  }
}

/** Feeds a view with copies of the rows, because Vega adds properties to them. */
function fed(view: View, datasets: Datasets): View {
  for (const [name, rows] of Object.entries(datasets))
    view.data(
      name,
      rows.map((row) => ({ ...row })),
    );
  return view.run();
}

function svgOf(view: View): string {
  const padding = view.padding() as { left: number; right: number; top: number; bottom: number };
  const width = view.width() + padding.left + padding.right;
  const height = view.height() + padding.top + padding.bottom;
  return new SVGStringRenderer()
    .initialize(null, width, height, [padding.left, padding.top])
    .render((view.scenegraph() as unknown as { root: unknown }).root)
    .svg();
}
