import { Worker } from 'node:worker_threads';
import { CLI } from '../io/project.ts';
import type { Archive } from '../site/downloads/archive.ts';
import type { ChartJob } from './drawing.ts';

/** SVG for in pages, by the id of its drawing. */
type DrawnSvgs = ReadonlyMap<string, string>;

/** What the thread is asked. */
export type ChartQuestion =
  | { readonly jobs: readonly ChartJob[]; readonly folder: string }
  | { readonly archives: readonly Archive[]; readonly folder: string };

/**
 * What the thread answers: once, that it has loaded; to jobs the pictures, and then that files are written, or what
 * went wrong.
 */
export type ChartAnswer =
  | { readonly loaded: true }
  | { readonly pictures: DrawnSvgs }
  | { readonly written: true }
  | { readonly error: string };

/** What comes of some jobs. Both fail with what Vega says of a drawing, if only a warning. */
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
  // Whoever awaits it gets the error; a rejection that nobody awaits is not one of its own.
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
 * Draws charts and writes their files, on a thread of its own, while the program reads, computes and writes; and packs
 * archives when it has time left. Start it before loading the rest of the program.
 */
export class ChartThread {
  readonly #worker: Worker;
  /** On Node 22 and 24 a thread that is ended while its modules run takes the process along (nodejs/node#53238). */
  readonly #loaded = deferred<void>();
  /** Who waits for an answer, the first first. */
  readonly #waiting: PendingCharts[] = [];
  /** Why it draws no more. */
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
   * Starts to draw charts, and to write their files below a folder. Wait for `written` before that is moved or deleted.
   */
  draw(jobs: readonly ChartJob[], folder: string): ChartsDrawn {
    const { pictures, written } = this.#await({ jobs, folder });
    return { pictures: pictures.promise, written: written.promise };
  }

  /** Starts to pack archives below a folder; resolves when they are written. */
  pack(archives: readonly Archive[], folder: string): Promise<void> {
    return this.#await({ archives, folder }).written.promise;
  }

  /** Ends the thread, as soon as it has loaded. Who still waits for it hears that at once. */
  async close(): Promise<void> {
    this.#stopped(new Error(STOPPED));
    await this.#loaded.promise;
    await this.#worker.terminate();
  }

  #await(question: ChartQuestion): PendingCharts {
    const waiting = { pictures: deferred<DrawnSvgs>(), written: deferred<void>() };
    if (this.#end) fail(waiting, this.#end);
    else {
      // Throws where a question cannot be sent: then nobody waits for it.
      this.#ask(question);
      this.#waiting.push(waiting);
      this.#keepGoing();
    }
    return waiting;
  }

  #ask(question: ChartQuestion): void {
    this.#worker.postMessage(question);
  }

  /** A loaded thread that waits for work does not keep the program going. */
  #keepGoing(): void {
    if (this.#waiting.length > 0) this.#worker.ref();
    else this.#worker.unref();
  }

  #receive(answer: ChartAnswer): void {
    if ('loaded' in answer) {
      this.#loaded.resolve();
      return this.#keepGoing();
    }
    // To what was asked before it was closed.
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
