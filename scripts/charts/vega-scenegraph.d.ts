// The part of vega-scenegraph 5 that the renderer uses; the package has no types of its own.
declare module 'vega-scenegraph' {
  export class SVGStringRenderer {
    initialize(element: null, width: number, height: number, origin: readonly [number, number]): this;
    render(scene: unknown): this;
    svg(): string;
  }
}
