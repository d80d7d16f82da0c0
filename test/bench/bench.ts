import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { COUNTRY, countryFiles, type CountrySize } from './country.ts';
import { makeFloor, type Timed, timeFloor } from './floor.ts';
import { type Change, timeServing } from './serving.ts';
import type { Measured } from './stage.ts';
import { UsageError } from '../../scripts/model/problem.ts';
import { writeFiles } from '../../scripts/io/output.ts';
import { CLI } from '../../scripts/io/project.ts';
import { runCommand } from '../../scripts/cli/run.ts';

const run = promisify(execFile);

const STAGE = fileURLToPath(new URL('stage.ts', import.meta.url));

async function measure(...args: string[]): Promise<Measured> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', STAGE, ...args], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as Measured;
}

function number(value: number, digits = 0): string {
  return value.toLocaleString('nl-NL', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function total({ stages }: Measured): number {
  return stages.filter(([name]) => !name.startsWith(' ')).reduce((sum, [, seconds]) => sum + seconds, 0);
}

/** Stages that recur, such as the batches of a large site, on one line. */
function lines({ stages }: Measured): string[] {
  return [...new Set(stages.map(([name]) => name))].map(
    (name) =>
      `  ${name.padEnd(40)} ${number(
        stages.filter(([each]) => each === name).reduce((sum, [, seconds]) => sum + seconds, 0),
        2,
      ).padStart(7)} s`,
  );
}

function makeCountry(folder: string, size: CountrySize): string {
  writeFiles(folder, countryFiles(size));
  return folder;
}

async function timeBuild(folder: string, output: string): Promise<Timed & { readonly measured: Measured }> {
  const start = performance.now();
  await run(process.execPath, [CLI, 'build', '--data', folder, '--output', output]);
  const command = (performance.now() - start) / 1000;
  const measured = await measure('site', folder, output);
  return { command, build: total(measured), measured };
}

/** A result that is easy to find on a page. */
const CHANGES: Readonly<Record<'shipped' | 'country', Change>> = {
  shipped: {
    file: 'voorbeeld/normen/2.0/metingen/2026-tussenmeting/resultaten/modelstad.yaml',
    text: 'drie voorbeelden uit de praktijk',
    address: '/voorbeeld/norm/2.0/punt/dilemmasessie-jaarlijks/',
  },
  country: {
    file: 'provincie-3/normen/2.0/metingen/meting-4/resultaten/organisatie-1.yaml',
    text: 'Het plan komt dit jaar in de raad',
    address: '/provincie-3/organisatie/organisatie-1/',
  },
};

function ratio(name: string, ours: readonly number[], floor: readonly number[]): string {
  return `  ${name.padEnd(40)} ${number(median(ours), 2).padStart(7)} s  Eleventy alleen ${number(median(floor), 2)} s: ${number(median(ours) / median(floor), 1)} keer zo lang`;
}

await runCommand(
  {
    name: 'npm run bench',
    description:
      'Meet hoe snel de site wordt gebouwd, voor een verzonnen land van twaalf provincies, naast wat Eleventy alleen doet over zo veel pagina’s van die grootte. Een schijf waarvan net veel bestanden zijn verwijderd, schrijft een tijd lang langzamer; met TMPDIR op een geheugenschijf meet u zonder dat.',
    options: {
      shipped: { description: 'meet de gegevens die bij het programma zitten in plaats van een land' },
      double: { description: 'meet ook met twee keer zo veel resultaten' },
      serving: {
        description:
          'meet in plaats daarvan hoe lang het bij npm start duurt voor een gewijzigd resultaat op het scherm staat',
      },
      times: { value: 'AANTAL', description: 'hoe vaak om en om wordt gemeten; de middelste telt', default: '3' },
    },
    examples: [
      'npm run bench',
      'npm run bench -- --shipped --times 7',
      'npm run bench -- --serving',
      'TMPDIR=/dev/shm npm run bench -- --shipped',
    ],
  },
  async ({ shipped, double, serving, times }, { out }) => {
    if (!/^[1-9]\d*$/.test(times)) throw new UsageError(`"${times}" is geen aantal keren; noem een heel getal vanaf 1`);
    const work = fs.mkdtempSync(path.join(os.tmpdir(), 'norm-bench-'));
    const [output, floor] = [path.join(work, 'site'), path.join(work, 'floor')];
    try {
      const folder = shipped === 'true' ? 'data' : makeCountry(path.join(work, 'data'), COUNTRY);
      if (serving === 'true') {
        const changed = path.join(work, 'changed');
        fs.cpSync(folder, changed, { recursive: true });
        const seconds = await timeServing(
          changed,
          output,
          CHANGES[shipped === 'true' ? 'shipped' : 'country'],
          Number(times),
        );
        out(
          `een gewijzigd resultaat staat na ${number(median(seconds), 2)} s op het scherm (${seconds.map((each) => number(each, 2)).join('; ')})`,
        );
        return 0;
      }
      const data = await measure('data', folder);
      out(`${number(data.results ?? 0)} resultaten, hoogstens ${number(data.memory)} MiB`);
      for (const line of lines(data)) out(line);
      const ours: Timed[] = [];
      const alone: Timed[] = [];
      for (let turn = 0; turn < Number(times); turn++) {
        const { measured, ...timed } = await timeBuild(folder, output);
        const [pages, bytes] = [measured.pages ?? 0, measured.bytes ?? 0];
        if (turn === 0) {
          makeFloor(floor, pages, bytes);
          out(
            `\n${number(pages)} pagina’s van gemiddeld ${number(bytes / 1024, 1)} kB, ${number(pages / timed.build)} per seconde, hoogstens ${number(measured.memory)} MiB`,
          );
          for (const line of lines(measured)) out(line);
        }
        ours.push(timed);
        alone.push(await timeFloor(floor));
      }
      out('\nde middelste van elke meting:');
      out(
        ratio(
          'de hele opdracht',
          ours.map(({ command }) => command),
          alone.map(({ command }) => command),
        ),
      );
      out(
        ratio(
          'alleen het bouwen',
          ours.map(({ build }) => build),
          alone.map(({ build }) => build),
        ),
      );
      if (double === 'true') {
        const larger = makeCountry(path.join(work, 'twice'), { ...COUNTRY, reports: COUNTRY.reports * 2 });
        const twice = await measure('data', larger);
        const site = await measure('site', larger, output);
        out(
          `\n${number(twice.results ?? 0)} resultaten: lezen en rekenen ${number(total(twice) / total(data), 2)} keer zo lang, bouwen ${number(total(site) / median(ours.map(({ build }) => build)), 2)} keer, hoogstens ${number(site.memory)} MiB`,
        );
      }
    } finally {
      // A server that has just been stopped may still be writing.
      fs.rmSync(work, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    }
    return 0;
  },
);
