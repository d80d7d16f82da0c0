import { Worker } from 'node:worker_threads';
import type { ThreadAnswer } from './chart-worker.ts';
import { drawingKey, type Drawing, type Drawings } from './charts/drawing.ts';

/** TypeScript in a thread needs to be asked for: `--import tsx` of the program does not reach into it. */
const ENTRY = `Promise.all([import('tsx/esm/api'), import('vega'), import('vega-lite')]).then(([{ register }]) => {
  register();
  return import(${JSON.stringify(new URL('chart-worker.ts', import.meta.url).href)});
})`;

/** Pictures by the key of their drawing. */
type Pictures = ReadonlyMap<string, string>;

/**
 * Draws charts on a thread of its own, while the program reads, computes and writes. Start it before loading the rest of
 * the program: Vega takes as long to load as all that.
 */
export class ChartThread implements Drawings {
  readonly #worker = new Worker(ENTRY, { eval: true, execArgv: [] });
  readonly #waiting: ((answer: ThreadAnswer) => void)[] = [];
  readonly #keeps: boolean;
  /** What was asked for, the first first. */
  #asked: Promise<Pictures | Error>[] = [];
  #current: Pictures = new Map();
  /** What this build drew, and what the build before it did. */
  #drawn = new Map<string, string>();
  #before: Pictures = new Map();
  /** Why it draws no more. */
  #end: string | null = null;

  /** How many charts were really drawn, not taken from what was kept. */
  drawings = 0;

  /** `keeps`: what one build draws is kept for the next, so that a chart that has not changed is not drawn again. */
  constructor({ keeps = false }: { readonly keeps?: boolean } = {}) {
    this.#keeps = keeps;
    this.#worker.on('message', (answer: ThreadAnswer) => this.#waiting.shift()!(answer));
    this.#worker.on('error', (fault) => this.#stopped(fault.stack ?? fault.message));
    this.#worker.on('exit', () => this.#stopped('het tekenen van grafieken is gestopt'));
    // A thread that waits for work does not keep the program going.
    this.#worker.unref();
  }

  /** Starts to draw a lot of charts. */
  ask(wanted: readonly Drawing[]): void {
    this.#asked.push(this.#draw(wanted).catch((fault: Error) => fault));
  }

  /** Waits for the lot that was asked for first: now `svg` gives that. Throws what Vega says of a drawing, if only a warning. */
  async next(): Promise<void> {
    const lot = await this.#asked.shift();
    if (lot instanceof Error) throw lot;
    this.#current = lot ?? new Map();
    if (this.#keeps) for (const [key, svg] of this.#current) this.#drawn.set(key, svg);
  }

  svg(drawing: Drawing): string {
    const svg = this.#current.get(drawingKey(drawing));
    if (svg === undefined) throw new Error(`a ${drawing.kind} that was not asked for`);
    return svg;
  }

  /** Call between builds: forgets what the last build did not draw. */
  nextBuild(): void {
    this.#asked = [];
    this.#before = this.#drawn;
    this.#drawn = new Map();
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async #draw(wanted: readonly Drawing[]): Promise<Pictures> {
    const pictures = new Map<string, string>();
    const missing = new Map<string, Drawing>();
    for (const drawing of wanted) {
      const key = drawingKey(drawing);
      const kept = this.#drawn.get(key) ?? this.#before.get(key);
      if (kept === undefined) missing.set(key, drawing);
      else pictures.set(key, kept);
    }
    if (missing.size === 0) return pictures;
    const svgs = await this.#send([...missing.values()]);
    [...missing.keys()].forEach((key, index) => pictures.set(key, svgs[index]!));
    this.drawings += svgs.length;
    return pictures;
  }

  /** The thread answers in the order in which it is asked. */
  async #send(drawings: readonly Drawing[]): Promise<readonly string[]> {
    if (this.#end !== null) throw new Error(this.#end);
    this.#worker.ref();
    this.#worker.postMessage(drawings);
    const answer = await new Promise<ThreadAnswer>((done) => { this.#waiting.push(done); });
    if (this.#waiting.length === 0) this.#worker.unref();
    if ('fault' in answer) throw new Error(answer.fault);
    return answer.svgs;
  }

  #stopped(fault: string): void {
    this.#end ??= fault;
    for (const done of this.#waiting.splice(0)) done({ fault });
  }
}
