import path from 'node:path';
import Eleventy from '@11ty/eleventy';
import { inProject } from '../io/project.ts';
import { UsageError } from '../model/usage-error.ts';
import type { ListedPage } from './page-list.ts';
import * as plugins from './plugins.ts';
import type { SiteRun } from './run.ts';
import { asTemplateError } from './template-error.ts';

/** From the working directory, as Eleventy wants it. */
function fromHere(name: string): string {
  return path.relative(process.cwd(), inProject(name)) || '.';
}

/** Eleventy takes the place of its configuration for an address, in which these signs mean something else. */
function assertPlace(): void {
  const sign = /[#%?]/.exec(inProject(''))?.[0];
  if (sign)
    throw new UsageError(
      `de map van dit programma (${inProject('')}) heeft "${sign}" in haar naam, en daar kan Eleventy niet mee overweg; geef de map een andere naam`,
    );
}

export interface TemplateUse {
  /**
   * Whether this process makes no pages after these. What Eleventy keeps of templates, it keeps for all that a process makes: it never lets go
   * of it, and does not look at the file again (decision 0075).
   */
  readonly once: boolean;
}

/** Eleventy with .eleventy.js, which is given this run instead of one of its own; it prints nothing. */
function eleventyFor(run: SiteRun, output: string, { once }: TemplateUse = { once: false }): Eleventy {
  assertPlace();
  const eleventy = new Eleventy(fromHere('content'), output, {
    configPath: fromHere('.eleventy.js'),
    quietMode: true,
    config: (config) => {
      // Above a limit Eleventy prints how long a transform took, even when it is told to be quiet.
      config.benchmarkManager.get('Configuration').setMinimumThresholdMs(0);
      config.setUseTemplateCache(once);
      config.normrapport = { ...plugins, openSite: () => Promise.resolve(run) };
    },
  });
  eleventy.disableLogger();
  return eleventy;
}

async function explained<Result>(work: Promise<Result>): Promise<Result> {
  return work.catch((error: unknown) => {
    throw asTemplateError(error);
  });
}

/** Writes the pages of a run and all that goes with them; the number of files that templates made. Throws on any error in a template. */
export async function writeSite(run: SiteRun, output: string, use?: TemplateUse): Promise<number> {
  const [, written] = await explained(eleventyFor(run, output, use).write());
  return written.length;
}

/** Says that all pages are known, and that none need be rendered. */
class Listed extends Error {}

/** Every page that a run knows of, without making any. Throws on any error in front matter. */
export async function listPages(run: SiteRun): Promise<readonly ListedPage[]> {
  const listing = {
    ...run,
    onListed: () => {
      throw new Listed();
    },
  };
  const error = await eleventyFor(listing, '_site')
    .toJSON()
    .then(
      () => null,
      (thrown: unknown) => thrown,
    );
  if (!(error instanceof Listed)) throw asTemplateError(error);
  return run.list.all;
}

/** The page at an address, the same as when it is written; null where there is none. Throws on any error in its template. */
export async function makePage(run: SiteRun, url: string): Promise<string | null> {
  const made = await explained(eleventyFor(run, '_site').toJSON());
  return made.find((each) => each.url === url)?.content ?? null;
}
