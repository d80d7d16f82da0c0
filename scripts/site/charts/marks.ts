import type { Drawing } from '../../charts/drawing.ts';
import { namedSvg } from '../../charts/svg.ts';
import type { ReportContext } from '../context.ts';

/** SVG to embed in pages, by the id of its drawing. */
export interface ChartSvgs {
  readonly get: (id: string) => string | undefined;
}

/** Returns the charts of a report, once they are drawn. */
export type ChartSvgsOf = (report: ReportContext) => ChartSvgs | Promise<ChartSvgs>;

/**
 * Placeholder in a page for a chart that may not be drawn yet. Text of an editor cannot imitate it, since its `<` is
 * escaped.
 */
export function chartMark({ id }: Drawing, labelledBy: string | null): string {
  return `<!--chart ${id}|${labelledBy ?? ''}-->`;
}

const MARK = /<!--chart ([^|]*)\|(.*?)-->/g;

export function hasCharts(html: string): boolean {
  return html.includes('<!--chart ');
}

/** A page with its placeholders replaced by charts. Throws where a chart was not drawn. */
export function withCharts(html: string, drawn: ChartSvgs): string {
  return html.replace(MARK, (_, id: string, labelledBy: string) => {
    const svg = drawn.get(id);
    if (svg === undefined) throw new Error(`the chart ${id} was not drawn`);
    return namedSvg(svg, labelledBy || null);
  });
}
