import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ChartRenderer } from '../scripts/charts/renderer.ts';
import { FilesThread } from '../scripts/files-thread.ts';
import { readTexts } from '../scripts/io/read.ts';
import { loadReport } from '../scripts/load.ts';
import { drawingsOf } from '../scripts/site/charts/of-report.ts';
import { drawnWhenAsked } from '../scripts/site/charts/when-asked.ts';
import { reportContexts } from '../scripts/site/context.ts';
import { inFolder } from './support/folder.ts';

const files = new FilesThread({ keeps: true });
test.after(() => files.close());

const texts = readTexts('data');
const reports = reportContexts(loadReport('data').report!);

test('the thread draws for each report what a page would draw itself, and writes its files', () => inFolder(async (folder) => {
  files.read(texts);
  const { pictures, done } = files.write(folder, reports.length);
  const drawn = await Promise.all(pictures);
  await done;
  const asked = drawnWhenAsked(new ChartRenderer());
  for (const [index, report] of reports.entries()) {
    const expected = await asked(report);
    assert.equal([...drawn[index]!], drawingsOf(report).map(({ id }) => [id, expected.get(id)]));
  }
  const chart = reports[1]!.at.chart('norm-1-0-meting-2021-najaar-matrix').slice(1);
  for (const name of ['data/cijfers.csv', 'voorbeeld/data/rapport.json', `${chart}gegevens.csv`, `${chart}grafiek.svg`]) {
    assert.ok(fs.existsSync(path.join(folder, name)), name);
  }
}));

test('what goes wrong reaches who waits for it, and the thread goes on', () => inFolder(async (folder) => {
  const elsewhere = path.join(folder, 'een-bestand');
  fs.writeFileSync(elsewhere, '');
  const failed = files.write(elsewhere, reports.length);
  assert.match(String(await failed.done.catch((fault: Error) => fault.message)), /ENOTDIR|EEXIST/);
  const { done } = files.write(path.join(folder, 'site'), reports.length);
  await done;
  assert.ok(fs.existsSync(path.join(folder, 'site/voorbeeld/data/cijfers.csv')));
}));

test('a thread that cannot go on says so, instead of waiting for ever', () => inFolder(async (folder) => {
  const ended = new FilesThread();
  await ended.close();
  assert.match(String(await ended.write(folder, 1).done.catch((fault: Error) => fault.message)), /gestopt/);
}));

test.run();
