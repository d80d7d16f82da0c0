import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { SVGStringRenderer } from 'vega-scenegraph';
import type { ChartKind, Datasets, Variant } from './chart.ts';
import { cleanSvg } from './svg.ts';
import { StrictLogger } from './strict-logger.ts';

interface Drawer {
  readonly view: View;
  readonly names: readonly string[];
}

/**
 * Draws charts as SVG. Compiling and parsing a specification costs ten times as much as drawing, so it is done once for
 * each kind and width, and the view is fed with the data of one chart after another. What was drawn is kept, so that a
 * chart that has not changed is not drawn again. Any warning of Vega throws.
 */
export class ChartRenderer {
  readonly #drawers = new Map<string, Drawer>();
  #drawn = new Map<string, string>();
  #kept = new Map<string, string>();

  /** How many charts were really drawn, not taken from what was kept. */
  drawings = 0;

  /** With resolved colours, and without what is of no use in Vega's own SVG. */
  draw<Input>(kind: ChartKind<Input>, variant: Variant, input: Input): string {
    const datasets = kind.datasets(input);
    const key = `${kind.name} ${variant} ${JSON.stringify(datasets)}`;
    const svg = this.#drawn.get(key) ?? this.#kept.get(key) ?? this.#render(this.#drawer(kind, variant, Object.keys(datasets)), datasets);
    this.#drawn.set(key, svg);
    return svg;
  }

  /** Call between builds: forgets what the last build did not draw. */
  nextBuild(): void {
    this.#kept = this.#drawn;
    this.#drawn = new Map();
  }

  #drawer<Input>(kind: ChartKind<Input>, variant: Variant, names: readonly string[]): Drawer {
    const key = `${kind.name} ${variant}`;
    const known = this.#drawers.get(key);
    if (known) return known;
    const logger = new StrictLogger();
    const { spec } = compile(kind.spec(variant), { logger });
    const drawer = { view: new View(parse(spec), { logger, renderer: 'none' }), names };
    this.#drawers.set(key, drawer);
    return drawer;
  }

  #render({ view, names }: Drawer, datasets: Datasets): string {
    this.drawings++;
    for (const name of names) view.data(name, [...(datasets[name] ?? [])].map((row) => ({ ...row })));
    view.run();
    const padding = view.padding() as { left: number; right: number; top: number; bottom: number };
    const width = view.width() + padding.left + padding.right;
    const height = view.height() + padding.top + padding.bottom;
    const svg = new SVGStringRenderer().initialize(null, width, height, [padding.left, padding.top]).render((view.scenegraph() as unknown as { root: unknown }).root).svg();
    return cleanSvg(svg);
  }
}
