import { SITE_ADDRESSES } from '../addresses.ts';
import type { SiteContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { alphabetView } from '../views/alphabet.ts';
import { notFoundView } from '../views/not-found.ts';
import { sitemapView } from '../views/sitemap.ts';

/** Every page by its title. */
export const alphabetPages: PageKind<SiteContext> = {
  name: 'alphabet',
  entries: (site) => [
    {
      address: SITE_ADDRESSES.index,
      title: 'Alle pagina’s van A tot Z',
      crumb: 'A tot Z',
      parent: site.main?.at.home ?? null,
      description:
        'Alle pagina’s van deze site op alfabet: thema’s, ambitiepunten, organisaties, metingen en documenten.',
      footer: 'A tot Z',
      report: null,
      view: ({ all }) => alphabetView(site, all),
    },
  ],
};

/** What a server answers with where there is no page. */
export const notFoundPages: PageKind<SiteContext> = {
  name: 'notFound',
  entries: (site) => [
    {
      address: SITE_ADDRESSES.notFound,
      title: 'Deze pagina bestaat niet',
      parent: null,
      description: 'De pagina die u zoekt, is er niet. Hier vindt u de weg terug.',
      report: null,
      view: ({ all }) => notFoundView(site, all),
    },
  ],
};

/** Every page, for search engines. */
export const sitemapPages: PageKind<SiteContext> = {
  name: 'sitemap',
  entries: (site) => [
    {
      address: SITE_ADDRESSES.sitemap,
      title: 'Sitemap',
      parent: null,
      description: 'Alle adressen van deze site, voor zoekmachines.',
      report: null,
      view: ({ all }) => sitemapView(site, all),
    },
  ],
};
