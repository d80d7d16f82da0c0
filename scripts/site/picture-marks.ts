import type { UserConfig } from '@11ty/eleventy';
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

/** Eleventy plugin: puts the pictures where their marks are. It waits for them only when all else of the page is there. */
export function pictures(
  config: UserConfig,
  {
    reportOf,
    picturesOf,
  }: { readonly reportOf: (address: string) => ReportContext | null; readonly picturesOf: PicturesOf },
): void {
  config.addTransform('pictures', async function (content) {
    if (!content.includes('<!--picture ')) return content;
    const report = reportOf(String(this.page.url));
    if (!report) throw new Error(`a picture on ${String(this.page.url)}, which is a page of no report`);
    const drawn = await picturesOf(report);
    return content.replace(MARK, (_, id: string, labelledBy: string) => {
      const svg = drawn.get(id);
      if (svg === undefined) throw new Error(`the picture ${id} was not drawn`);
      return namedSvg(svg, labelledBy || null);
    });
  });
}
