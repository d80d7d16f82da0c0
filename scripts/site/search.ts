import type { UserConfig } from '@11ty/eleventy';
import { writeFiles } from '../io/output.ts';
import type { ListedPage } from './page-list.ts';
import type { SiteRun } from './run.ts';

/** Texts of pages, given on in the order of the pages, in whatever order they come. */
class InOrder {
  readonly #pages: readonly ListedPage[];
  readonly #use: (page: ListedPage, text: string) => void;
  readonly #waiting = new Map<string, string>();
  #next = 0;

  constructor(pages: readonly ListedPage[], use: (page: ListedPage, text: string) => void) {
    this.#pages = pages;
    this.#use = use;
  }

  add(url: string, text: string): void {
    this.#waiting.set(url, text);
    while (this.#waiting.has(this.#pages[this.#next]?.url ?? '')) this.#give();
  }

  /** Gives on what waits for a page that was not made. */
  end(): void {
    while (this.#next < this.#pages.length) this.#give();
  }

  #give(): void {
    const page = this.#pages[this.#next++]!;
    const text = this.#waiting.get(page.url);
    if (text !== undefined) this.#use(page, text);
    this.#waiting.delete(page.url);
  }
}

/**
 * Eleventy plugin: what readers search in, of every page that may be found. The search program reads them while others are made; the same
 * pages in the same order give the same files.
 */
export function search(config: UserConfig, { shared, list, earlier, isLast }: SiteRun): void {
  if (!shared) return;
  const { search: index, progress } = shared;
  let texts: InOrder | null = null;
  config.addTransform('search', function (content) {
    // All pages of this run are known by now.
    texts ??= new InOrder(list.all.slice(earlier.length), ({ url, isListed }, text) => {
      if (isListed) index.add(url, text);
    });
    texts.add(String(this.page.url), content);
    return content;
  });
  config.on('eleventy.after', async ({ outputMode, directories }) => {
    if (outputMode !== 'fs') return;
    texts?.end();
    await index.keepUp();
    if (!isLast) return;
    progress('zoekindex en lijst van bestanden maken');
    writeFiles(directories.output, await index.files());
  });
}
