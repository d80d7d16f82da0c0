import fs from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import Eleventy from '@11ty/eleventy';
import { ChartThread } from '../charts/chart-thread.ts';
import { compressFiles } from '../io/manifest.ts';
import { prepareOutput, replaceFolder } from '../io/output.ts';
import { inOwnProject, inProject } from '../io/project.ts';
import type { LocatedProblem } from '../model/position.ts';
import { UsageError } from '../model/problem.ts';
import type { SiteReport } from '../report.ts';
import { DrawnCharts } from './charts/drawn.ts';
import { openSite } from './open-site.ts';
import type { ListedPage } from './page-list.ts';
import * as plugins from './plugins.ts';
import { type SiteRun, siteRuns } from './run.ts';
import { SearchEntries } from './search-index.ts';
import { asTemplateError } from './template-error.ts';

/** Relative to the working directory, as Eleventy requires. */
function fromHere(place: string): string {
  return path.relative(process.cwd(), place) || '.';
}

/** The Eleventy configuration: the project's own, or else the program's. */
function configuration(): string {
  return [inOwnProject('.eleventy.js'), inProject('.eleventy.js')].find((file) => fs.existsSync(file))!;
}

/** Eleventy treats the path of its configuration as a URL, in which these characters mean something else. */
function assertPlace(): void {
  const sign = /[#%?]/.exec(inProject(''))?.[0];
  if (sign)
    throw new UsageError(
      `de map van dit programma (${inProject('')}) heeft "${sign}" in haar naam, en daar kan Eleventy niet mee overweg; geef de map een andere naam`,
    );
}

export interface TemplateUse {
  /**
   * Whether this process makes no pages after these. Eleventy caches templates for the lifetime of the process, and
   * does not look at their files again (decision 0075).
   */
  readonly once: boolean;
}

/** Eleventy with .eleventy.js, which gets this run instead of one of its own; prints nothing. */
function eleventyFor(run: SiteRun, output: string, { once }: TemplateUse = { once: false }): Eleventy {
  assertPlace();
  const eleventy = new Eleventy(fromHere(inOwnProject('content')), output, {
    configPath: fromHere(configuration()),
    pathPrefix: run.base,
    quietMode: true,
    config: (config) => {
      // Above a limit Eleventy prints how long a transform took, even in quiet mode.
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

/**
 * Writes the pages of a run with all that belongs to them. Returns the number of files that templates made; throws on
 * any error in a template.
 */
export async function writeSite(run: SiteRun, output: string, use?: TemplateUse): Promise<number> {
  const [, written] = await explained(eleventyFor(run, output, use).write());
  return written.length;
}

/** Stops a dry run once all pages are known, before any is rendered. */
class Listed extends Error {}

/** Every page that a run knows of, without rendering any. Throws on any error in front matter. */
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

/** The page at an address, the same as when written; null if there is none. Throws on any error in its template. */
export async function makePage(run: SiteRun, url: string): Promise<string | null> {
  const made = await explained(eleventyFor(run, '_site').toJSON());
  return made.find((each) => each.url === url)?.content ?? null;
}

/**
 * Lets the heap grow by half of what is in use, instead of up to four times as much: a build that makes and drops many
 * texts then takes half the memory in the same time (`npm run bench`).
 */
export function growSlowly(): void {
  setFlagsFromString('--heap-growing-percent=50');
}

function counted(count: number, one: string, more: string): string {
  return `${count.toLocaleString('nl-NL')} ${count === 1 ? one : more}`;
}

/** What a build made, in one line: "2 rapporten, 113 pagina’s en 1.246 resultaten in 1,4 s naar _site". */
export function buildSummary(
  { reports }: SiteReport,
  { pages, folder, seconds }: { pages: number; folder: string; seconds: number },
): string {
  const results = reports
    .flatMap(({ norms }) => norms.flatMap(({ rounds }) => rounds.map(({ cells }) => cells.length)))
    .reduce((a, b) => a + b, 0);
  return `${counted(reports.length, 'rapport', 'rapporten')}, ${counted(pages, 'pagina', 'pagina’s')} en ${counted(results, 'resultaat', 'resultaten')} in ${seconds.toFixed(1).replace('.', ',')} s naar ${folder}`;
}

/** The outcome of a build; `summary` is null if errors prevented it and the old site stayed. */
export interface Made {
  readonly problems: readonly LocatedProblem[];
  readonly summary: string | null;
}

export interface MakeOptions {
  /** Called at the start of each stage with a description of it. */
  readonly progress?: (step: string) => void;
  /** Also write `.gz` and `.br` next to each text file, for servers that send those. */
  readonly compress?: boolean;
  /** Pages that open from disk, without a server. */
  readonly loose?: boolean;
  /** Approximate number of pages made at a time. */
  readonly batch?: number;
  /** Draws the charts; started here if none is given. */
  readonly charts?: ChartThread;
  /** Whether this process makes no site after this one; that is faster. */
  readonly once?: boolean;
}

/**
 * Reads the data, computes the report and writes the whole site. Throws if a template fails or a folder cannot be used.
 */
export async function makeSite(data: string, output: string, options: MakeOptions = {}): Promise<Made> {
  if (options.charts) return make(data, output, options.charts, options);
  const charts = new ChartThread();
  return make(data, output, charts, options).finally(() => charts.close());
}

async function make(
  data: string,
  output: string,
  thread: ChartThread,
  { progress = () => {}, compress = false, loose = false, batch, once = false }: MakeOptions,
): Promise<Made> {
  const start = performance.now();
  growSlowly();
  const place = { output, inputs: [data] };
  prepareOutput(place);
  progress('gegevens lezen en controleren');
  const { opened, problems } = openSite(data);
  if (!opened) return { problems, summary: null };
  const pages = await replaceFolder(place, async (fresh) => {
    const charts = new DrawnCharts(thread);
    const shared = { charts, search: new SearchEntries(), progress, loose, done: async () => {} };
    let count = 0;
    try {
      for (const run of siteRuns(opened, shared, batch)) count += await writeSite(run, fresh, { once });
    } finally {
      // Anything still writing would write into a folder that no longer exists.
      await shared.charts.end();
    }
    if (compress) {
      progress('bestanden inpakken');
      await compressFiles(fresh);
    }
    return count;
  });
  const seconds = (performance.now() - start) / 1000;
  return { problems, summary: buildSummary(opened.report, { pages, folder: output, seconds }) };
}
