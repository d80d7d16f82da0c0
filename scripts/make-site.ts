import { replaceFolder, writeFiles } from './io/output.ts';
import type { LocatedProblem } from './io/position.ts';
import { loadReport } from './load.ts';
import { downloadsOf } from './site/downloads/downloads.ts';
import { writeSite } from './site/write.ts';
import { buildSummary } from './summary.ts';

/** What a build came to; `summary` is null where errors stood in its way and the old site stayed. */
export interface Made {
  readonly problems: readonly LocatedProblem[];
  readonly summary: string | null;
}

/** Reads the data, computes the report and writes the whole site. Throws where a template fails or a folder is of no use. */
export const makeSite = async (data: string, output: string, progress: (step: string) => void = () => {}): Promise<Made> => {
  const start = performance.now();
  progress('gegevens lezen en controleren');
  const { report, problems } = loadReport(data);
  if (!report) return { problems, summary: null };
  const { pages } = await replaceFolder(output, async (fresh) => {
    progress('bestanden met open data schrijven');
    for (const each of report.reports) writeFiles(fresh, downloadsOf(each));
    progress("pagina's schrijven");
    return writeSite(report, { output: fresh });
  });
  return { problems, summary: buildSummary(report, { pages, folder: output, seconds: (performance.now() - start) / 1000 }) };
};
