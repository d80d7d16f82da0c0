import { parentPort } from 'node:worker_threads';
import type { Drawing } from './charts/drawing.ts';
import { ChartRenderer } from './charts/renderer.ts';

/** What the thread is sent of a drawing. */
export type Sent = Omit<Drawing, 'id'>;

/** What the thread answers: the pictures, in the order of the drawings, or why there are none. */
export type ThreadAnswer = { readonly svgs: readonly string[] } | { readonly fault: string };

const renderer = new ChartRenderer();

parentPort!.on('message', (drawings: readonly Sent[]) => {
  const answer = (): ThreadAnswer => {
    try {
      return { svgs: drawings.map((drawing) => renderer.svg(drawing)) };
    } catch (fault) {
      return { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
    }
  };
  parentPort!.postMessage(answer());
});
