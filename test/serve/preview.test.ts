import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { Preview } from '../../scripts/serve/preview.ts';
import { inFolder, put } from '../support/folder.ts';
import { pageTypes } from '../support/page-types.ts';
import { sample } from '../support/sample.ts';
import { builtSite } from '../support/site.ts';

const folder = await builtSite();
const preview = new Preview();

test('a page of every template is, byte for byte, the page that a build writes', async () => {
  preview.load('data');
  for (const { address } of await pageTypes(folder)) {
    const file = await preview.file(address);
    assert.ok(file, address);
    assert.is(file.content, fs.readFileSync(path.join(folder, file.path), 'utf8'), address);
  }
});

test('it serves every file that pages load, and nothing that is not a page or is outside the site', async () => {
  const assets = filesBelow(folder).filter((name) => name.startsWith('assets/'));
  assert.ok(assets.length > 5);
  for (const name of assets)
    assert.equal(
      Buffer.from((await preview.file(`/${name}`))!.content),
      fs.readFileSync(path.join(folder, name)),
      name,
    );
  for (const address of ['/nergens/', '/package.json', '/../package.json', '/data/manifest.json'])
    assert.is(await preview.file(address), null, address);
});

test('with a mistake in the data the last good pages stay', async () =>
  inFolder(async (data) => {
    const own = new Preview();
    put(data, sample);
    assert.equal(own.load(data), { problems: [], prefix: '' });
    const before = await own.file('/');
    put(data, { 'proef/rapport.yaml': 'titel: 1\n' });
    const { problems, prefix } = own.load(data);
    assert.ok(problems.length > 0);
    assert.is(prefix, null);
    assert.equal(await own.file('/'), before);
  }));

test('what was made from earlier data is released', () =>
  inFolder(async (data) => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const own = new Preview();
    const result = path.join(data, 'voorbeeld/normen/2.0/metingen/2026-tussenmeting/resultaten/modelstad.yaml');
    fs.cpSync('data', data, { recursive: true });
    const text = fs.readFileSync(result, 'utf8');
    /** MiB in use after a number of edits, each of which is viewed. */
    async function usedAfter(edits: number): Promise<number> {
      for (let edit = 0; edit < edits; edit++) {
        fs.writeFileSync(result, text.replace('drie voorbeelden', `${performance.now()} voorbeelden`));
        own.load(data);
        assert.ok(await own.file('/voorbeeld/'));
      }
      await setTimeout(100);
      collectGarbage();
      return process.memoryUsage().heapUsed / 1024 ** 2;
    }
    const [before, after] = [await usedAfter(4), await usedAfter(8)];
    assert.ok(after < before + 8, `${before} MiB became ${after}`);
  }));

test.run();
