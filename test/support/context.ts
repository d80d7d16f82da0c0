import type { SiteReport } from '../../scripts/report.ts';
import { siteAssets } from '../../scripts/site/assets.ts';
import { siteContext, type SiteContext } from '../../scripts/site/context.ts';
import { readNews } from '../../scripts/site/news.ts';

/** A site as a build makes it. */
export function contextOf(report: SiteReport): SiteContext {
  return siteContext(report, { assets: siteAssets([], report.settings.address).links, news: readNews() });
}
