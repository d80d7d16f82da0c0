import type { UserConfig } from '@11ty/eleventy';
import { createIndex } from 'pagefind';
import { writeFiles } from '../io/output.ts';
import { mainPart } from './main-part.ts';
import type { ListedPage } from './page-list.ts';
import type { SiteRun } from './run.ts';
import type { SiteFile } from './site-file.ts';

/** What the page with results loads; the package brings more, such as a form of its own. */
const NEEDED =
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|pagefind\..+\.pf_meta|wasm\.nl\.pagefind|(?:index|fragment)\/.+)$/;

/** Parts of a page that would be found on nearly every page, or that say the same twice. */
const LEFT_OUT = [
  '.visually-hidden',
  '.figure-origin',
  '.inline-sources',
  '.toc',
  '.letters',
  '.filter',
  '.legend',
  '.tabs',
  '.whole',
];

/** Pages as they come, and in the end the files in which readers search. */
export interface SearchIndex {
  /** `href`: the page as a link. Returns at once: the search program reads in a process of its own. */
  readonly add: (href: string, html: string) => void;
  /** Waits until it has read what was added before the last time this was called: what waits to be read takes memory. */
  readonly keepUp: () => Promise<void>;
  /** As files below `pagefind/`. Throws where a page could not be read. */
  readonly files: () => Promise<SiteFile[]>;
  /** Call once no more is wanted of it. */
  readonly close: () => Promise<void>;
}

/** Charts and matrices, which have most of the text of a page. */
const PICTURES = /<figure class="(?:chart |matrix-figure)[^]*?<\/figure>|<svg[^]*?<\/svg>/g;

/** What is searched of a page, alone: the search program would otherwise take its time to read all around it too. */
function searched(html: string): string {
  const [start, end] = mainPart(html) ?? [0, html.length];
  return `<html><body><main>${html.slice(start, end).replace(PICTURES, '')}</main></body></html>`;
}

/**
 * An index that is still empty; the search program starts meanwhile. The same pages in the same order give the same files,
 * save for what that program itself decides.
 */
export function openSearchIndex(): SearchIndex {
  const opened = createIndex({ forceLanguage: 'nl', rootSelector: 'main', excludeSelectors: LEFT_OUT }).then(
    ({ index, errors }) => {
      if (!index) throw new Error(`zoekindex: ${errors.join('; ')}`);
      return index;
    },
  );
  // Who asks for the files hears why there are none.
  opened.catch(() => {});
  const added: Promise<string[]>[] = [];
  let behind = 0;
  return {
    add: (href, html) => {
      const content = searched(html);
      added.push(
        opened
          .then((index) => index.addHTMLFile({ url: href, content }))
          .then(
            ({ errors: wrong }) => wrong.map((each) => `${href}: ${each}`),
            (fault: unknown) => [`${href}: ${String(fault)}`],
          ),
      );
    },
    keepUp: async () => {
      await Promise.all(added.slice(0, behind));
      behind = added.length;
    },
    files: async () => {
      const { files, errors: failed } = await (await opened).getFiles();
      const wrong = [...(await Promise.all(added)).flat(), ...failed];
      if (wrong.length > 0) throw new Error(`zoekindex: ${wrong.join('; ')}`);
      return files
        .filter(({ path }) => NEEDED.test(path))
        .map(({ path, content }) => ({ path: `pagefind/${path}`, content }))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    // A program that has died is closed too.
    close: () =>
      opened
        .then((index) => index.deleteIndex())
        .then(
          () => {},
          () => {},
        ),
  };
}

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
