import type { UserConfig } from '@11ty/eleventy';
import { ChartThread } from '../charts/chart-thread.ts';
import type { Contract } from '../contract/read.ts';
import { readData } from '../io/read.ts';
import { type LocatedProblem, problemLine } from '../model/position.ts';
import type { SourceFolder } from '../model/tree.ts';
import { buildReport, type SiteReport } from '../report.ts';
import { prefixOf } from './addresses.ts';
import { houseStyleFiles, siteAssets } from './assets.ts';
import { DrawnCharts } from './charts/drawn.ts';
import { siteContext } from './context.ts';
import { addressProblems, redirectsIn } from './published-addresses.ts';
import { type OpenedSite, type SiteRun, siteRuns } from './run.ts';
import { SearchEntries } from './search-index.ts';

/** The outcome of opening a data folder. If errors prevent it, there is no site. */
export interface Opening {
  readonly problems: readonly LocatedProblem[];
  readonly opened: (OpenedSite & { readonly report: SiteReport }) | null;
  readonly sources: SourceFolder;
  readonly contract: Contract;
}

/**
 * Reads a data folder, computes its report, and opens its site. `before`: an earlier opening, from which everything
 * unchanged is reused. Throws a UsageError if the folder does not exist.
 */
export function openSite(data: string, before?: Opening): Opening {
  const sources = readData(data, before?.sources);
  const { report, problems, contract } = buildReport(sources, before?.contract);
  if (!report) return { problems, opened: null, sources, contract };
  const moved = addressProblems(sources, report);
  if (moved.length > 0) return { problems: [...problems, ...moved], opened: null, sources, contract };
  const assets = siteAssets(houseStyleFiles(report.settings, sources), report.settings.address);
  const opened = {
    report,
    assets,
    site: siteContext(report, assets.links),
    base: prefixOf(report.settings.address),
    redirects: redirectsIn(sources, report),
  };
  return { problems, opened, sources, contract };
}

/** Maximum number of problems shown at once on a terminal. */
const MOST_SHOWN = 10;

/** Mistakes in the data, as Eleventy's own command reports them: without a stack trace. */
class DataError extends Error {
  readonly skipOriginalStack = true;

  constructor(problems: readonly LocatedProblem[]) {
    const more = problems.length - MOST_SHOWN;
    super(
      [
        'De gegevens kloppen niet:',
        ...problems.slice(0, MOST_SHOWN).map(problemLine),
        ...(more > 0 ? [`en nog ${more}`] : []),
      ].join('\n'),
    );
  }
}

/**
 * The site for Eleventy's own command: of the folder named by NORM_DATA in the environment, or else of data/. Opened
 * anew after a change of the data, or of a file in content/.
 */
export async function openForEleventy(config: UserConfig): Promise<SiteRun> {
  const data = process.env.NORM_DATA ?? 'data';
  for (const folder of [data, 'content']) config.addWatchTarget(folder, { resetConfig: true });
  const { opened, problems } = openSite(data);
  if (!opened) throw new DataError(problems);
  const thread = new ChartThread();
  function close(): Promise<void> {
    return thread.close();
  }
  // After a failed build.
  config.on('eleventy.reset', close);
  const shared = { charts: new DrawnCharts(thread), search: new SearchEntries(), progress: () => {}, done: close };
  return siteRuns(opened, shared, Infinity).next().value as SiteRun;
}
