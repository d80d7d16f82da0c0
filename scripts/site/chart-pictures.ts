import type { UserConfig } from '@11ty/eleventy';
import { hasPictures, withPictures } from './picture-marks.ts';
import type { SiteRun } from './run.ts';

/**
 * Eleventy plugin: has the charts of this run drawn, and those of the next, and puts the pictures where their marks are. A page waits for
 * them only when all else of it is there.
 */
export function charts(config: UserConfig, { shared, reports, upcoming, list, picturesOf }: SiteRun): void {
  config.on('eleventy.before', ({ outputMode, directories }) => {
    if (outputMode === 'fs')
      for (const report of [...reports, ...upcoming]) shared?.charts.draw(report, directories.output);
  });
  config.addTransform('charts', async function (content) {
    if (!hasPictures(content)) return content;
    const url = String(this.page.url);
    const report = list.byUrl.get(url)?.report;
    if (!report) throw new Error(`a picture on ${url}, which is a page of no report`);
    return withPictures(content, await picturesOf(report));
  });
  config.on('eleventy.after', async ({ outputMode }) => {
    if (outputMode === 'fs') await shared?.charts.written(reports);
  });
}
