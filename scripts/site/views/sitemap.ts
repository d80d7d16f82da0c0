import type { SiteContext } from '../context.ts';
import type { Page } from '../page.ts';
import { listedPages } from './listed.ts';

/** Full addresses of every page that may be found. */
export const sitemapView = ({ settings }: SiteContext, pages: readonly Page[]) => ({
  addresses: listedPages(pages).map(({ address }) => `${settings.address}${address}`),
});
