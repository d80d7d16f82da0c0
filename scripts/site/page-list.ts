import type { Place } from '../model/problem.ts';
import { groupBy } from '../model/group.ts';
import type { ReportContext, SiteContext } from './context.ts';

/** A page as menus, breadcrumbs and lists show it: what its front matter says. */
export interface ListedPage {
  readonly url: string;
  /** The template that makes it, relative to the project's folder. */
  readonly template: string;
  readonly title: string;
  /** For the title bar; unique within the site. */
  readonly fullTitle: string;
  readonly description: string;
  /** In the title bar and the alphabetical list: distinguishes it from pages with the same heading. */
  readonly within: string | null;
  /** Its name in breadcrumbs. */
  readonly crumb: string;
  /** Its name in the alphabetical list, if another word comes first there. */
  readonly listedAs: string;
  /** Address of the page above it. */
  readonly parent: string | null;
  /** Its name in the menu, if it is in there. */
  readonly nav: string | null;
  /** Its name in the footer of every page, if it is there. */
  readonly footer: string | null;
  /** Whether it may be found: in the sitemap, by search and in the alphabetical list. */
  readonly isListed: boolean;
  /** Whether it is searched; a page of a fictional report only in a search that begins there. */
  readonly isSearched: boolean;
  /** False for a page that search engines should leave out. */
  readonly isIndexed: boolean;
  /** Null: a page of the whole site. */
  readonly report: ReportContext | null;
  /** Place in the data of its subject. */
  readonly place: Place | null;
}

/** Every page of the site, and how they find one another. */
export class PageList {
  readonly site: SiteContext;
  all: readonly ListedPage[] = [];
  byUrl: ReadonlyMap<string, ListedPage> = new Map();
  #menus: ReadonlyMap<ReportContext | null, readonly ListedPage[]> = new Map();

  constructor(site: SiteContext) {
    this.site = site;
  }

  fill(all: readonly ListedPage[]): void {
    this.all = all;
    this.byUrl = new Map(all.map((page) => [page.url, page]));
    this.#menus = groupBy(
      all.filter(({ nav }) => nav !== null),
      ({ report }) => report,
    );
  }

  /** Pages named in the footer of every page. */
  get footer(): readonly ListedPage[] {
    return this.all.filter(({ footer }) => footer !== null);
  }

  /** The menu of a report: its own pages, and those of the site that ask for it. */
  menuOf(report: ReportContext | null): readonly ListedPage[] {
    return [...(report ? (this.#menus.get(report) ?? []) : []), ...(this.#menus.get(null) ?? [])];
  }

  /** Pages that may be found. */
  get listed(): readonly ListedPage[] {
    return this.all.filter(({ isListed }) => isListed);
  }
}
