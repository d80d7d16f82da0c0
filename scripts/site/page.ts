import type { ListedPage, PageEntry, PageList } from './page-entry.ts';
import { shellView, type Shell } from './views/shell.ts';

/** A page as templates see it. A class, so that Eleventy hands it on as it is. */
export class Page implements ListedPage {
  readonly kind: string;
  readonly entry: PageEntry;
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
