import { SITE_ADDRESSES } from '../addresses.ts';
import type { SiteContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { licencesView } from '../views/licences.ts';

/** The work of others that is published with the site. */
export const licencePages: PageKind<SiteContext> = {
  name: 'licences',
  entries: (site) => [
    {
      address: SITE_ADDRESSES.licences,
      title: 'Licenties',
      parent: SITE_ADDRESSES.about,
      description: 'Met welke programmatuur van anderen deze site werkt, en onder welke licentie.',
      report: null,
      view: () => licencesView(site),
    },
  ],
};
