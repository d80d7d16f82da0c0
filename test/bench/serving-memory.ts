import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type Serving, startServing } from './serving.ts';
import { UsageError } from '../../scripts/model/problem.ts';
import { runCommand } from '../../scripts/cli/run.ts';
import { Clone } from '../support/clone.ts';
import { scratch } from '../support/scratch.ts';

/** How much more a process may use at the last edit than at the first measured one; garbage collection is not exact. */
const GROWTH = 0.15;

/** A text in a file of the example, and the address of a page that shows it. */
const TEXT = 'drie voorbeelden uit de praktijk';
const FILE = 'data/voorbeeld/normen/2.0/metingen/2026-tussenmeting/resultaten/modelstad.yaml';
const PAGE = '/voorbeeld/norm/2.0/punt/dilemmasessie-jaarlijks/';

/** Memory that a process reported, in bytes; `name` is the name of the command or of its worker. */
interface Memory {
  readonly name: string;
  readonly count: number;
  readonly own: number;
  readonly heap: number;
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

/** Makes every process of `npm start` collect its garbage and measure itself. */
async function measure(folder: string): Promise<ReadonlyMap<string, Memory>> {
  function read(id: number): Memory {
    return JSON.parse(fs.readFileSync(path.join(folder, `${id}.json`), 'utf8')) as Memory;
  }
  const running = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => Number.parseInt(name))
    .filter(isRunning);
  const measured = new Map<string, Memory>();
  for (const id of running) {
    const before = read(id).count;
    process.kill(id, 'SIGUSR2');
    for (let waited = 0; read(id).count === before; waited++) {
      if (waited > 300) throw new Error(`proces ${id} meet niets`);
      await setTimeout(100);
    }
    const memory = read(id);
    measured.set(memory.name, memory);
  }
  return measured;
}

/** Changes one line of the data, and waits until a page shows it and the whole site is built. */
async function edit(project: Clone, serving: Serving, number: number): Promise<void> {
  const changed = `${TEXT} (${number})`;
  project.write(FILE, project.read(FILE).replace(number === 1 ? TEXT : `${TEXT} (${number - 1})`, changed));
  const built = serving.says(/ naar /);
  for (let waited = 0; ; waited++) {
    const page = await (await fetch(`${serving.origin}${PAGE}`)).text();
    if (page.includes(changed)) break;
    if (waited > 1200) throw new Error(`bewerking ${number} komt niet op de pagina`);
    await setTimeout(50);
  }
  await built;
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(0).padStart(6);
}

function row(number: number, { name, own, heap }: Memory): string {
  return `${String(number).padStart(9)}  ${name.padEnd(16)}${mebibytes(own)}${mebibytes(heap)}`;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new UsageError(`"${text}" is geen aantal; noem een heel getal vanaf 1`);
  return Number(text);
}

await runCommand(
  {
    name: 'npm run bench-memory',
    description:
      'Meet of npm start bij elke wijziging meer geheugen vraagt: wijzigt steeds één regel in een kopie van de gegevens, wacht tot de site opnieuw is gebouwd, en vergelijkt elk proces na de eerste meting en aan het eind (MiB, na het opruimen). Werkt op Linux en macOS.',
    options: {
      edits: { value: 'AANTAL', description: 'hoe vaak er iets wordt gewijzigd', default: '200' },
      from: { value: 'AANTAL', description: 'na hoeveel wijzigingen voor het eerst wordt gemeten', default: '40' },
      every: { value: 'AANTAL', description: 'meet daarna ook steeds na zo veel wijzigingen', default: '40' },
    },
    examples: ['npm run bench-memory', 'npm run bench-memory -- --edits 60 --from 20'],
  },
  async (options, { out, err }) => {
    const [edits, from, every] = [options.edits, options.from, options.every].map(wholeNumber) as [
      number,
      number,
      number,
    ];
    if (from >= edits) throw new UsageError(`--from (${from}) moet kleiner zijn dan --edits (${edits})`);
    const project = new Clone();
    const measured = scratch('geheugen');
    process.env.MEMORY_PROBE = measured;
    process.env.NODE_OPTIONS = `--import ${pathToFileURL('test/support/memory-probe.js')}`;
    const serving = await startServing(project.folder);
    try {
      await serving.says(/ naar /);
      out('wijziging  proces          geheel  heap');
      let first: ReadonlyMap<string, Memory> | null = null;
      let last: ReadonlyMap<string, Memory> = new Map();
      for (let number = 1; number <= edits; number++) {
        await edit(project, serving, number);
        if (number !== edits && (number < from || (number - from) % every !== 0)) continue;
        last = await measure(measured);
        first ??= last;
        for (const memory of last.values()) out(row(number, memory));
      }
      const grown = [...last.values()].filter(({ name, own, heap }) => {
        const before = first!.get(name);
        return !before || own > before.own * (1 + GROWTH) || heap > before.heap * (1 + GROWTH);
      });
      for (const { name } of grown)
        err(`${name} groeit: meer dan ${GROWTH * 100}% tussen wijziging ${from} en ${edits}`);
      if (grown.length === 0)
        out(`elk proces blijft bij wijziging ${edits} binnen ${GROWTH * 100}% van dat bij wijziging ${from}`);
      return grown.length === 0 ? 0 : 1;
    } finally {
      serving.stop();
    }
  },
);
