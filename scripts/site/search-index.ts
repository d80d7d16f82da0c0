import { createIndex } from 'pagefind';
import { mainPart } from './main-part.ts';
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
const FIGURES = /<figure class="(?:chart |matrix-figure)[^]*?<\/figure>|<svg[^]*?<\/svg>/g;

/** What is searched of a page, alone: the search program would otherwise take its time to read all around it too. */
function searched(html: string): string {
  const [start, end] = mainPart(html) ?? [0, html.length];
  return `<html><body><main>${html.slice(start, end).replace(FIGURES, '')}</main></body></html>`;
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
            (error: unknown) => [`${href}: ${String(error)}`],
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
