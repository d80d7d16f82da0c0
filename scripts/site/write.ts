import path from 'node:path';
import Eleventy, { type Written } from '@11ty/eleventy';
import { inProject } from '../io/project.ts';
import { reportData } from './data.ts';
import { filters } from './filters.ts';
import { glossaryLinks } from './glossary.ts';
import { markdown } from './markdown.ts';
import type { Page } from './page.ts';
import type { Pages } from './pages.ts';

export interface WriteOptions {
  /** New folder; may lie outside the project. */
  readonly output: string;
  /** The pages to write. */
  readonly only: readonly Page[];
  /** Called for each page once it is there. */
  readonly onPage?: (page: Page, text: string) => void;
}

/** From the working directory, as Eleventy wants it. */
const fromHere = (name: string): string => path.relative(process.cwd(), inProject(name)) || '.';

/** Eleventy is told nothing but where to read and write, and the report; it prints nothing. */
const eleventyFor = (pages: Pages, only: readonly Page[], output: string): Eleventy => {
  const eleventy = new Eleventy(fromHere('content'), output, {
    configPath: fromHere('.eleventy.js'),
    quietMode: true,
    config: (config) => {
      // Above a limit Eleventy prints how long a transform took, even when it is told to be quiet.
      config.benchmarkManager.get('Configuration').setMinimumThresholdMs(0);
      config.addPlugin(filters);
      config.addPlugin(markdown);
      config.addPlugin(reportData, { pages, only });
      config.addPlugin(glossaryLinks, pages.site);
    },
  });
  eleventy.disableLogger();
  return eleventy;
};

/** The text of each page, in their order. */
const textsOf = (only: readonly Page[], made: readonly Written[]): (readonly [Page, string])[] => {
  const texts = new Map(made.map(({ url, content }) => [url, content]));
  return only.map((page) => {
    const text = texts.get(page.address);
    if (text === undefined) throw new Error(`geen sjabloon schreef ${page.address}`);
    return [page, text];
  });
};

/** Writes pages of the site. Throws on any error in a template. */
export const writePages = async (pages: Pages, { output, only, onPage = () => {} }: WriteOptions): Promise<void> => {
  const [, written] = await eleventyFor(pages, only, output).write();
  for (const [page, text] of textsOf(only, written)) onPage(page, text);
};

/** One page of the site, the same as when it is written. Throws on any error in its template. */
export const renderPage = async (pages: Pages, page: Page): Promise<string> =>
  textsOf([page], await eleventyFor(pages, [page], '_site').toJSON())[0]![1];
