import type { SiteReport } from '../../scripts/report.ts';
import { siteAssets } from '../../scripts/site/assets.ts';
import { siteContext, type SiteContext } from '../../scripts/site/context.ts';
import { openSite } from '../../scripts/site/open-site.ts';
import type { OpenedSite } from '../../scripts/site/run.ts';

/** A site as in a build. */
export function contextOf(report: SiteReport): SiteContext {
  return siteContext(report, siteAssets([], report.settings.address).links);
}

/** The site of a data folder. */
export function opened(data: string): OpenedSite {
  const { opened: site } = openSite(data);
  if (!site) throw new Error(`${data} does not build`);
  return site;
}
