import { parentPort, workerData } from 'node:worker_threads';
import type { ChartJob } from './charts/drawing.ts';
import { chartFiles } from './charts/files.ts';
import { KeepingRenderer } from './charts/keeping-renderer.ts';
import { pageSvg } from './charts/svg.ts';
import type { ChartAnswer, ChartQuestion, ChartThreadOptions } from './chart-thread.ts';
import { faultTrace } from './cli/system-error.ts';
import { writeFiles } from './io/output.ts';
import { zipOf } from './site/downloads/zip.ts';

const renderer = new KeepingRenderer(workerData as ChartThreadOptions);

// While the program reads and computes, the thread has nothing else to do.
renderer.prepare();

function answer(given: ChartAnswer): void {
  parentPort!.postMessage(given);
}

/** The pictures first: the pages wait for those. */
function drawCharts(jobs: readonly ChartJob[], folder: string): void {
  const svgs = new Map(
    jobs.flatMap(({ kind, datasets, drawings }) =>
      drawings.map(({ id, variant }) => [id, renderer.svg({ kind, variant, datasets })]),
    ),
  );
  answer({ pictures: new Map([...svgs].map(([id, svg]) => [id, pageSvg(svg)])) });
  writeFiles(
    folder,
    jobs.flatMap((job) => chartFiles(job, svgs.get(job.drawings.at(-1)!.id)!)),
  );
}

parentPort!.on('message', (question: ChartQuestion) => {
  try {
    if ('nextBuild' in question) renderer.nextBuild();
    else {
      if ('jobs' in question) drawCharts(question.jobs, question.folder);
      else
        writeFiles(
          question.folder,
          question.archives.map(({ path, files }) => ({ path, content: zipOf(files) })),
        );
      answer({ written: true });
    }
  } catch (fault) {
    answer({ fault: faultTrace(fault) });
  }
});
