import fs from 'node:fs';
import path from 'node:path';
import { createIndex } from 'pagefind';
import type { SiteContext } from './context.ts';
import { listPages } from './pages.ts';
import type { SiteFile } from './site-file.ts';
import { listedPages } from './views/listed.ts';

/** A page that may be found. */
export interface SearchedPage {
  /** As a link. */
  readonly href: string;
  readonly html: string;
}

/** The pages that may be found, as they were written below a folder. */
export const searchedPages = (site: SiteContext, folder: string): SearchedPage[] =>
  listedPages(listPages(site).all).map(({ address, file }) =>
    ({ href: site.href(address), html: fs.readFileSync(path.join(folder, file), 'utf8') }));

/** What the page with results loads; the package brings more, such as a form of its own. */
const NEEDED = /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|pagefind\..+\.pf_meta|wasm\.nl\.pagefind|(?:index|fragment)\/.+)$/;

/** Parts of a page that would be found on nearly every page, or that say the same twice. */
const LEFT_OUT = ['svg', '.visually-hidden', '.chart', '.figure-origin', '.inline-sources', '.toc', '.letters', '.filter', '.legend'];

/**
 * The index in which readers search, as files below `pagefind/`. Pages in the same order give the same files, save for
 * what the search program itself decides. Throws where a page cannot be read.
 */
export const searchFiles = async (pages: readonly SearchedPage[]): Promise<SiteFile[]> => {
  const { index, errors } = await createIndex({ forceLanguage: 'nl', rootSelector: 'main', excludeSelectors: LEFT_OUT });
  if (!index) throw new Error(`zoekindex: ${errors.join('; ')}`);
  for (const { href, html } of pages) {
    const { errors: wrong } = await index.addHTMLFile({ url: href, content: html });
    if (wrong.length > 0) throw new Error(`zoekindex, ${href}: ${wrong.join('; ')}`);
  }
  const { files, errors: failed } = await index.getFiles();
  if (failed.length > 0) throw new Error(`zoekindex: ${failed.join('; ')}`);
  await index.deleteIndex();
  return files
    .filter(({ path }) => NEEDED.test(path))
    .map(({ path, content }) => ({ path: `pagefind/${path}`, content }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
};
