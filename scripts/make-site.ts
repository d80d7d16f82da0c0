import { ChartThread } from './chart-thread.ts';
import { compressFiles } from './io/compress.ts';
import { growSlowly } from './io/memory.ts';
import { MANIFEST, manifestOf, manifestText } from './io/manifest.ts';
import { prepareOutput, replaceFolder, writeFiles } from './io/output.ts';
import type { LocatedProblem } from './io/position.ts';
import { loadReport } from './load.ts';
import { siteAssets } from './site/assets.ts';
import { drawingsOf } from './site/charts/of-report.ts';
import { siteContext } from './site/context.ts';
import { chartDataFiles, pictureFiles } from './site/downloads/charts.ts';
import { downloadsOf } from './site/downloads/downloads.ts';
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
  /** Draws the charts, and keeps what it drew for who builds more than once; started here if none is given. */
  readonly charts?: ChartThread;
}

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
  const context = siteContext(report, { drawings: charts, assets: assets.links, news: readNews() });
  const pages = listPages(context);
  await replaceFolder(place, async (fresh) => {
    const lots = lotsOf(pages);
    const ask = (lot: Lot | undefined): void => charts.ask((lot?.reports ?? []).flatMap(drawingsOf));
    charts.nextBuild();
    ask(lots[0]);
    progress('bestanden met open data schrijven');
    for (const each of report.reports) writeFiles(fresh, downloadsOf(each));
    for (const each of context.reports) writeFiles(fresh, openDataFiles(each));
    writeFiles(fresh, assets.files);
    const index = await openSearchIndex();
    try {
      for (const [number, { reports, pages: only }] of lots.entries()) {
        progress('grafieken tekenen');
        for (const each of reports) writeFiles(fresh, chartDataFiles(each));
        await charts.next();
        ask(lots[number + 1]);
        for (const each of reports) writeFiles(fresh, pictureFiles(each));
        progress("pagina's schrijven");
        await writePages(pages, { output: fresh, only, onPage: (page, text) => { if (isListed(page)) index.add(page.address, text); } });
        await index.keepUp();
      }
      progress('zoekindex maken');
      writeFiles(fresh, await index.files());
    } finally {
      await index.close();
    }
    progress('lijst van bestanden maken');
    const published = manifestOf(fresh);
    writeFiles(fresh, [{ path: MANIFEST, content: manifestText(published) }, headersFile(report.settings, published.map(({ path }) => path))]);
    if (compress) {
      progress('bestanden inpakken');
      await compressFiles(fresh);
    }
  });
  return { problems, summary: buildSummary(report, { pages: pages.all.length, folder: output, seconds: (performance.now() - start) / 1000 }) };
};
