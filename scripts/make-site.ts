import { ChartThread } from './chart-thread.ts';
import { drawAhead } from './draw-ahead.ts';
import { compressFiles } from './io/compress.ts';
import { growSlowly } from './io/memory.ts';
import { entryOf, inOrder, MANIFEST, manifestOf, manifestText } from './io/manifest.ts';
import { prepareOutput, replaceFolder, writeFiles } from './io/output.ts';
import type { LocatedProblem } from './model/position.ts';
import { loadReport } from './load.ts';
import type { SiteSettings } from './model/report.ts';
import { siteAssets } from './site/assets.ts';
import { siteContext } from './site/context.ts';
import { chartTables } from './site/downloads/charts.ts';
import { downloadsOf } from './site/downloads/downloads.ts';
import { openDataArchives, openDataFiles } from './site/downloads/open-data.ts';
import { headersFile } from './site/headers/static-host.ts';
import { houseStyleFiles } from './site/house-style.ts';
import { readNews } from './site/news.ts';
import { licenceTexts } from './site/licences.ts';
import { lotsOf } from './site/lots.ts';
import { listPages } from './site/pages.ts';
import { openSearchIndex, type SearchIndex } from './site/search-index.ts';
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
  /** About how many pages are made at a time. */
  readonly lot?: number;
  /** Draws the charts; started here if none is given. */
  readonly charts?: ChartThread;
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
  charts: ChartThread,
  { progress = () => {}, compress = false, lot: most }: MakeOptions,
): Promise<Made> {
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
    const index = openSearchIndex();
    const drawn = drawAhead(lotsOf(pages, most), charts, fresh);
    try {
      progress('bestanden met open data schrijven');
      for (const each of report.reports) writeFiles(fresh, downloadsOf(each));
      for (const each of context.reports) writeFiles(fresh, [...chartTables(each), ...openDataFiles(each)]);
      for (const each of context.reports) drawn.pack(openDataArchives(each));
      writeFiles(fresh, [...assets.files, licenceTexts()]);
      for (const [number, lot] of drawn.lots.entries()) {
        progress(`pagina’s schrijven${drawn.lots.length > 1 ? `, deel ${number + 1} van ${drawn.lots.length}` : ''}`);
        await writePages(pages, {
          output: fresh,
          only: lot.pages,
          picturesOf: drawn.picturesOf,
          onPage: (page, text) => {
            if (isListed(page)) index.add(page.address, text);
          },
        });
        await index.keepUp();
        await drawn.next();
      }
      await drawn.packed();
      progress('zoekindex en lijst van bestanden maken');
      await writeIndexes(fresh, index, report.settings);
    } finally {
      await Promise.all([index.close(), drawn.end()]);
    }
    if (compress) {
      progress('bestanden inpakken');
      await compressFiles(fresh);
    }
  });
  return {
    problems,
    summary: buildSummary(report, {
      pages: pages.all.length,
      folder: output,
      seconds: (performance.now() - start) / 1000,
    }),
  };
}

/** Writes what searches the site, and the lists of its files: those are made of all others while the search program makes its own. */
async function writeIndexes(folder: string, index: SearchIndex, settings: SiteSettings): Promise<void> {
  const searching = index.files();
  const others = manifestOf(folder);
  const found = await searching;
  const published = inOrder([...others, ...found.map(({ path, content }) => entryOf(path, Buffer.from(content)))]);
  writeFiles(folder, [
    ...found,
    { path: MANIFEST, content: manifestText(published) },
    headersFile(settings, [...published.map(({ path }) => path), MANIFEST]),
  ]);
}
