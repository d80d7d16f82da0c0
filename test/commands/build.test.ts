import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { scratch } from '../support/scratch.ts';

const RESULTS = 'voorbeeld/normen/2.0/metingen/2026-tussenmeting/resultaten/modelstad.yaml';

/** How a command ended: by a status, or by a signal. */
interface Ended {
  readonly end: number | string;
  readonly err: string;
}

/** Builds that many times, two at once. */
async function builds(times: number, data: string): Promise<Ended[]> {
  function build(): Promise<Ended> {
    const args = ['scripts/cli/start.js', 'build', '--data', data, '--output', path.join(scratch('site'), '_site')];
    return new Promise((resolve) => {
      const child = execFile(process.execPath, args, (_, __, err) =>
        resolve({ end: child.signalCode ?? child.exitCode ?? -1, err }),
      );
    });
  }
  const ended: Ended[] = [];
  for (let time = 0; time < times; time += 2) ended.push(...(await Promise.all([build(), build()])));
  return ended;
}

test('each of ten builds of data with a mistake says what is wrong, and exits with 1', async () => {
  const data = scratch('gegevens');
  fs.cpSync('data', data, { recursive: true });
  const file = path.join(data, RESULTS);
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(': behaald', ': behaalt'));
  for (const { end, err } of await builds(10, data)) {
    assert.is(end, 1, err);
    assert.match(err, /modelstad\.yaml:\d+:\d+: .*bedoelde u "behaald"/);
    assert.match(err, /\n1 fout /);
  }
});

test('without data each of ten builds says so, and exits with 2', async () => {
  for (const { end, err } of await builds(10, 'nergens')) {
    assert.is(end, 2, err);
    assert.match(err, /^er is geen map nergens/);
  }
});

test.run();
