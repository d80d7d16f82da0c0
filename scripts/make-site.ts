import { ChartThread } from './chart-thread.ts';
import { compressFiles } from './io/compress.ts';
import { growSlowly } from './io/memory.ts';
import { prepareOutput, replaceFolder } from './io/output.ts';
import type { LocatedProblem } from './model/position.ts';
import { DrawnCharts } from './site/charts/drawn.ts';
import { writeSite } from './site/make-pages.ts';
import { openSite } from './site/open-site.ts';
import { siteRuns } from './site/run.ts';
import { SearchEntries } from './site/search.ts';
import { buildSummary } from './summary.ts';

/** What a build came to; `summary` is null where errors stood in its way and the old site stayed. */
export interface Made {
  readonly problems: readonly LocatedProblem[];
  readonly summary: string | null;
}

export interface MakeOptions {
  /** Called at the start of each stage with what it does. */
  readonly progress?: (step: string) => void;
  /** Also write `.gz` and `.br` beside each text file, for a server that sends those. */
  readonly compress?: boolean;
  /** About how many pages are made at a time. */
  readonly batch?: number;
  /** Draws the charts; started here if none is given. */
  readonly charts?: ChartThread;
  /** Whether this process makes no site after this one; that is faster. */
  readonly once?: boolean;
}

/** Reads the data, computes the report and writes the whole site. Throws where a template fails or a folder is of no use. */
export async function makeSite(data: string, output: string, options: MakeOptions = {}): Promise<Made> {
  if (options.charts) return make(data, output, options.charts, options);
  const charts = new ChartThread();
  return make(data, output, charts, options).finally(() => charts.close());
}

async function make(
  data: string,
  output: string,
  thread: ChartThread,
  { progress = () => {}, compress = false, batch, once = false }: MakeOptions,
): Promise<Made> {
  const start = performance.now();
  growSlowly();
  const place = { output, inputs: [data] };
  prepareOutput(place);
  progress('gegevens lezen en controleren');
  const { opened, problems } = openSite(data);
  if (!opened) return { problems, summary: null };
  const pages = await replaceFolder(place, async (fresh) => {
    const shared = { charts: new DrawnCharts(thread), search: new SearchEntries(), progress, done: async () => {} };
    let count = 0;
    try {
      for (const run of siteRuns(opened, shared, batch)) count += await writeSite(run, fresh, { once });
    } finally {
      // Whoever still writes would write into a folder that is no longer there.
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
