import { firstDay } from '../../model/date.ts';
import { SITE_ADDRESSES } from '../addresses.ts';
import type { SiteContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';

/** What search engines may do. Fictional pages stay readable for them, since only there is said not to index. */
export const robotsPages: PageKind<SiteContext> = {
  name: 'robots',
  entries: ({ settings }) => [
    {
      address: SITE_ADDRESSES.robots,
      title: 'Robots',
      parent: null,
      description: 'Wat zoekmachines mogen.',
      report: null,
      view: () => ({ sitemap: `${settings.address}${SITE_ADDRESSES.sitemap}` }),
    },
  ],
};

/** Where to report a leak, per RFC 9116; only where the settings say so. */
export const securityPages: PageKind<SiteContext> = {
  name: 'security',
  entries: ({ settings: { security, address } }) =>
    security === null
      ? []
      : [
          {
            address: SITE_ADDRESSES.security,
            title: 'Beveiliging',
            parent: null,
            description: 'Waar u een lek meldt.',
            report: null,
            view: () => ({
              contact: security.contact,
              expires: `${firstDay(security.expires)}T00:00:00Z`,
              canonical: `${address}${SITE_ADDRESSES.security}`,
            }),
          },
        ],
};
