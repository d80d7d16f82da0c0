import type { UserConfig } from '@11ty/eleventy';
import type { SiteSettings } from '../model/report.ts';
import type { AssetLinks } from './assets.ts';
import { SITE_VIEWS } from './pages/all.ts';
import type { SiteRun } from './run.ts';

/** Eleventy copies plain objects for every page, but passes an instance of a class on unchanged. */
class Shared {
  [name: string]: unknown;
}

/** What every template knows of the site, under the name `site`: its settings, and more. */
export type TemplateSiteData = SiteSettings & {
  /** Prefix of addresses in links: empty, or the path of the site's base address. */
  readonly base: string;
  readonly assets: AssetLinks;
};

/**
 * Eleventy plugin: the report as data. `site` has the settings; `pages.<type>` has the pages of a page type, to
 * paginate over with the alias `item`, or the view of a single page of the site.
 */
export function siteData(config: UserConfig, { site, base, items }: SiteRun): void {
  config.addGlobalData('site', Object.assign(new Shared(), site.settings, { base, assets: site.assets }));
  const pages: Shared = Object.assign(new Shared(), Object.fromEntries(items));
  for (const [name, viewOf] of Object.entries(SITE_VIEWS))
    Object.defineProperty(pages, name, { enumerable: true, get: () => viewOf(site) });
  config.addGlobalData('pages', pages);
}
