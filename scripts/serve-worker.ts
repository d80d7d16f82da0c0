import { ChartThread } from './chart-thread.ts';
import { makeSite, type Made } from './make-site.ts';

/** What the worker answers to a request for a build. */
export type WorkerAnswer = Made | { readonly fault: string };

// Kept between builds, so that a chart that has not changed is not drawn again.
const charts = new ChartThread({ keeps: true });

// Builds in a process of its own, so that a change of the program itself takes effect: then it is started anew.
process.on('message', async ({ data, output }: { data: string; output: string }) => {
  const answer: WorkerAnswer = await makeSite(data, output, { charts }).catch((fault: unknown) => ({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }));
  process.send?.(answer);
});
process.on('disconnect', () => process.exit());
