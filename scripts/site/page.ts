import type { ReportContext } from './context.ts';
import { shellView, type Shell } from './views/shell.ts';
import type { PageList } from './pages.ts';

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

/** A page as templates see it. A class, so that Eleventy hands it on as it is. */
export class Page {
  readonly kind: string;
  readonly entry: PageEntry;
  /** For the title bar; differs for every page of the site. */
  readonly fullTitle: string;
  readonly #list: PageList;

  constructor(kind: string, entry: PageEntry, fullTitle: string, list: PageList) {
    this.kind = kind;
    this.entry = entry;
    this.fullTitle = fullTitle;
    this.#list = list;
  }

  get address(): string {
    return this.entry.address;
  }

  get title(): string {
    return this.entry.title;
  }

  /** The file in which it is written. */
  get file(): string {
    return this.address.endsWith('/') ? `${this.address}index.html` : this.address;
  }

  /** Everything its own template shows; made anew each time, so read it once. */
  get view(): object {
    return this.entry.view(this.#list);
  }

  /** Everything around that: header, navigation, breadcrumbs, footer. */
  get shell(): Shell {
    return shellView(this, this.#list);
  }
}
