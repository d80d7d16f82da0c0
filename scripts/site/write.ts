import path from 'node:path';
import Eleventy, { type Written } from '@11ty/eleventy';
import { UsageError } from '../model/usage-error.ts';
import { inProject } from '../io/project.ts';
import { reportData } from './data.ts';
import { markdownFilters } from './filters.ts';
import { glossaryLinks } from './glossary.ts';
import { markdown } from './markdown.ts';
import type { Page } from './page.ts';
import type { Pages } from './pages.ts';
import { pictures, type PicturesOf } from './picture-marks.ts';
import { asTemplateError } from './template-error.ts';
import { templates } from './templates.ts';

export interface WriteOptions {
  /** New folder; may lie outside the project. */
  readonly output: string;
  /** The pages to write. */
  readonly only: readonly Page[];
  readonly picturesOf: PicturesOf;
  /** Called for each page, in the order of `only`, once all of it but its pictures is there. */
  readonly onPage?: (page: Page, text: string) => void;
}

/** From the working directory, as Eleventy wants it. */
function fromHere(name: string): string {
  return path.relative(process.cwd(), inProject(name)) || '.';
}

/** Calls `use` for pages in their order, in whatever order their texts come. */
function inOrder(
  pages: readonly Page[],
  use: (page: Page, text: string) => void,
): (address: string, text: string) => void {
  const waiting = new Map<string, string>();
  let next = 0;
  return (address, text) => {
    waiting.set(address, text);
    for (let page = pages[next]; page && waiting.has(page.address); page = pages[++next]) {
      use(page, waiting.get(page.address)!);
      waiting.delete(page.address);
    }
  };
}

/** Eleventy takes the place of its configuration for an address, in which these signs mean something else. */
function assertPlace(): void {
  const sign = /[#%?]/.exec(inProject(''))?.[0];
  if (sign)
    throw new UsageError(
      `de map van dit programma (${inProject('')}) heeft "${sign}" in haar naam, en daar kan Eleventy niet mee overweg; geef de map een andere naam`,
    );
}

/** Eleventy is told nothing but where to read and write, and the report; it prints nothing. */
function eleventyFor(pages: Pages, { output, only, picturesOf, onPage = () => {} }: WriteOptions): Eleventy {
  assertPlace();
  const tell = inOrder(only, onPage);
  const eleventy = new Eleventy(fromHere('content'), output, {
    configPath: fromHere('.eleventy.js'),
    quietMode: true,
    config: (config) => {
      // Above a limit Eleventy prints how long a transform took, even when it is told to be quiet.
      config.benchmarkManager.get('Configuration').setMinimumThresholdMs(0);
      config.addPlugin(templates);
      config.addPlugin(markdownFilters);
      config.addPlugin(markdown);
      config.addPlugin(reportData, { pages, only });
      config.addPlugin(glossaryLinks, pages.site);
      config.addTransform('tell', function (content) {
        tell(String(this.page.url), content);
        return content;
      });
      config.addPlugin(pictures, {
        reportOf: (address) => pages.byAddress.get(address)?.entry.report ?? null,
        picturesOf,
      });
    },
  });
  eleventy.disableLogger();
  return eleventy;
}

/** Throws where no template made a page. */
function assertMade(only: readonly Page[], made: readonly Written[]): void {
  const addresses = new Set(made.map(({ url }) => url));
  for (const { address } of only) if (!addresses.has(address)) throw new Error(`geen sjabloon schreef ${address}`);
}

/** Writes pages of the site. Throws on any error in a template. */
export async function writePages(pages: Pages, options: WriteOptions): Promise<void> {
  const [, written] = await eleventyFor(pages, options)
    .write()
    .catch((error: unknown) => {
      throw asTemplateError(error);
    });
  assertMade(options.only, written);
}

/** One page of the site, the same as when it is written. Throws on any error in its template. */
export async function renderPage(pages: Pages, page: Page, picturesOf: PicturesOf): Promise<string> {
  const made = await eleventyFor(pages, { output: '_site', only: [page], picturesOf })
    .toJSON()
    .catch((error: unknown) => {
      throw asTemplateError(error);
    });
  assertMade([page], made);
  return made.find(({ url }) => url === page.address)!.content;
}
