import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import Eleventy from '@11ty/eleventy';
import { reportData } from './data.ts';
import { glossaryLinks } from './glossary.ts';
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
const inProject = (path: string): string =>
  relative(process.cwd(), fileURLToPath(new URL(`../../${path}`, import.meta.url))) || '.';

/**
 * Writes pages of the site. Throws on any error in a template.
 * Eleventy is told nothing but where to read and write, and the report; it prints nothing.
 */
export const writePages = async (pages: Pages, { output, only, onPage = () => {} }: WriteOptions): Promise<void> => {
  const eleventy = new Eleventy(inProject('content'), output, {
    configPath: inProject('.eleventy.js'),
    quietMode: true,
    config: (config) => {
      // Above a limit Eleventy prints how long a transform took, even when it is told to be quiet.
      config.benchmarkManager.get('Configuration').setMinimumThresholdMs(0);
      config.addPlugin(reportData, { pages, only });
      config.addPlugin(glossaryLinks, pages.site);
    },
  });
  eleventy.disableLogger();
  const [, written] = await eleventy.write();
  const texts = new Map(written.map(({ url, content }) => [url, content]));
  for (const page of only) {
    const text = texts.get(page.address);
    if (text === undefined) throw new Error(`geen sjabloon schreef ${page.address}`);
    onPage(page, text);
  }
};
