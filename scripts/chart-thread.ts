import { Worker } from 'node:worker_threads';
import type { ChartJob } from './charts/drawing.ts';
import { CLI } from './io/project.ts';
import type { Archive } from './site/downloads/archive.ts';

/** SVG for in pages, by the id of its drawing. */
type DrawnPictures = ReadonlyMap<string, string>;

/** What the thread is asked. */
export type ChartQuestion =
  | { readonly jobs: readonly ChartJob[]; readonly folder: string }
  | { readonly archives: readonly Archive[]; readonly folder: string };

/** What the thread answers: to jobs the pictures, and then that files are written; or once, what went wrong. */
export type ChartAnswer =
  { readonly pictures: DrawnPictures } | { readonly written: true } | { readonly fault: string };

/** What comes of some jobs. Both fail with what Vega says of a drawing, if only a warning. */
export interface ChartsDrawn {
  readonly pictures: Promise<DrawnPictures>;
  readonly written: Promise<void>;
}

/** A promise that is settled from outside. */
interface Deferred<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (fault: Error) => void;
}

function deferred<Value>(): Deferred<Value> {
  let [resolve, reject]: [Deferred<Value>['resolve'], Deferred<Value>['reject']] = [() => {}, () => {}];
  const promise = new Promise<Value>((...both) => {
    [resolve, reject] = both;
  });
  // Who waits for it hears of a fault; it is none that nobody does.
  promise.catch(() => {});
  return { promise, resolve, reject };
}

interface Waiting {
  readonly pictures: Deferred<DrawnPictures>;
  readonly written: Deferred<void>;
}

function fail({ pictures, written }: Waiting, fault: Error): void {
  pictures.reject(fault);
  written.reject(fault);
}

/**
 * Draws charts and writes their files, on a thread of its own, while the program reads, computes and writes; and packs
 * archives when it has time left. Start it before loading the rest of the program.
 */
export class ChartThread {
  readonly #worker: Worker;
  /** Who waits for an answer, the first first. */
  readonly #waiting: Waiting[] = [];
  /** Why it draws no more. */
  #end: Error | null = null;

  constructor() {
    this.#worker = new Worker(CLI, { argv: ['chart-worker'], execArgv: [] });
    this.#worker.on('message', (answer: ChartAnswer) => this.#receive(answer));
    this.#worker.on('error', (fault) => this.#stopped(fault));
    this.#worker.on('exit', () => this.#stopped(new Error('het tekenen van grafieken is gestopt')));
    // A thread that waits for work does not keep the program going.
    this.#worker.unref();
  }

  /** Starts to draw charts, and to write their files below a folder. Wait for `written` before that is moved or deleted. */
  draw(jobs: readonly ChartJob[], folder: string): ChartsDrawn {
    const { pictures, written } = this.#await({ jobs, folder });
    return { pictures: pictures.promise, written: written.promise };
  }

  /** Starts to pack archives below a folder; resolves when they are written. */
  pack(archives: readonly Archive[], folder: string): Promise<void> {
    return this.#await({ archives, folder }).written.promise;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #await(question: ChartQuestion): Waiting {
    const waiting = { pictures: deferred<DrawnPictures>(), written: deferred<void>() };
    if (this.#end) fail(waiting, this.#end);
    else {
      // Throws where a question cannot be sent: then nobody waits for it.
      this.#ask(question);
      this.#worker.ref();
      this.#waiting.push(waiting);
    }
    return waiting;
  }

  #ask(question: ChartQuestion): void {
    this.#worker.postMessage(question);
  }

  #receive(answer: ChartAnswer): void {
    if ('pictures' in answer) return this.#waiting[0]!.pictures.resolve(answer.pictures);
    const waiting = this.#waiting.shift()!;
    if ('fault' in answer) fail(waiting, new Error(answer.fault));
    else waiting.written.resolve();
    if (this.#waiting.length === 0) this.#worker.unref();
  }

  #stopped(fault: Error): void {
    this.#end ??= fault;
    for (const waiting of this.#waiting.splice(0)) fail(waiting, this.#end);
  }
}
