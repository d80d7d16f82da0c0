import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import Eleventy from '@11ty/eleventy';
import type { SiteContext } from './context.ts';
import { reportData } from './data.ts';
import { glossaryLinks } from './glossary.ts';

export interface WriteOptions {
  /** New, empty folder; may lie outside the project. */
  readonly output: string;
}

/** From the working directory, as Eleventy wants it. */
const inProject = (path: string): string =>
  relative(process.cwd(), fileURLToPath(new URL(`../../${path}`, import.meta.url))) || '.';

/**
 * Writes all pages and assets of the site. Throws on any error in a template.
 * Eleventy is told nothing but where to read and write, and the report; it prints nothing.
 */
export const writeSite = async (context: SiteContext, { output }: WriteOptions): Promise<{ pages: number }> => {
  const eleventy = new Eleventy(inProject('content'), output, {
    configPath: inProject('.eleventy.js'),
    quietMode: true,
    config: (config) => {
      // Above a limit Eleventy prints how long a transform took, even when it is told to be quiet.
      config.benchmarkManager.get('Configuration').setMinimumThresholdMs(0);
      config.addPlugin(reportData, context);
      config.addPlugin(glossaryLinks, context);
    },
  });
  eleventy.disableLogger();
  const [, written] = await eleventy.write();
  return { pages: written.filter(({ outputPath }) => outputPath).length };
};
