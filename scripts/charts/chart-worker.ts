import { parentPort } from 'node:worker_threads';
import { errorTrace } from '../cli/system-error.ts';
import { writeFiles } from '../io/output.ts';
import { type Archive, archiveBytes } from '../site/downloads/archive.ts';
import type { ChartAnswer, ChartQuestion } from './chart-thread.ts';
import type { ChartJob } from './drawing.ts';
import { chartFiles } from './files.ts';
import { ChartRenderer } from './renderer.ts';
import { pageSvg } from './svg.ts';

const renderer = new ChartRenderer();

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

async function pack(archives: readonly Archive[], folder: string): Promise<void> {
  for (const archive of archives) writeFiles(folder, [{ path: archive.path, content: await archiveBytes(archive) }]);
}

async function carryOut(question: ChartQuestion): Promise<void> {
  try {
    if ('jobs' in question) drawCharts(question.jobs, question.folder);
    else await pack(question.archives, question.folder);
    answer({ written: true });
  } catch (error) {
    answer({ error: errorTrace(error) });
  }
}

/** Answers come in the order of the questions, also where a workbook takes a while. */
let last: Promise<void> = Promise.resolve();

parentPort!.on('message', (question: ChartQuestion) => {
  last = last.then(() => carryOut(question));
});

// Once all modules have run to their end, this one and the one that started it.
setImmediate(() => {
  answer({ loaded: true });
  // While the program reads and computes, the thread has nothing else to do.
  renderer.prepare();
});
