import type { UserConfig } from '@11ty/eleventy';
import type { Drawing } from '../charts/drawing.ts';
import { namedSvg } from '../charts/svg.ts';
import type { ReportContext } from './context.ts';
import type { SiteRun } from './run.ts';

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

/**
 * Eleventy plugin: has the charts of this run drawn, and those of the next, and puts the pictures where their marks are. A page waits for
 * them only when all else of it is there.
 */
export function charts(config: UserConfig, run: SiteRun): void {
  const { shared, reports, upcoming } = run;
  config.on('eleventy.before', ({ outputMode, directories }) => {
    if (outputMode === 'fs')
      for (const report of [...reports, ...upcoming]) shared?.charts.draw(report, directories.output);
  });
  config.addTransform('charts', async function (content) {
    if (!content.includes('<!--picture ')) return content;
    const url = String(this.page.url);
    const report = run.list.byUrl.get(url)?.report;
    if (!report) throw new Error(`a picture on ${url}, which is a page of no report`);
    const drawn = await run.picturesOf(report);
    return content.replace(MARK, (_, id: string, labelledBy: string) => {
      const svg = drawn.get(id);
      if (svg === undefined) throw new Error(`the picture ${id} was not drawn`);
      return namedSvg(svg, labelledBy || null);
    });
  });
  config.on('eleventy.after', async ({ outputMode }) => {
    if (outputMode === 'fs') await shared?.charts.written(reports);
  });
}
