import type { Drawing } from './drawing.ts';
import { ChartRenderer } from './renderer.ts';

/** All that a picture depends on. */
type Look = Omit<Drawing, 'id'>;

/** The same for drawings that look the same. */
function looksOf({ kind, variant, datasets }: Look): string {
  return `${kind} ${variant} ${JSON.stringify(datasets)}`;
}

/** Draws charts for one build after another. `keeps`: what one drew is kept for the next, so that a chart that has not changed is not drawn again. */
export class KeepingRenderer {
  readonly #renderer = new ChartRenderer();
  readonly #keeps: boolean;
  /** What this build drew, and what the build before it did, by its looks. */
  #drawn = new Map<string, string>();
  #before: ReadonlyMap<string, string> = new Map();

  /** How many charts were really drawn, not taken from what was kept. */
  drawings = 0;

  constructor({ keeps }: { readonly keeps: boolean }) {
    this.#keeps = keeps;
  }

  /** Compiles every kind, for who has time before there is anything to draw. */
  prepare(): void {
    this.#renderer.prepare();
  }

  /** Call as a build begins to draw: forgets what the one before it did not. */
  nextBuild(): void {
    this.#before = this.#drawn;
    this.#drawn = new Map();
  }

  /** Cleaned SVG, with resolved colours. Throws what Vega says of a drawing, if only a warning. */
  svg(drawing: Look): string {
    if (!this.#keeps) return this.#draw(drawing);
    const looks = looksOf(drawing);
    const svg = this.#drawn.get(looks) ?? this.#before.get(looks) ?? this.#draw(drawing);
    this.#drawn.set(looks, svg);
    return svg;
  }

  #draw(drawing: Look): string {
    this.drawings++;
    return this.#renderer.svg(drawing);
  }
}
