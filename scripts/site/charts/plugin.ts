import type { UserConfig } from '@11ty/eleventy';
import type { SiteRun } from '../run.ts';
import { hasCharts, withCharts } from './marks.ts';

/** Eleventy plugin: draws the charts of this run and the next, and replaces the placeholders in pages. */
export function charts(config: UserConfig, { shared, reports, upcoming, list, svgsOf }: SiteRun): void {
  config.on('eleventy.before', ({ outputMode, directories }) => {
    if (outputMode === 'fs')
      for (const report of [...reports, ...upcoming]) shared?.charts.draw(report, directories.output);
  });
  config.addTransform('charts', async function (content) {
    if (!hasCharts(content)) return content;
    const url = String(this.page.url);
    const report = list.byUrl.get(url)?.report;
    if (!report) throw new Error(`a chart on ${url}, which is a page of no report`);
    return withCharts(content, await svgsOf(report));
  });
  config.on('eleventy.after', async ({ outputMode }) => {
    if (outputMode === 'fs') await shared?.charts.written(reports);
  });
}
