import { ChartThread, type ChartsDrawn } from './chart-thread.ts';
import { compressFiles } from './io/compress.ts';
import { growSlowly } from './io/memory.ts';
import { entryOf, inOrder, MANIFEST, manifestOf, manifestText } from './io/manifest.ts';
import { prepareOutput, replaceFolder, writeFiles } from './io/output.ts';
import type { LocatedProblem } from './io/position.ts';
import { loadReport } from './load.ts';
import { siteAssets } from './site/assets.ts';
import { chartJobs } from './site/charts/of-report.ts';
import { siteContext, type ReportContext } from './site/context.ts';
import { downloadsOf } from './site/downloads/downloads.ts';
import { chartTables } from './site/downloads/charts.ts';
import { openDataFiles } from './site/downloads/open-data.ts';
import { headersFile } from './site/headers/static-host.ts';
import { houseStyleFiles } from './site/house-style.ts';
import { readNews } from './site/news.ts';
import { lotsOf, type Lot } from './site/lots.ts';
import { listPages } from './site/pages.ts';
import { openSearchIndex } from './site/search-index.ts';
import { isListed } from './site/views/listed.ts';
import { writePages } from './site/write.ts';
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
  /** Draws the charts; started here if none is given. */
  readonly charts?: ChartThread;
}

/** How many lots of charts are asked for before their pages are made. */
const AHEAD = 3;

/** Reads the data, computes the report and writes the whole site. Throws where a template fails or a folder is of no use. */
export const makeSite = async (data: string, output: string, options: MakeOptions = {}): Promise<Made> => {
  if (options.charts) return make(data, output, options.charts, options);
  const charts = new ChartThread();
  return make(data, output, charts, options).finally(() => charts.close());
};

const make = async (data: string, output: string, charts: ChartThread, { progress = () => {}, compress = false }: MakeOptions): Promise<Made> => {
  const start = performance.now();
  growSlowly();
  const place = { output, inputs: [data] };
  prepareOutput(place);
  progress('gegevens lezen en controleren');
  const { report, problems, sources } = loadReport(data);
  if (!report) return { problems, summary: null };
  const assets = siteAssets(houseStyleFiles(report.settings, sources), report.settings.address);
  const context = siteContext(report, { assets: assets.links, news: readNews() });
  const pages = listPages(context);
  await replaceFolder(place, async (fresh) => {
    const lots = lotsOf(pages);
    const drawn = new Map<ReportContext, ChartsDrawn>();
    const draw = (lot: Lot | undefined): void => { for (const each of lot?.reports ?? []) drawn.set(each, charts.draw(chartJobs(each), fresh)); };
    const index = openSearchIndex();
    try {
      charts.nextBuild();
      // Far enough ahead that the thread never waits.
      for (const lot of lots.slice(0, AHEAD)) draw(lot);
      progress('bestanden met open data schrijven');
      for (const each of report.reports) writeFiles(fresh, downloadsOf(each));
      for (const each of context.reports) writeFiles(fresh, [...chartTables(each), ...openDataFiles(each)]);
      writeFiles(fresh, assets.files);
      progress("pagina's schrijven");
      for (const [number, { reports, pages: only }] of lots.entries()) {
        draw(lots[number + AHEAD]);
        await writePages(pages, {
          output: fresh, only,
          picturesOf: (each) => drawn.get(each)!.pictures,
          onPage: (page, text) => { if (isListed(page)) index.add(page.address, text); },
        });
        await index.keepUp();
        // Pictures are let go as soon as their pages are there.
        for (const each of reports) await drawn.get(each)!.written.then(() => drawn.delete(each));
      }
      progress('zoekindex en lijst van bestanden maken');
      // The list is made of all other files while the search program makes its own.
      const searching = index.files();
      const others = manifestOf(fresh);
      const found = await searching;
      const published = inOrder([...others, ...found.map(({ path, content }) => entryOf(path, Buffer.from(content)))]);
      writeFiles(fresh, [...found, { path: MANIFEST, content: manifestText(published) }, headersFile(report.settings, published.map(({ path }) => path))]);
    } finally {
      await Promise.allSettled([index.close(), ...[...drawn.values()].map(({ written }) => written)]);
    }
    if (compress) {
      progress('bestanden inpakken');
      await compressFiles(fresh);
    }
  });
  return { problems, summary: buildSummary(report, { pages: pages.all.length, folder: output, seconds: (performance.now() - start) / 1000 }) };
};
