import type { SiteContext } from '../context.ts';
import type { ListedPage } from '../page-entry.ts';
import { isListed } from './listed.ts';

/** Full addresses of every page that may be found. */
export function sitemapView({ settings }: SiteContext, pages: readonly ListedPage[]) {
  return {
    addresses: pages.filter(isListed).map(({ address }) => `${settings.address}${address}`),
  };
}
