import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow, inOrder, MANIFEST, manifestOf, manifestText, parseManifest } from '../../scripts/io/manifest.ts';
import { putFiles, scratch } from '../support/scratch.ts';

/** SHA-256 of a text of three letters, from its standard: FIPS 180-2, appendix B.1. */
const SHA256_OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

const folder = scratch('lijst');
putFiles(folder, {
  'index.html': 'abc',
  'a/é.txt': '',
  'a/Z.txt': '',
  'B.txt': '',
  [MANIFEST]: '[]',
  '.normrapport': '',
  '.git/config': '',
  '.well-known/security.txt': '',
  'a/.verborgen': '',
});

test('the list of files names all published files except itself, in the order of their characters', () => {
  assert.equal(
    manifestOf(folder).map(({ path }) => path),
    ['.well-known/security.txt', 'B.txt', 'a/.verborgen', 'a/Z.txt', 'a/é.txt', 'index.html'],
  );
  assert.equal(filesBelow(folder).length, 9);
});

test('a file is listed with its size in bytes and its SHA-256', () => {
  assert.equal(manifestOf(folder).at(-1), { path: 'index.html', size: 3, sha256: SHA256_OF_ABC });
});

test('the list has one file on each line, in the same order whatever the order of its input, and can be read back', () => {
  const entries = manifestOf(folder);
  const text = manifestText(entries);
  assert.is(text.split('\n').length, entries.length + 3);
  assert.equal(parseManifest(text), entries);
  assert.equal(inOrder(entries.toReversed()), entries);
});

test('a text that is not a list of files is refused, and so is a path that leads out of the site', () => {
  const entry = { path: 'a', size: 1, sha256: 'x' };
  for (const wrong of [
    {},
    [null],
    [{ ...entry, path: 1 }],
    [{ ...entry, size: '1' }],
    [{ ...entry, sha256: null }],
    [entry, { ...entry, path: '../../etc/passwd' }],
    [{ ...entry, path: 'a/../b' }],
  ])
    assert.throws(() => parseManifest(JSON.stringify(wrong)), /geen lijst van bestanden/, JSON.stringify(wrong));
  assert.equal(parseManifest(JSON.stringify([{ ...entry, path: 'a..b/..c' }])).length, 1);
});

test.run();
