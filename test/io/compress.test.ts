import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { compressFiles, filesBelow } from '../../scripts/io/manifest.ts';
import { contentsOf, putFiles, scratch } from '../support/scratch.ts';

const LONG = 'regel met tekst\n'.repeat(200);

const TEXTS = ['css', 'csv', 'html', 'js', 'json', 'jsonld', 'mjs', 'svg', 'txt', 'webmanifest', 'xml'];

async function packed(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = scratch('ingepakt');
  putFiles(folder, files);
  await compressFiles(folder);
  return folder;
}

test('each type of text file is compressed in two ways next to the file itself, and decompresses to the same content', async () => {
  const files = Object.fromEntries(TEXTS.map((extension) => [`a/bestand.${extension}`, `${extension} ${LONG}`]));
  const folder = await packed(files);
  assert.equal(
    filesBelow(folder),
    Object.keys(files)
      .flatMap((name) => [name, `${name}.br`, `${name}.gz`])
      .sort(),
  );
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    assert.is(zlib.gunzipSync(fs.readFileSync(`${file}.gz`)).toString(), text);
    assert.is(zlib.brotliDecompressSync(fs.readFileSync(`${file}.br`)).toString(), text);
    assert.ok(fs.statSync(`${file}.br`).size < text.length / 10);
  }
});

test('files that are compressed already, or fit in one packet, are not compressed', async () => {
  const folder = await packed({
    'a.png': LONG,
    'a.zip': LONG,
    'a.xlsx': LONG,
    klein: LONG,
    'klein.html': '<p>klein</p>',
  });
  assert.equal(filesBelow(folder), ['a.png', 'a.xlsx', 'a.zip', 'klein', 'klein.html']);
});

test('the same files give the same compressed bytes', async () => {
  const [one, other] = [await packed({ 'a.html': LONG }), await packed({ 'a.html': LONG })];
  assert.equal([...contentsOf(one)], [...contentsOf(other)]);
});

test.run();
