import type { ChartRenderer } from './charts/renderer.ts';
import { compressFiles } from './io/compress.ts';
import { MANIFEST, manifestOf, manifestText } from './io/manifest.ts';
import { prepareOutput, replaceFolder, writeFiles } from './io/output.ts';
import type { LocatedProblem } from './io/position.ts';
import { loadReport } from './load.ts';
import { assetFiles } from './site/assets.ts';
import { siteContext } from './site/context.ts';
import { chartFiles } from './site/downloads/charts.ts';
import { downloadsOf } from './site/downloads/downloads.ts';
import { openDataFiles } from './site/downloads/open-data.ts';
import { headersFile } from './site/headers/static-host.ts';
import { houseStyleFiles } from './site/house-style.ts';
import { readNews } from './site/news.ts';
import { searchFiles, searchedPages } from './site/search-index.ts';
import { stylesheetFile } from './site/stylesheet.ts';
import { writeSite } from './site/write.ts';
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
  /** Keeps what it drew, for who builds more than once. */
  readonly charts?: ChartRenderer;
}

/** Reads the data, computes the report and writes the whole site. Throws where a template fails or a folder is of no use. */
export const makeSite = async (data: string, output: string, { progress = () => {}, compress = false, charts }: MakeOptions = {}): Promise<Made> => {
  const start = performance.now();
  const place = { output, inputs: [data] };
  prepareOutput(place);
  progress('gegevens lezen en controleren');
  const { report, problems, sources } = loadReport(data);
  if (!report) return { problems, summary: null };
  const context = siteContext(report, charts, readNews());
  const { pages } = await replaceFolder(place, async (fresh) => {
    progress('bestanden met open data schrijven');
    for (const each of report.reports) writeFiles(fresh, downloadsOf(each));
    for (const each of context.reports) writeFiles(fresh, openDataFiles(each));
    progress('grafieken tekenen');
    for (const each of context.reports) writeFiles(fresh, chartFiles(each));
    progress("pagina's schrijven");
    const written = await writeSite(context, { output: fresh });
    writeFiles(fresh, [...assetFiles(), stylesheetFile(), ...houseStyleFiles(report.settings, sources)]);
    progress('zoekindex maken');
    writeFiles(fresh, await searchFiles(searchedPages(context, fresh)));
    progress('lijst van bestanden maken');
    const published = manifestOf(fresh);
    writeFiles(fresh, [{ path: MANIFEST, content: manifestText(published) }, headersFile(report.settings, published.map(({ path }) => path))]);
    if (compress) {
      progress('bestanden inpakken');
      await compressFiles(fresh);
    }
    return written;
  });
  return { problems, summary: buildSummary(report, { pages, folder: output, seconds: (performance.now() - start) / 1000 }) };
};
