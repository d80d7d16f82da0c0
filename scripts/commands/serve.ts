import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from '../model/problem.ts';
import { problemLine } from '../model/position.ts';
import { inProject, PROJECT } from '../io/project.ts';
import { runCommand } from '../cli/run.ts';
import { isFolder, requireData } from '../io/read.ts';
import { serveFolder } from '../io/server.ts';
import { settleEdits } from '../io/write-edits.ts';
import { showProblems } from '../cli/show.ts';
import type { Made } from '../site/make-site.ts';
import type { Folders } from '../serve/build-worker.ts';
import { WorkerProcess } from '../serve/worker-process.ts';
import { oneAtATime, watchPlaces } from '../serve/watch.ts';
import type { PreviewAnswer, PreviewQuestion } from '../serve/preview-worker.ts';

/** Sources of the site other than the data. */
const PROGRAM = ['content', 'docs', 'scripts', '.eleventy.js'];

/** Returns the first of the site's sources that is missing, in Dutch; null if all are there. */
function missing(data: string): string | null {
  if (!isFolder(path.resolve(data))) return `map ${data}`;
  const folder = ['content', 'docs'].find((name) => !isFolder(inProject(name)));
  if (folder) return `map ${folder}`;
  const file = ['scripts/cli/start.js', '.eleventy.js'].find((name) => !fs.existsSync(inProject(name)));
  return file ? `bestand ${file}` : null;
}

/** Whether a file is code. A process loads code once, so a change needs a new process. */
function isOfProgram(file: string): boolean {
  const name = path.relative(PROJECT, file).split(path.sep).join('/');
  return /^(?:scripts(?:\/|$)|\.eleventy\.js$|content\/(?!assets\/).*\.[cm]?[jt]s$)/.test(name);
}

/**
 * Whether changes to a file are ignored: files in the data folder that are not data, and packages, which are too many
 * to watch.
 */
function isIgnored(file: string, data: string): boolean {
  const name = path.basename(file);
  if (name === 'node_modules') return true;
  return file.startsWith(data + path.sep) && (name.startsWith('.') || file === path.join(data, 'schema'));
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
    requireData(data);
    settleEdits(data, output.err);
    /** How many times data was loaded, and which of those loads the site in the folder was built from. */
    let [loaded, built] = [0, 0];
    let prefix = '';

    async function newer(address: string): Promise<string | Uint8Array | null> {
      if (built === loaded) return null;
      const answer = await preview.ask({ address });
      // An error in a template is shown by the build.
      return 'file' in answer ? (answer.file?.content ?? null) : null;
    }

    const server = await serveFolder(folder, portOf(port), { newer, prefix: () => prefix }).catch(
      (error: NodeJS.ErrnoException) => {
        throw error.code === 'EADDRINUSE'
          ? new UsageError(`poort ${port} is al in gebruik; kies een andere met --port`)
          : error;
      },
    );
    // Only once the port is ours: worker processes would keep a refused command alive.
    const preview = new WorkerProcess<PreviewQuestion, PreviewAnswer>('preview-worker');
    const builder = new WorkerProcess<Folders, Made>('build-worker');

    function showError(error: string): void {
      output.err(error);
      server.send({ kind: 'problems', lines: error.split('\n') });
    }

    const build = oneAtATime(async () => {
      const of = loaded;
      const answer = await builder.ask({ data, output: folder });
      if ('error' in answer) return showError(answer.error);
      // Problems were shown when the data was loaded.
      if (answer.summary === null) return;
      output.out(answer.summary);
      built = of;
    });

    const load = oneAtATime(async () => {
      const gone = missing(data);
      if (gone !== null) return showError(`er is geen ${gone} meer; na terugzetten wordt opnieuw gebouwd`);
      const answer = await preview.ask({ load: data });
      if ('error' in answer) return showError(answer.error);
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

    let isProgramNew = false;
    watchPlaces({
      places: [path.resolve(data), ...PROGRAM.map(inProject)],
      ignores: (file) => isIgnored(file, path.resolve(data)),
      onChange: (files) => {
        isProgramNew ||= files.some(isOfProgram);
        if (!isProgramNew || missing(data) !== null) return void load();
        isProgramNew = false;
        restart();
      },
    });
    output.out(`De site staat op http://localhost:${server.port}/ (stoppen met Ctrl+C).`);
    void load();
    return 0;
  },
);
