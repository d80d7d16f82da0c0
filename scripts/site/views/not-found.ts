import { SITE_ADDRESSES } from '../addresses.ts';
import type { SiteContext } from '../context.ts';
import type { ListedPage } from '../page-entry.ts';
import { link } from './link.ts';

/** The way back for who ends where there is no page. */
export function notFoundView(site: SiteContext, pages: readonly ListedPage[]) {
  return {
    links: pages
      .filter(({ entry }) => entry.report === site.main && entry.navigation !== undefined)
      .map(({ address, entry, title }) => link(entry.navigation ?? title, site.href(address))),
    results: site.href(SITE_ADDRESSES.searchResults),
    index: site.href(SITE_ADDRESSES.index),
  };
}
