import { Worker } from 'node:worker_threads';
import { CLI } from '../io/project.ts';
import type { Archive } from '../site/downloads/archive.ts';
import type { ChartJob } from './drawing.ts';

/** SVG to embed in pages, by the id of its drawing. */
type DrawnSvgs = ReadonlyMap<string, string>;

/** A message to the thread. */
export type ChartQuestion =
  | { readonly jobs: readonly ChartJob[]; readonly folder: string }
  | { readonly archives: readonly Archive[]; readonly folder: string };

/**
 * A message from the thread: first that it has loaded. For jobs it sends the pictures, then that the files are written;
 * for either, an error instead.
 */
export type ChartAnswer =
  | { readonly loaded: true }
  | { readonly pictures: DrawnSvgs }
  | { readonly written: true }
  | { readonly error: string };

/** Results of a set of jobs. Both promises reject if Vega reports anything, even a warning. */
export interface ChartsDrawn {
  readonly pictures: Promise<DrawnSvgs>;
  readonly written: Promise<void>;
}

/** A promise that is settled from outside. */
interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: Error) => void;
}

function deferred<Value>(): Deferred<Value> {
  let [resolve, reject]: [Deferred<Value>['resolve'], Deferred<Value>['reject']] = [() => {}, () => {}];
  const promise = new Promise<Value>((...both) => {
    [resolve, reject] = both;
  });
  // Callers that await it still get the error; without this, a rejection that nobody awaits would end the process.
  promise.catch(() => {});
  return { promise, resolve, reject };
}

interface PendingCharts {
  readonly pictures: Deferred<DrawnSvgs>;
  readonly written: Deferred<void>;
}

function fail({ pictures, written }: PendingCharts, error: Error): void {
  pictures.reject(error);
  written.reject(error);
}

const STOPPED = 'het tekenen van grafieken is gestopt';

/**
 * Draws charts and writes their files on a separate thread, while the main thread reads, computes and writes; packs
 * archives when it has time left. Start it before loading the rest of the program.
 */
export class ChartThread {
  readonly #worker: Worker;
  /** Node 22 and 24 crash if a thread is terminated while its modules are still loading (nodejs/node#53238). */
  readonly #loaded = deferred<void>();
  /** Questions without an answer yet, oldest first. */
  readonly #waiting: PendingCharts[] = [];
  /** Why the thread stopped; null while it runs. */
  #end: Error | null = null;

  constructor() {
    this.#worker = new Worker(CLI, { argv: ['chart-worker'], execArgv: [] });
    this.#worker.on('message', (answer: ChartAnswer) => this.#receive(answer));
    this.#worker.on('error', (error) => this.#stopped(error));
    this.#worker.on('exit', () => {
      this.#loaded.resolve();
      this.#stopped(new Error(STOPPED));
    });
  }

  /**
   * Starts drawing charts and writing their files below `folder`. Await `written` before moving or deleting that
   * folder.
   */
  draw(jobs: readonly ChartJob[], folder: string): ChartsDrawn {
    const { pictures, written } = this.#await({ jobs, folder });
    return { pictures: pictures.promise, written: written.promise };
  }

  /** Starts to pack archives below a folder; resolves when they are written. */
  pack(archives: readonly Archive[], folder: string): Promise<void> {
    return this.#await({ archives, folder }).written.promise;
  }

  /** Terminates the thread once it has loaded. Pending questions are rejected at once. */
  async close(): Promise<void> {
    this.#stopped(new Error(STOPPED));
    await this.#loaded.promise;
    await this.#worker.terminate();
  }

  #await(question: ChartQuestion): PendingCharts {
    const waiting = { pictures: deferred<DrawnSvgs>(), written: deferred<void>() };
    if (this.#end) fail(waiting, this.#end);
    else {
      // Throws if the question cannot be cloned; then it must not count as pending.
      this.#ask(question);
      this.#waiting.push(waiting);
      this.#keepGoing();
    }
    return waiting;
  }

  #ask(question: ChartQuestion): void {
    this.#worker.postMessage(question);
  }

  /** Lets the process exit while the thread has loaded and is idle. */
  #keepGoing(): void {
    if (this.#waiting.length > 0) this.#worker.ref();
    else this.#worker.unref();
  }

  #receive(answer: ChartAnswer): void {
    if ('loaded' in answer) {
      this.#loaded.resolve();
      return this.#keepGoing();
    }
    // An answer to a question from before `close`, which has been rejected already.
    if (this.#end) return;
    if ('pictures' in answer) return this.#waiting[0]!.pictures.resolve(answer.pictures);
    const waiting = this.#waiting.shift()!;
    if ('error' in answer) fail(waiting, new Error(answer.error));
    else waiting.written.resolve();
    this.#keepGoing();
  }

  #stopped(error: Error): void {
    this.#end ??= error;
    for (const waiting of this.#waiting.splice(0)) fail(waiting, this.#end);
  }
}
