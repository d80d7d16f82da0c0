import { SITE_ADDRESSES } from '../addresses.ts';
import type { SiteContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { articleView, newsView } from '../views/news.ts';

/** The list of news articles. */
export const newsPages: PageKind<SiteContext> = {
  name: 'news',
  entries: (site) => [
    {
      address: SITE_ADDRESSES.news,
      title: 'Nieuws',
      parent: site.main?.at.home ?? null,
      description: 'Nieuws over deze site, en feeds waarmee u volgt wat er verandert.',
      footer: 'Nieuws',
      report: null,
      view: ({ all }) => newsView(site, all),
    },
  ],
};

/** One news article. */
export const articlePages: PageKind<SiteContext> = {
  name: 'article',
  entries: (site) =>
    site.news.map((article) => ({
      address: `${SITE_ADDRESSES.news}${article.id}/`,
      title: article.title,
      parent: SITE_ADDRESSES.news,
      description: article.summary,
      report: null,
      view: () => articleView(article),
    })),
};
