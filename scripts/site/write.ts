import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import Eleventy from '@11ty/eleventy';
import type { SiteReport } from '../report.ts';
import { reportData } from './data.ts';

export interface WriteOptions {
  /** New, empty folder; may lie outside the project. */
  readonly output: string;
  /** Called once, with the number of pages written. */
  readonly onPage?: (count: number) => void;
  readonly quiet?: boolean;
}

/** From the working directory, as Eleventy wants it. */
const inProject = (path: string): string =>
  relative(process.cwd(), fileURLToPath(new URL(`../../${path}`, import.meta.url))) || '.';

/**
 * Writes all pages and assets of the site. Throws on any error in a template.
 * Eleventy is told nothing but where to read and write, and the report; it prints nothing.
 */
export const writeSite = async (report: SiteReport, { output, onPage }: WriteOptions): Promise<{ pages: number }> => {
  const eleventy = new Eleventy(inProject('content'), output, {
    configPath: inProject('.eleventy.js'),
    quietMode: true,
    config: (config) => config.addPlugin(reportData, report),
  });
  eleventy.disableLogger();
  const [, written] = await eleventy.write();
  const pages = written.filter(({ outputPath }) => outputPath).length;
  onPage?.(pages);
  return { pages };
};
