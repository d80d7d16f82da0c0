import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { COUNTRY, countryFiles, type CountrySize } from './bench/country.ts';
import type { Measured } from './bench/stage.ts';
import { writeFiles } from './io/output.ts';
import { runCommand } from './io/run.ts';

const run = promisify(execFile);
const STAGE = fileURLToPath(new URL('bench/stage.ts', import.meta.url));

const measure = async (...args: string[]): Promise<Measured> => {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', STAGE, ...args], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout) as Measured;
};

const number = (value: number, digits = 0): string => value.toLocaleString('nl-NL', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const total = ({ stages }: Measured): number => stages.filter(([name]) => !name.startsWith(' ')).reduce((sum, [, seconds]) => sum + seconds, 0);

const lines = ({ stages }: Measured): string[] => stages.map(([name, seconds]) => `  ${name.padEnd(40)} ${number(seconds, 2).padStart(7)} s`);

const makeCountry = (folder: string, size: CountrySize): string => {
  writeFiles(folder, countryFiles(size));
  return folder;
};

await runCommand({
  name: 'npm run bench',
  description: 'Meet hoe snel de site wordt gebouwd, voor een verzonnen land van twaalf provincies, naast wat Eleventy alleen daarover doet.',
  options: {
    shipped: { description: 'meet de gegevens die bij het programma zitten in plaats van een land' },
    double: { description: 'meet controleren en rekenen ook met twee keer zo veel resultaten' },
  },
  examples: ['npm run bench', 'npm run bench -- --shipped'],
}, async ({ shipped, double }, { out }) => {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'norm-bench-'));
  try {
    const folder = shipped === 'true' ? 'data' : makeCountry(path.join(work, 'data'), COUNTRY);
    const data = await measure('data', folder);
    out(`${number(data.results ?? 0)} resultaten, hoogstens ${number(data.memory)} MiB`);
    for (const line of lines(data)) out(line);
    if (double === 'true') {
      const twice = await measure('data', makeCountry(path.join(work, 'twice'), { ...COUNTRY, reports: COUNTRY.reports * 2 }));
      out(`${number(twice.results ?? 0)} resultaten: ${number(total(twice) / total(data), 2)} keer zo lang, hoogstens ${number(twice.memory)} MiB`);
      for (const line of lines(twice)) out(line);
    }
    const site = await measure('site', folder, path.join(work, 'site'));
    const pages = site.pages ?? 0;
    out(`\nde hele bouw: ${number(total(site), 2)} s, ${number(pages)} pagina’s van gemiddeld ${number((site.bytes ?? 0) / 1024, 1)} kB, ${number(pages / total(site))} per seconde, hoogstens ${number(site.memory)} MiB`);
    for (const line of lines(site)) out(line);
    const floor = await measure('floor', path.join(work, 'floor'), '', String(pages), String(site.bytes));
    out(`\nEleventy alleen, zo veel pagina’s van die grootte: ${number(total(floor), 2)} s; de bouw is ${number(total(site) / total(floor), 2)} keer zo lang`);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
  return 0;
});
