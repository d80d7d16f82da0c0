import { SITE_ADDRESSES } from '../addresses.ts';
import type { SiteContext } from '../context.ts';
import type { ListedPage } from '../page-entry.ts';
import type { PageList } from '../page-entry.ts';
import { alternatesOf } from './alternates.ts';
import type { AssetLinks } from '../assets.ts';
import { SOCIAL_CARD } from '../house-style.ts';
import { link, type Link } from './link.ts';
import { isPublishedByParticipant } from './publisher.ts';

/** A link in the navigation; `current` is the value of aria-current, or null. */
export interface NavigationLink extends Link {
  readonly current: 'page' | 'true' | null;
}

/** Everything that stands around the content of a page. */
export interface Shell {
  readonly fullTitle: string;
  readonly description: string;
  readonly canonical: string;
  /** Feeds for who wants to follow this. */
  readonly alternates: readonly Link[];
  /** What stands before an address: empty, or the path of the site's base address. */
  readonly base: string;
  readonly site: Link;
  readonly report: Link | null;
  readonly navigation: readonly NavigationLink[];
  readonly search: NavigationLink;
  readonly assets: AssetLinks;
  /** Address of the picture that goes with a shared link. */
  readonly card: string;
  readonly crumbs: readonly Link[];
  /** The last of the breadcrumbs: this page; null at the top of a report. */
  readonly here: string | null;
  /** Whether search engines may show it. */
  readonly indexed: boolean;
  /** On every page of a report that is made up. */
  readonly fictional: string | null;
  readonly publisher: string;
  readonly about: string;
  readonly contact: Link;
  readonly footer: readonly Link[];
}

function crumbsOf(page: ListedPage, { byAddress, site }: PageList): Link[] {
  const crumbs: Link[] = [];
  for (let above = page.entry.parent; above !== null;) {
    const parent = byAddress.get(above);
    if (!parent) throw new Error(`${page.address}: no page at ${above}`);
    crumbs.unshift(link(parent.entry.crumb ?? parent.title, site.href(above)));
    above = parent.entry.parent;
  }
  return crumbs;
}

function currentOf(page: ListedPage, address: string, home: string): NavigationLink['current'] {
  if (page.address === address) return 'page';
  return address !== home && page.address.startsWith(address) ? 'true' : null;
}

function contactLink(page: ListedPage, address: string): Link {
  return link(address, `mailto:${address}?subject=${encodeURIComponent(`Klopt er iets niet? ${page.address}`)}`);
}

/** Whose site it is, one of a participant only where the publisher is one; and what a page of it rests on. */
function aboutSite(site: SiteContext, fictional: boolean): string {
  const { publisher } = site.settings;
  const basis = fictional ? 'De gegevens op deze pagina zijn verzonnen.' : 'De gegevens komen uit openbare bronnen.';
  return isPublishedByParticipant(site)
    ? `Dit is een website van ${publisher}. ${basis}`
    : `Deze site is gemaakt door ${publisher}. Het is geen website van de provincie, een gemeente of een andere deelnemer. ${basis}`;
}

/** The shell of one page. */
export function shellView(page: ListedPage, list: PageList): Shell {
  const { site } = list;
  const { settings } = site;
  const report = page.entry.report ?? site.main;
  const home = report?.at.home ?? '/';
  const made = page.entry.report?.report.data;
  return {
    fullTitle: page.fullTitle,
    description: page.entry.description,
    canonical: `${settings.address}${page.address}`,
    alternates: alternatesOf(page, list),
    base: site.href(''),
    site: link(settings.title, site.href(site.main?.at.home ?? '/')),
    report: made && made.path !== site.main?.at.home ? link(made.title, site.href(home)) : null,
    navigation: (list.navigation.get(report) ?? []).map(({ address, navigation, title }) => ({
      ...link(navigation ?? title, site.href(address)),
      current: currentOf(page, address, home),
    })),
    search: {
      ...link('Zoeken', site.href(SITE_ADDRESSES.search)),
      current: currentOf(page, SITE_ADDRESSES.search, home),
    },
    assets: site.assets,
    card: `${settings.address}${SOCIAL_CARD}`,
    crumbs: crumbsOf(page, list),
    here: page.entry.parent === null ? null : (page.entry.crumb ?? page.title),
    indexed: page.entry.listed !== false && !made?.fictional,
    fictional: made?.fictional ? `De regio ${made.region}, de organisaties en de cijfers bestaan niet.` : null,
    publisher: settings.publisher,
    about: aboutSite(site, made?.fictional ?? false),
    contact: contactLink(page, settings.contact),
    footer: list.footer.map(({ footer, title, address }) => link(footer ?? title, site.href(address))),
  };
}
