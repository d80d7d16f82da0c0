import { TemplateError } from '../../cli/system-error.ts';
import type { AssetLinks } from '../assets.ts';
import type { SiteContext } from '../context.ts';
import type { ListedPage, PageList } from '../page-list.ts';
import { link, type Link } from './link.ts';
import { editLink } from './source.ts';

/** A link in the menu; `current` is the value of aria-current, or null. */
export interface MenuLink extends Link {
  readonly current: 'page' | 'true' | null;
}

/** Everything around the content of a page. */
export interface Shell {
  readonly fullTitle: string;
  readonly description: string;
  readonly canonical: string;
  /** Feeds that this page advertises. */
  readonly alternates: readonly Link[];
  /** The feed of this page itself, shown to readers; null where it has none. */
  readonly follow: Link | null;
  readonly site: Link;
  readonly report: Link | null;
  readonly menu: readonly MenuLink[];
  readonly search: MenuLink;
  readonly assets: AssetLinks;
  readonly crumbs: readonly Link[];
  /** The last breadcrumb: this page; null at the top of a report. */
  readonly here: string | null;
  /** Whether search engines may show it. */
  readonly indexed: boolean;
  /** Notice on every page of a made-up report; null on other pages. */
  readonly fictional: string | null;
  readonly publisher: string;
  readonly about: string;
  readonly contact: Link;
  /** Link to what is not known and how to ask for it; null outside a real report. */
  readonly notKnown: Link | null;
  /** Where an editor can change the page's content; null without a repository. */
  readonly edit: Link | null;
  readonly footer: readonly Link[];
}

/** Address behind the search button in the header of every page. */
const SEARCH = '/zoeken/';

function crumbsOf({ template, parent }: ListedPage, { byUrl, site }: PageList): Link[] {
  const crumbs: Link[] = [];
  for (let above = parent; above !== null;) {
    const page = byUrl.get(above);
    if (!page)
      throw new TemplateError(`${template}: er is geen pagina ${above}; zet bij "parent" het adres van een pagina`);
    crumbs.unshift(link(page.crumb, site.href(above)));
    above = page.parent;
  }
  return crumbs;
}

function currentOf(page: ListedPage, url: string, home: string): MenuLink['current'] {
  if (page.url === url) return 'page';
  return url !== home && page.url.startsWith(url) ? 'true' : null;
}

function contactLink(page: ListedPage, address: string): Link {
  return link(address, `mailto:${address}?subject=${encodeURIComponent(`Klopt er iets niet? ${page.url}`)}`);
}

/** Whose site it is, and what a page of it is based on. The site is only called a participant's if the data say so. */
function aboutSite({ settings: { publisher, official } }: SiteContext, fictional: boolean): string {
  const basis = fictional ? 'De gegevens op deze pagina zijn verzonnen.' : 'De gegevens komen uit openbare bronnen.';
  return official
    ? `Dit is een website van ${publisher}. ${basis}`
    : `Deze site is gemaakt door ${publisher}. Het is geen website van de provincie, een gemeente of een andere deelnemer. ${basis}`;
}

/** Feeds that a page links to: its own or that of a page above it, and the site's. None for made-up reports. */
function alternatesOf(page: ListedPage, { byUrl, site }: PageList): Link[] {
  if (page.report?.report.data.fictional) return [];
  const feeds: ListedPage[] = [];
  for (let at: string | null = page.url; at !== null; at = byUrl.get(at)?.parent ?? null) {
    const feed = at.endsWith('/') ? byUrl.get(`${at}feed.xml`) : undefined;
    if (feed) feeds.push(feed);
  }
  const whole = byUrl.get('/feed.xml');
  return [...new Set([...feeds, ...(whole ? [whole] : [])])].map(({ url, title }) => link(title, site.href(url)));
}

/** A page's own feed, named after its subject. */
function followLink(page: ListedPage, { byUrl, site }: PageList): Link | null {
  const feed = page.url.endsWith('/') && page.url !== '/' ? byUrl.get(`${page.url}feed.xml`) : undefined;
  return feed ? link(feed.title.replace(/^Feed van/, 'Volg'), site.href(feed.url)) : null;
}

/** The frame of one page. */
export function shellView(page: ListedPage, list: PageList): Shell {
  const { site } = list;
  const { settings } = site;
  const report = page.report ?? site.main;
  const home = report?.at.home ?? '/';
  const made = page.report?.report.data;
  return {
    fullTitle: page.fullTitle,
    description: page.description,
    canonical: `${settings.address}${page.url}`,
    alternates: alternatesOf(page, list),
    follow: followLink(page, list),
    site: link(settings.title, site.href(site.main?.at.home ?? '/')),
    report: made && made.path !== site.main?.at.home ? link(made.title, site.href(home)) : null,
    menu: list.menuOf(report).map(({ url, nav }) => ({
      ...link(nav!, site.href(url)),
      current: currentOf(page, url, home),
    })),
    search: {
      // Search finds made-up pages only if it starts in their report.
      ...link('Zoeken', site.href(made?.fictional ? `${SEARCH}?in=${made.id}` : SEARCH)),
      current: currentOf(page, SEARCH, home),
    },
    assets: site.assets,
    crumbs: crumbsOf(page, list),
    here: page.parent === null ? null : page.crumb,
    indexed: page.isIndexed,
    fictional: made?.fictional ? `De organisaties en cijfers van ${made.region} bestaan niet.` : null,
    publisher: settings.publisher,
    about: aboutSite(site, made?.fictional ?? false),
    contact: contactLink(page, settings.contact),
    notKnown:
      report && !report.report.data.fictional
        ? link('Wat weten wij niet, en hoe vraagt u het op?', `${report.to.documents}#niet-bekend`)
        : null,
    edit: page.report && page.place && editLink(page.report, page.place),
    footer: list.footer.map(({ footer, url }) => link(footer!, site.href(url))),
  };
}
