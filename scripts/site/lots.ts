import type { ReportContext } from './context.ts';
import type { Page } from './page.ts';
import type { Pages } from './pages.ts';

/** Pages that are made together: those of some whole reports, and in the last lot those of the site. */
export interface Lot {
  readonly reports: readonly ReportContext[];
  readonly pages: readonly Page[];
}

/**
 * All pages in lots, in their order. Eleventy keeps the whole text of each page until the last is written, so a site
 * of many reports is made a few reports at a time: as many as have about `most` pages together.
 */
export function lotsOf({ site, all }: Pages, most = 500): Lot[] {
  const lots: { reports: ReportContext[]; pages: Page[] }[] = [{ reports: [], pages: [] }];
  for (const report of site.reports) {
    const pages = all.filter(({ entry }) => entry.report === report);
    const last = lots.at(-1)!;
    if (last.pages.length > 0 && last.pages.length + pages.length > most) lots.push({ reports: [report], pages });
    else {
      last.reports.push(report);
      last.pages.push(...pages);
    }
  }
  lots.at(-1)!.pages.push(...all.filter(({ entry }) => entry.report === null));
  return lots;
}
