import { dateText } from '../../format/date.ts';
import { SITE_ADDRESSES } from '../addresses.ts';
import type { SiteContext } from '../context.ts';
import type { Article } from '../news.ts';
import type { ListedPage } from '../page-entry.ts';
import { link } from './link.ts';

/** All articles, newest first, and the feeds that there are. */
export function newsView(site: SiteContext, pages: readonly ListedPage[]) {
  return {
    articles: site.news.map(({ id, title, date, summary }) => ({
      ...link(title, site.href(`${SITE_ADDRESSES.news}${id}/`)),
      date: dateText(date),
      day: date,
      summary,
    })),
    /** That of the site first. */
    feeds: pages
      .filter(({ kind }) => kind === 'feed')
      .sort((a, b) => Number(a.address !== SITE_ADDRESSES.feed) - Number(b.address !== SITE_ADDRESSES.feed))
      .map(({ address, title }) => link(title, site.href(address))),
  };
}

/** One article. */
export function articleView({ date, summary, body }: Article) {
  return { date: dateText(date), day: date, summary, body };
}
