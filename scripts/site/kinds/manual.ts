import type { SiteContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { SITE_ADDRESSES } from '../addresses.ts';
import { manualHtml } from '../manual.ts';

/** How editors keep the data. */
export const manualPages: PageKind<SiteContext> = {
  name: 'manual',
  entries: (site) => [
    {
      address: SITE_ADDRESSES.manual,
      title: 'Handleiding voor de redactie',
      parent: site.main?.at.home ?? null,
      description:
        'Zo houdt u de gegevens van deze site bij: een meting beginnen, resultaten invullen, controleren en openbaar maken.',
      footer: 'Voor de redactie',
      report: null,
      view: () => ({ html: manualHtml() }),
    },
  ],
};
