import { Worker } from 'node:worker_threads';
import type { Sent, ThreadAnswer } from './chart-worker.ts';
import type { Drawing, Drawings } from './charts/drawing.ts';
import { CLI } from './io/project.ts';

/** Pictures by the id of their drawing. */
type Pictures = ReadonlyMap<string, string>;

/** The same for drawings that look the same. */
const looksOf = ({ kind, variant, datasets }: Sent): string => `${kind} ${variant} ${JSON.stringify(datasets)}`;

/**
 * Draws charts on a thread of its own, while the program reads, computes and writes. Start it before loading the rest of
 * the program: Vega takes as long to load as all that.
 */
export class ChartThread implements Drawings {
  readonly #worker = new Worker(CLI, { argv: ['chart-worker'], execArgv: [] });
  readonly #waiting: ((answer: ThreadAnswer) => void)[] = [];
  readonly #keeps: boolean;
  /** What was asked for, the first first. */
  #asked: Promise<Pictures | Error>[] = [];
  #current: Pictures = new Map();
  /** What this build drew, and what the build before it did, by its looks. */
  #drawn = new Map<string, string>();
  #before: ReadonlyMap<string, string> = new Map();
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
  }

  svg(drawing: Drawing): string {
    const svg = this.#current.get(drawing.id);
    if (svg === undefined) throw new Error(`a ${drawing.kind} that was not asked for`);
    return svg;
  }

  /** Call as a build begins to draw: forgets what the one before it did not. */
  nextBuild(): void {
    this.#asked = [];
    this.#before = this.#drawn;
    this.#drawn = new Map();
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  async #draw(wanted: readonly Drawing[]): Promise<Pictures> {
    const sent = wanted.map(({ kind, variant, datasets }): Sent => ({ kind, variant, datasets }));
    const looks = sent.map(looksOf);
    const svgs = new Map<string, string>();
    const missing = new Map<string, Sent>();
    for (const [index, drawing] of sent.entries()) {
      const kept = this.#drawn.get(looks[index]!) ?? this.#before.get(looks[index]!);
      if (kept === undefined) missing.set(looks[index]!, drawing);
      else svgs.set(looks[index]!, kept);
    }
    const drawn = missing.size === 0 ? [] : await this.#send([...missing.values()]);
    for (const [index, key] of [...missing.keys()].entries()) svgs.set(key, drawn[index]!);
    for (const [key, svg] of svgs) if (this.#keeps) this.#drawn.set(key, svg);
    this.drawings += drawn.length;
    return new Map(wanted.map(({ id }, index) => [id, svgs.get(looks[index]!)!]));
  }

  /** The thread answers in the order in which it is asked. */
  async #send(drawings: readonly Sent[]): Promise<readonly string[]> {
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
