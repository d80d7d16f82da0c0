import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { watch } from 'chokidar';
import { UsageError } from './io/arguments.ts';
import { ifThere } from './io/if-there.ts';
import { problemLine } from './io/position.ts';
import { runCommand } from './io/run.ts';
import { serveFolder, type SiteServer } from './io/server.ts';
import { showProblems, type Output } from './io/show.ts';
import type { WorkerAnswer } from './serve-worker.ts';
import { writeReportSchemas } from './write-schemas.ts';

const startWorker = (): ChildProcess => fork(fileURLToPath(new URL('serve-worker.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });

/** Builds on request, one at a time; what is asked for meanwhile becomes one more build. */
class Builder {
  #worker = startWorker();
  #busy = false;
  #again = false;
  readonly #folders: { data: string; output: string };
  readonly #done: (answer: WorkerAnswer) => void;

  constructor(folders: { data: string; output: string }, done: (answer: WorkerAnswer) => void) {
    this.#folders = folders;
    this.#done = done;
  }

  build(): void {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    this.#worker.once('message', (answer: WorkerAnswer) => this.#finish(answer));
    this.#worker.once('exit', this.#died);
    this.#worker.send(this.#folders);
  }

  #finish(answer: WorkerAnswer): void {
    this.#worker.off('exit', this.#died);
    this.#busy = false;
    this.#done(answer);
    if (this.#again) {
      this.#again = false;
      this.build();
    }
  }

  /** A fault that took the worker along: the next change is built by a new one. */
  readonly #died = (): void => {
    this.#worker = startWorker();
    this.#finish({ fault: 'Het bouwen is onverwacht gestopt; de reden staat hierboven. Na de volgende wijziging wordt opnieuw gebouwd.' });
  };

  /** For a change of the program itself. */
  restart(): void {
    this.#worker.removeAllListeners();
    this.#worker.disconnect();
    this.#worker = startWorker();
    this.#busy = false;
    this.build();
  }
}

const show = (answer: WorkerAnswer, server: SiteServer, output: Output): void => {
  if ('fault' in answer) {
    output.err(answer.fault);
    server.send({ kind: 'problems', lines: answer.fault.split('\n') });
    return;
  }
  showProblems(answer.problems, output, false);
  if (answer.summary !== null) {
    output.out(answer.summary);
    server.send({ kind: 'reload' });
  } else {
    output.err('De laatste goede versie blijft staan.');
    server.send({ kind: 'problems', lines: answer.problems.map(problemLine) });
  }
};

const portOf = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new UsageError(`"${text}" is geen poort; noem een getal tot en met 65535`);
  return port;
};

await runCommand({
  name: 'npm start',
  description: 'Bouwt de site, toont haar op deze computer, en bouwt opnieuw zodra er iets verandert.',
  options: {
    data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
    output: { value: 'MAP', description: 'map voor de site', default: '_site' },
    port: { value: 'POORT', description: 'poort op deze computer', default: '8080' },
  },
  examples: ['npm start', 'npm start -- --port 8081'],
}, async ({ data, output: folder, port }, output) => {
  const server = await serveFolder(folder, portOf(port)).catch((fault: NodeJS.ErrnoException) => {
    throw fault.code === 'EADDRINUSE' ? new UsageError(`poort ${port} is al in gebruik; kies een andere met --port`) : fault;
  });
  const builder = new Builder({ data, output: folder }, (answer) => {
    show(answer, server, output);
    // Also of data with problems: who adds a point sees it among the choices before its results are there.
    // A file may go while it is read; the next build follows that.
    if (!('fault' in answer)) ifThere(() => writeReportSchemas(data), 0);
  });
  const watcher = watch([data, 'content', 'scripts', '.eleventy.js'], { ignoreInitial: true, ignored: (path) => /(?:^|\/)(?:node_modules|schema)(?:\/|$)/.test(path) });
  watcher.on('all', (_, path) => (/^(?:scripts\/|\.eleventy\.js)/.test(path) ? builder.restart() : builder.build()));
  output.out(`De site staat op http://localhost:${server.port}/ (stoppen met Ctrl+C).`);
  builder.build();
  return 0;
});
