import { SITE_ADDRESSES } from '../addresses.ts';
import type { ListedPage } from '../page-entry.ts';
import type { PageList } from '../page-entry.ts';
import { link, type Link } from './link.ts';

/** Feeds that a page leads to: its own or that of a page above it, and that of the site. None for what is made up. */
export function alternatesOf({ entry }: ListedPage, { byAddress, site }: PageList): Link[] {
  if (entry.report?.report.data.fictional) return [];
  const feeds: ListedPage[] = [];
  for (let at: string | null = entry.address; at !== null; at = byAddress.get(at)?.entry.parent ?? null) {
    const feed = at.endsWith('/') ? byAddress.get(`${at}feed.xml`) : undefined;
    if (feed) feeds.push(feed);
  }
  const whole = byAddress.get(SITE_ADDRESSES.feed);
  return [...new Set([...feeds, ...(whole ? [whole] : [])])].map(({ address, title }) =>
    link(title, site.href(address)),
  );
}
