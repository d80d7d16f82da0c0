import type { ReportContext, SiteContext } from './context.ts';

/** What the registry says of one page. Everything that costs time waits in `view` until the page is made. */
export interface PageEntry {
  /** From the site's base; ends in `/`, or is a file's name. */
  readonly address: string;
  /** The page's one heading. */
  readonly title: string;
  /** In the title bar and the alphabetical list: what tells it from a page with the same heading. */
  readonly within?: string;
  /** Its name in breadcrumbs, where that is shorter. */
  readonly crumb?: string;
  /** Its name in the alphabetical list, where another word comes first there. */
  readonly listedAs?: string;
  /** Address of the page above it. */
  readonly parent: string | null;
  readonly description: string;
  /** Its name in the navigation of the report, if it is in there. */
  readonly navigation?: string;
  /** Its name at the foot of every page, if it is there. */
  readonly footer?: string;
  /** False for a page that search engines and lists leave out. */
  readonly listed?: false;
  /** Null: a page of the whole site. */
  readonly report: ReportContext | null;
  /** `list`: every page of the site, for those that list them. */
  readonly view: (list: PageList) => object;
}

/** One kind of page: a template paginates over `pages.<name>`. */
export interface PageKind<Context> {
  readonly name: string;
  readonly entries: (context: Context) => readonly PageEntry[];
}

/** A page as it stands in a list. */
export interface ListedPage {
  readonly kind: string;
  readonly entry: PageEntry;
  readonly address: string;
  readonly title: string;
  /** For the title bar; differs for every page of the site. */
  readonly fullTitle: string;
}

/** Every page of the site. */
export interface PageList {
  readonly site: SiteContext;
  readonly kinds: readonly string[];
  readonly all: readonly ListedPage[];
  readonly byAddress: ReadonlyMap<string, ListedPage>;
  /** Pages in the navigation of each report. */
  readonly navigation: ReadonlyMap<ReportContext | null, readonly PageEntry[]>;
  /** Pages named at the foot of every page. */
  readonly footer: readonly PageEntry[];
}
