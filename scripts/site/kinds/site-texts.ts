import type { SiteContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { SITE_ADDRESSES } from '../addresses.ts';
import { aboutView } from '../views/about.ts';
import { accessibilityView } from '../views/accessibility.ts';

function home(site: SiteContext): string | null {
  return site.main?.at.home ?? null;
}

/** Explanation of terms. */
export const glossaryPages: PageKind<SiteContext> = {
  name: 'glossary',
  entries: (site) => [
    {
      address: SITE_ADDRESSES.glossary,
      title: 'Begrippen',
      parent: home(site),
      description:
        'Wat betekenen ondermijning, ambitiepunt, dekking, Bibob en RIEC? Uitleg van de woorden op deze site.',
      footer: 'Begrippen',
      report: null,
      view: () => ({}),
    },
  ],
};

/** Who makes this site, and of what. */
export const aboutPages: PageKind<SiteContext> = {
  name: 'about',
  entries: (site) => [
    {
      address: SITE_ADDRESSES.about,
      title: 'Over deze site',
      parent: home(site),
      description: `Wie deze site maakt, waar de gegevens vandaan komen en hoe u een fout meldt bij ${site.settings.publisher}.`,
      footer: 'Over deze site',
      report: null,
      view: () => aboutView(site),
    },
  ],
};

/** What is known of visitors: nothing. */
export const privacyPages: PageKind<SiteContext> = {
  name: 'privacy',
  entries: (site) => [
    {
      address: SITE_ADDRESSES.privacy,
      title: 'Privacy',
      parent: home(site),
      description: 'Deze site gebruikt geen cookies, volgt u niet en haalt niets op bij andere sites.',
      footer: 'Privacy',
      report: null,
      view: () => ({}),
    },
  ],
};

/** How accessible the site is, as far as that is known. */
export const accessibilityPages: PageKind<SiteContext> = {
  name: 'accessibility',
  entries: (site) => [
    {
      address: SITE_ADDRESSES.accessibility,
      title: 'Toegankelijkheid',
      parent: home(site),
      description: 'Hoe toegankelijk deze site is, wat nog niet is onderzocht en waar u een probleem meldt.',
      footer: 'Toegankelijkheid',
      report: null,
      view: () => accessibilityView(site),
    },
  ],
};
