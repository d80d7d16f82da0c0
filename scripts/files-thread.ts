import { Worker } from 'node:worker_threads';
import { CLI } from './io/project.ts';
import type { TextFolder } from './io/read.ts';

/** SVG for in pages, by the id of its drawing. */
type DrawnPictures = ReadonlyMap<string, string>;

/** What the thread is asked: to make the report of these texts, or to write its files below a folder. */
export type FilesQuestion = { readonly texts: TextFolder } | { readonly folder: string };

/** What the thread answers: the pictures of one report after another and then that it is done; or what went wrong. */
export type FilesAnswer = { readonly pictures: DrawnPictures } | { readonly done: true } | { readonly fault: string };

export interface FilesThreadOptions {
  /** Keep what was read and drawn for the next build. */
  readonly keeps: boolean;
}

/** What comes of writing files: the pictures of each report as soon as they are drawn, and when all is written. */
export interface FilesWritten {
  readonly pictures: readonly Promise<DrawnPictures>[];
  readonly done: Promise<void>;
}

/**
 * Makes all files of a site that are no pages, and draws the charts that pages show, on a thread of its own: while the program
 * makes the pages. It makes the report itself, from the same texts; handing that over would take as long.
 */
export class FilesThread {
  readonly #worker: Worker;
  readonly #waiting: ((answer: FilesAnswer) => void)[] = [];
  /** Why it does nothing more. */
  #end: string | null = null;

  constructor(options: FilesThreadOptions = { keeps: false }) {
    this.#worker = new Worker(CLI, { argv: ['files-worker'], execArgv: [], workerData: options });
    this.#worker.on('message', (answer: FilesAnswer) => this.#receive(answer));
    this.#worker.on('error', (fault) => this.#stopped(fault.stack ?? fault.message));
    this.#worker.on('exit', () => this.#stopped('het schrijven van bestanden is gestopt'));
    // A thread that waits for work does not keep the program going.
    this.#worker.unref();
  }

  /** Starts to make the report of a data folder. */
  read(texts: TextFolder): void {
    this.#worker.postMessage({ texts } satisfies FilesQuestion);
  }

  /** Starts to write the files of the reports that were read, `reports` of them. Wait for `done` before the folder is moved or deleted. */
  write(folder: string, reports: number): FilesWritten {
    const answers = Array.from({ length: reports + 1 }, () => this.#next());
    this.#worker.postMessage({ folder } satisfies FilesQuestion);
    const pictures = answers.slice(0, reports).map(async (answer) => {
      const given = await answer;
      if (!('pictures' in given)) throw new Error('fault' in given ? given.fault : 'the thread drew too few reports');
      return given.pictures;
    });
    const done = answers[reports]!.then((given) => { if ('fault' in given) throw new Error(given.fault); });
    // Who waits for one of them hears of the fault; the others are then of no use.
    for (const each of [...pictures, done]) each.catch(() => {});
    return { pictures, done };
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #next(): Promise<FilesAnswer> {
    if (this.#end !== null) return Promise.resolve({ fault: this.#end });
    this.#worker.ref();
    return new Promise((given) => { this.#waiting.push(given); });
  }

  #receive(answer: FilesAnswer): void {
    if ('fault' in answer) this.#failed(answer.fault);
    else this.#waiting.shift()!(answer);
    if (this.#waiting.length === 0) this.#worker.unref();
  }

  #failed(fault: string): void {
    for (const given of this.#waiting.splice(0)) given({ fault });
  }

  #stopped(fault: string): void {
    this.#end ??= fault;
    this.#failed(fault);
  }
}
