import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sentFiles } from '../../scripts/io/binary.ts';
import { UsageError } from '../../scripts/model/problem.ts';
import { scratch } from '../support/scratch.ts';

const folder = scratch('formulieren');
for (const name of ['b.csv', 'a.XLSX', '~$a.xlsx', '.DS_Store']) fs.writeFileSync(path.join(folder, name), '');
fs.mkdirSync(path.join(folder, 'leeg'));

test('a folder stands for its files, except those that programs leave there', () => {
  assert.equal(
    sentFiles([folder, path.join(folder, 'b.csv')]).map(({ name }) => name),
    ['a.XLSX', 'b.csv', 'b.csv'],
  );
});

test('a folder without files, and a star that the shell did not expand, are usage errors', () => {
  for (const [place, words] of [
    [path.join(folder, 'leeg'), /leeg staan geen formulieren/],
    [path.join(folder, '*.xlsx'), /kent geen \*; noem in plaats van .* de map zelf/],
  ] as const) {
    assert.throws(
      () => sentFiles([place]),
      (error: unknown) => error instanceof UsageError && words.test(error.message),
    );
  }
});

test.run();
