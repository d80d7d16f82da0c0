import path from 'node:path';
import { watch } from 'chokidar';
import { UsageError } from '../model/usage-error.ts';
import { problemLine } from '../model/position.ts';
import { PROJECT } from '../io/project.ts';
import { runCommand } from '../cli/run.ts';
import { serveFolder } from '../io/server.ts';
import { settleEdits } from '../io/settle-edits.ts';
import { showProblems } from '../cli/show.ts';
import type { Made } from '../make-site.ts';
import type { Folders } from '../serve/build-worker.ts';
import { HelperProcess } from '../serve/helper-process.ts';
import { oneAtATime } from '../serve/one-at-a-time.ts';
import type { PreviewAnswer, PreviewQuestion } from '../serve/preview-worker.ts';

/** Milliseconds without a change before it is read: a file is written in more than one step, and git writes many files. */
const PAUSE = 50;

/** Whether a file is one of the program: a change of it asks for a new process. */
function isOfProgram(file: string): boolean {
  return /^(?:scripts\/|\.eleventy\.js)/.test(path.relative(PROJECT, path.resolve(file)).split(path.sep).join('/'));
}

function watchFault(fault: unknown): string {
  return (fault as NodeJS.ErrnoException).code === 'ENOSPC'
    ? 'dit systeem kan niet meer bestanden volgen. Verhoog fs.inotify.max_user_watches, of stop en start opnieuw na een wijziging.'
    : `${String(fault)}. Stop en start opnieuw na een wijziging.`;
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new UsageError(`"${text}" is geen poort; noem een getal tot en met 65535`);
  return port;
}

await runCommand(
  {
    name: 'npm start',
    description: 'Bouwt de site, toont haar op deze computer, en bouwt opnieuw zodra er iets verandert.',
    options: {
      data: { value: 'MAP', description: 'map met gegevens', default: 'data' },
      output: { value: 'MAP', description: 'map voor de site', default: '_site' },
      port: { value: 'POORT', description: 'poort op deze computer', default: '8080' },
    },
    examples: ['npm start', 'npm start -- --port 8081'],
  },
  async ({ data, output: folder, port }, output) => {
    settleEdits(data, output.err);
    /** How often the data was loaded, and for which of those the whole site is in the folder. */
    let [loaded, built] = [0, 0];
    let prefix = '';

    async function newer(address: string): Promise<string | Uint8Array | null> {
      if (built === loaded) return null;
      const answer = await preview.ask({ address });
      // A fault in a template is told when the whole is built.
      return 'file' in answer ? (answer.file?.content ?? null) : null;
    }

    const server = await serveFolder(folder, portOf(port), { newer, prefix: () => prefix }).catch(
      (fault: NodeJS.ErrnoException) => {
        throw fault.code === 'EADDRINUSE'
          ? new UsageError(`poort ${port} is al in gebruik; kies een andere met --port`)
          : fault;
      },
    );
    // Not before the port is ours: processes of their own would keep a command going that is refused.
    const preview = new HelperProcess<PreviewQuestion, PreviewAnswer>('preview-worker');
    const builder = new HelperProcess<Folders, Made>('build-worker');

    function tell(fault: string): void {
      output.err(fault);
      server.send({ kind: 'problems', lines: fault.split('\n') });
    }

    const build = oneAtATime(async () => {
      const of = loaded;
      const answer = await builder.ask({ data, output: folder });
      // Eleventy keeps what it read of templates for as long as a process lives.
      builder.renew();
      if ('fault' in answer) return tell(answer.fault);
      // Problems were told when the data was loaded.
      if (answer.summary === null) return;
      output.out(answer.summary);
      built = of;
    });

    const load = oneAtATime(async () => {
      const answer = await preview.ask({ load: data });
      if ('fault' in answer) return tell(answer.fault);
      if (!('problems' in answer)) return;
      showProblems(answer.problems, output, false);
      if (answer.prefix !== null) {
        loaded++;
        prefix = answer.prefix;
        server.send({ kind: 'reload' });
      } else {
        output.err('De laatste goede versie blijft staan.');
        server.send({ kind: 'problems', lines: answer.problems.map(problemLine) });
      }
      void build();
    });

    function restart(): void {
      preview.restart();
      builder.restart();
      void load();
    }

    const watcher = watch([data, 'content', 'scripts', '.eleventy.js'], {
      ignoreInitial: true,
      ignored: (file) => /(?:^|[\\/])(?:node_modules|schema)(?:[\\/]|$)/.test(file),
    });
    let [pause, isProgram] = [setTimeout(() => {}, 0), false];
    watcher.on('all', (_, file) => {
      isProgram ||= isOfProgram(file);
      clearTimeout(pause);
      pause = setTimeout(() => {
        if (isProgram) restart();
        else void load();
        isProgram = false;
      }, PAUSE);
    });
    watcher.on('error', (fault) => output.err(`Niet elke wijziging wordt nu gezien: ${watchFault(fault)}`));
    output.out(`De site staat op http://localhost:${server.port}/ (stoppen met Ctrl+C).`);
    void load();
    return 0;
  },
);
