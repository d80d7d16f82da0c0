import { parentPort } from 'node:worker_threads';
import { errorTrace } from '../cli/system-error.ts';
import { writeFiles } from '../io/output.ts';
import { type Archive, archiveBytes } from '../site/downloads/archive.ts';
import type { ChartAnswer, ChartQuestion } from './chart-thread.ts';
import { chartFiles, type ChartJob } from './drawing.ts';
import { ChartRenderer } from './renderer.ts';
import { pageSvg } from './svg.ts';

const renderer = new ChartRenderer();

function answer(given: ChartAnswer): void {
  parentPort!.postMessage(given);
}

/** Sends the pictures before it writes files, since the pages wait for them. */
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

/** Keeps answers in the order of the questions, even though packing an archive is asynchronous. */
let last: Promise<void> = Promise.resolve();

parentPort!.on('message', (question: ChartQuestion) => {
  last = last.then(() => carryOut(question));
});

// Runs after all modules have finished loading, including those of the thread's parent.
setImmediate(() => {
  answer({ loaded: true });
  // Nothing to draw yet: the main thread is still reading and computing.
  renderer.prepare();
});
