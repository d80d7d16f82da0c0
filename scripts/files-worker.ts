import { parentPort, workerData } from 'node:worker_threads';
import type { Drawing } from './charts/drawing.ts';
import { KeepingRenderer } from './charts/keeping-renderer.ts';
import { pageSvg } from './charts/svg.ts';
import type { FilesAnswer, FilesQuestion, FilesThreadOptions } from './files-thread.ts';
import { writeFiles } from './io/output.ts';
import { reportOf, type Loaded } from './load.ts';
import { drawingsOf } from './site/charts/of-report.ts';
import { reportContexts, type ReportContext } from './site/context.ts';
import { chartDataFiles, pictureFiles } from './site/downloads/charts.ts';
import { downloadsOf } from './site/downloads/downloads.ts';
import { openDataFiles } from './site/downloads/open-data.ts';

const { keeps } = workerData as FilesThreadOptions;
const renderer = new KeepingRenderer({ keeps });
let loaded: Loaded | undefined;

const answer = (given: FilesAnswer): void => parentPort!.postMessage(given);

/** The pictures first: the pages wait for those. */
const writeReport = (context: ReportContext, folder: string): void => {
  const svgs = new Map(drawingsOf(context).map((drawing) => [drawing.id, renderer.svg(drawing)]));
  answer({ pictures: new Map([...svgs].map(([id, svg]) => [id, pageSvg(svg)])) });
  writeFiles(folder, pictureFiles(context, ({ id }: Drawing) => svgs.get(id)!));
  writeFiles(folder, chartDataFiles(context));
  writeFiles(folder, downloadsOf(context.report));
  writeFiles(folder, openDataFiles(context));
};

const carryOut = (question: FilesQuestion): void => {
  if ('texts' in question) {
    loaded = reportOf(question.texts, keeps ? loaded : undefined);
    return;
  }
  const { report } = loaded!;
  renderer.nextBuild();
  for (const context of reportContexts(report!)) writeReport(context, question.folder);
  answer({ done: true });
};

parentPort!.on('message', (question: FilesQuestion) => {
  try {
    carryOut(question);
  } catch (fault) {
    answer({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
  }
});
