import fs from 'node:fs';
import path from 'node:path';
import { ChartThread } from '../../scripts/charts/chart-thread.ts';
import { computeReport } from '../../scripts/compute/report.ts';
import { readContract } from '../../scripts/contract/read.ts';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { readData } from '../../scripts/io/read.ts';
import { buildReport } from '../../scripts/report.ts';

/** Measurements of one process; times in seconds, memory in MiB. */
export interface Measured {
  readonly stages: readonly (readonly [name: string, seconds: number])[];
  readonly memory: number;
  readonly results?: number;
  readonly pages?: number;
  readonly bytes?: number;
}

function seconds<Value>(work: () => Value): [number, Value] {
  const start = performance.now();
  const value = work();
  return [(performance.now() - start) / 1000, value];
}

/**
 * Reading and computing, measured in parts. Parsing YAML counts as reading; the contract, rules and figures count as
 * validating and computing.
 */
function data(folder: string): Omit<Measured, 'memory'> {
  const [reading, sources] = seconds(() => readData(folder));
  const [whole, { report }] = seconds(() => buildReport(sources));
  if (!report) throw new Error('the data of the bench is not valid');
  // The parts again with warm caches, as an indication of where the time goes.
  const [contract, { reports }] = seconds(() => readContract(sources));
  const [figures] = seconds(() => reports.map((each) => computeReport(each.data)));
  const results = report.reports
    .flatMap(({ norms }) => norms.flatMap(({ rounds }) => rounds.map(({ cells }) => cells.length)))
    .reduce((a, b) => a + b, 0);
  return {
    stages: [
      ['bestanden en YAML lezen', reading],
      ['controleren en rekenen', whole],
      ['  waarvan contract (warm)', contract],
      ['  waarvan cijfers (warm)', figures],
    ],
    results,
  };
}

async function site(folder: string, output: string): Promise<Omit<Measured, 'memory'>> {
  const charts = new ChartThread();
  const { makeSite } = await import('../../scripts/site/make-site.ts');
  const stages: [string, number][] = [];
  let last = performance.now();
  let name = 'voorbereiden';
  function next(step: string): void {
    stages.push([name, (performance.now() - last) / 1000]);
    // Parts of a stage are added up.
    [name, last] = [step.replace(/, deel .*/, ''), performance.now()];
  }
  const { summary } = await makeSite(folder, output, { progress: next, charts, once: true });
  next('');
  await charts.close();
  if (summary === null) throw new Error('the data of the bench does not build');
  const pages = filesBelow(output).filter((file) => file.endsWith('.html'));
  const bytes = pages.reduce((sum, file) => sum + fs.statSync(path.join(output, file)).size, 0);
  return { stages, pages: pages.length, bytes: Math.round(bytes / pages.length) };
}

/** Runs one stage in a separate process, so that its memory is that of the stage alone. */
const [kind, folder = '', output = ''] = process.argv.slice(2);
const measured = kind === 'data' ? data(folder) : await site(folder, output);
process.stdout.write(
  JSON.stringify({ ...measured, memory: Math.round(process.resourceUsage().maxRSS / 1024) } satisfies Measured),
);
