import type { UserConfig } from '@11ty/eleventy';
import type { SiteRun } from '../run.ts';
import { hasCharts, withCharts } from './marks.ts';

/** Eleventy plugin: has the charts of this run drawn, and those of the next, and puts them where their marks are. */
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
