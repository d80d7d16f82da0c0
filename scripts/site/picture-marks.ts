import type { Drawing } from '../charts/drawing.ts';
import { namedSvg } from '../charts/svg.ts';
import type { ReportContext } from './context.ts';

/** SVG for in a page, by the id of its drawing. */
export interface Pictures {
  readonly get: (id: string) => string | undefined;
}

/** Gives the pictures of a report, as soon as they are drawn. */
export type PicturesOf = (report: ReportContext) => Pictures | Promise<Pictures>;

/** Stands in a page for a picture that may not be drawn yet. No text of an editor can look like it: in those `<` is escaped. */
export function pictureMark({ id }: Drawing, labelledBy: string | null): string {
  return `<!--picture ${id}|${labelledBy ?? ''}-->`;
}

const MARK = /<!--picture ([^|]*)\|(.*?)-->/g;

export function hasPictures(html: string): boolean {
  return html.includes('<!--picture ');
}

/** A page with the pictures where their marks are. Throws where one was not drawn. */
export function withPictures(html: string, drawn: Pictures): string {
  return html.replace(MARK, (_, id: string, labelledBy: string) => {
    const svg = drawn.get(id);
    if (svg === undefined) throw new Error(`the picture ${id} was not drawn`);
    return namedSvg(svg, labelledBy || null);
  });
}
