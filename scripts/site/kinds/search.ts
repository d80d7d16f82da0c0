import { SITE_ADDRESSES } from '../addresses.ts';
import type { SiteContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';

function view(site: SiteContext) {
  return {
    results: site.href(SITE_ADDRESSES.searchResults),
    index: site.href(SITE_ADDRESSES.index),
    privacy: site.href(SITE_ADDRESSES.privacy),
  };
}

/** Where a reader asks. Loads no script. */
export const searchPages: PageKind<SiteContext> = {
  name: 'search',
  entries: (site) => [
    {
      address: SITE_ADDRESSES.search,
      title: 'Zoeken',
      parent: site.main?.at.home ?? null,
      description: 'Zoek in alle pagina’s: normen, thema’s, ambitiepunten, organisaties, metingen en documenten.',
      report: null,
      view: () => view(site),
    },
  ],
};

/** What the button leads to: the page that loads the search program, since someone asked for it. */
export const searchResultsPages: PageKind<SiteContext> = {
  name: 'searchResults',
  entries: (site) => [
    {
      address: SITE_ADDRESSES.searchResults,
      title: 'Zoekresultaten',
      crumb: 'Resultaten',
      parent: SITE_ADDRESSES.search,
      description: 'De pagina’s waarin uw zoekwoorden staan.',
      listed: false,
      report: null,
      view: () => view(site),
    },
  ],
};
