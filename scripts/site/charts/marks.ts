import type { Drawing } from '../../charts/drawing.ts';
import { namedSvg } from '../../charts/svg.ts';
import type { ReportContext } from '../context.ts';

/** SVG for in a page, by the id of its drawing. */
export interface ChartSvgs {
  readonly get: (id: string) => string | undefined;
}

/** Gives the charts of a report, as soon as they are drawn. */
export type ChartSvgsOf = (report: ReportContext) => ChartSvgs | Promise<ChartSvgs>;

/**
 * Stands in a page for a chart that may not be drawn yet. No text of an editor can look like it: in those `<` is
 * escaped.
 */
export function chartMark({ id }: Drawing, labelledBy: string | null): string {
  return `<!--chart ${id}|${labelledBy ?? ''}-->`;
}

const MARK = /<!--chart ([^|]*)\|(.*?)-->/g;

export function hasCharts(html: string): boolean {
  return html.includes('<!--chart ');
}

/** A page with the charts where their marks are. Throws where one was not drawn. */
export function withCharts(html: string, drawn: ChartSvgs): string {
  return html.replace(MARK, (_, id: string, labelledBy: string) => {
    const svg = drawn.get(id);
    if (svg === undefined) throw new Error(`the chart ${id} was not drawn`);
    return namedSvg(svg, labelledBy || null);
  });
}
