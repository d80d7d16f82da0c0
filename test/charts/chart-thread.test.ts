import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ChartThread } from '../../scripts/charts/chart-thread.ts';
import { ChartRenderer } from '../../scripts/charts/renderer.ts';
import { drawnWhenAsked } from '../../scripts/site/charts/drawn.ts';
import { chartJobs, drawingsOf } from '../../scripts/site/charts/of-report.ts';
import { archiveBytes, zipOf } from '../../scripts/site/downloads/archive.ts';
import { opened } from '../support/context.ts';
import { inFolder } from '../support/folder.ts';

const charts = new ChartThread();
test.after(() => charts.close());

const [report] = opened('data').site.reports.slice(-1);
const jobs = chartJobs(report!);
function errorOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: Error) => error.message,
  );
}

test('the thread draws what a page would draw itself, and writes the files of each chart', () =>
  inFolder(async (folder) => {
    const { pictures, written } = charts.draw(jobs, folder);
    const expected = await drawnWhenAsked(new ChartRenderer())(report!);
    assert.equal(
      [...(await pictures)],
      drawingsOf(report!).map(({ id }) => [id, expected.get(id)]),
    );
    await written;
    for (const { files } of jobs) {
      for (const name of files ? ['grafiek.svg', 'specificatie.json'] : [])
        assert.ok(fs.existsSync(path.join(folder, files!.folder, name)));
    }
  }));

test('an error in one batch reaches its caller, and the thread goes on with the next', () =>
  inFolder(async (folder) => {
    const wrong = charts.draw([{ ...jobs[0]!, kind: 'onbekend' }], folder);
    const right = charts.draw(jobs.slice(0, 1), folder);
    assert.match(await errorOf(wrong.pictures), /unknown chart type onbekend/);
    assert.match(await errorOf(wrong.written), /unknown chart type onbekend/);
    assert.is((await right.pictures).size, 2);
    await right.written;
  }));

test('the thread packs archives, between the charts that it draws', () =>
  inFolder(async (folder) => {
    const files = { 'a.txt': 'één' };
    const book = { path: 'data/a.xlsx', tables: [{ name: 'a', columns: ['x'], rows: [['één'], [1]] }] };
    const packed = charts.pack([{ path: 'data/a.zip', files }, book], folder);
    const { written } = charts.draw(jobs.slice(0, 1), folder);
    await Promise.all([packed, written]);
    assert.equal([...fs.readFileSync(path.join(folder, 'data/a.zip'))], [...zipOf(files)]);
    assert.equal([...fs.readFileSync(path.join(folder, 'data/a.xlsx'))], [...(await archiveBytes(book))]);
  }));

test('a thread that cannot go on reports an error instead of waiting for ever', () =>
  inFolder(async (folder) => {
    const ended = new ChartThread();
    const begun = ended.draw(jobs, folder);
    await ended.close();
    assert.match(await errorOf(begun.written), /gestopt/);
    assert.match(await errorOf(ended.draw(jobs, folder).pictures), /gestopt/);
  }));

test('a thread can be closed at any moment while it loads without ending the process', async () => {
  for (let wait = 0; wait <= 400; wait += 50) {
    const loading = new ChartThread();
    await setTimeout(wait);
    await loading.close();
  }
});

test.run();
