import { FilesThread } from './files-thread.ts';
import { compressFiles } from './io/compress.ts';
import { growSlowly } from './io/memory.ts';
import { MANIFEST, manifestOf, manifestText } from './io/manifest.ts';
import { prepareOutput, replaceFolder, writeFiles } from './io/output.ts';
import type { LocatedProblem } from './io/position.ts';
import { loadTexts, reportOf } from './load.ts';
import { siteAssets } from './site/assets.ts';
import { siteContext } from './site/context.ts';
import { headersFile } from './site/headers/static-host.ts';
import { houseStyleFiles } from './site/house-style.ts';
import { readNews } from './site/news.ts';
import { lotsOf } from './site/lots.ts';
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
  /** Makes the files that are no pages; started here if none is given. */
  readonly files?: FilesThread;
}

/** Reads the data, computes the report and writes the whole site. Throws where a template fails or a folder is of no use. */
export const makeSite = async (data: string, output: string, options: MakeOptions = {}): Promise<Made> => {
  if (options.files) return make(data, output, options.files, options);
  const files = new FilesThread();
  return make(data, output, files, options).finally(() => files.close());
};

const make = async (data: string, output: string, files: FilesThread, { progress = () => {}, compress = false }: MakeOptions): Promise<Made> => {
  const start = performance.now();
  growSlowly();
  const place = { output, inputs: [data] };
  prepareOutput(place);
  progress('gegevens lezen en controleren');
  const texts = loadTexts(data);
  files.read(texts);
  const { report, problems, sources } = reportOf(texts);
  if (!report) return { problems, summary: null };
  const assets = siteAssets(houseStyleFiles(report.settings, sources), report.settings.address);
  const context = siteContext(report, { assets: assets.links, news: readNews() });
  const pages = listPages(context);
  await replaceFolder(place, async (fresh) => {
    const others = files.write(fresh, context.reports.length);
    // Lets go of pictures as soon as their pages are there.
    const drawn = new Map(context.reports.map((each, index) => [each, others.pictures[index]!]));
    const index = openSearchIndex();
    try {
      try {
        progress("pagina's schrijven");
        writeFiles(fresh, assets.files);
        for (const { reports, pages: only } of lotsOf(pages)) {
          await writePages(pages, { output: fresh, only, picturesOf: (each) => drawn.get(each)!, onPage: (page, text) => { if (isListed(page)) index.add(page.address, text); } });
          for (const each of reports) drawn.delete(each);
          await index.keepUp();
        }
        progress('grafieken en open data schrijven');
        await others.done;
        progress('zoekindex maken');
        writeFiles(fresh, await index.files());
      } finally {
        await index.close();
      }
    } finally {
      await others.done.catch(() => {});
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
