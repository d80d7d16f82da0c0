import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { downloadsOf } from '../scripts/site/downloads/downloads.ts';
import { fixture, readTree } from './support/fixtures.ts';
import { changed, problemLines, reportOf, type Tree } from './support/tree.ts';

interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

interface Broken extends Edit {
  readonly name: string;
  readonly also?: Edit;
  /** File of the problem, where it is another than the one that was changed. */
  readonly in?: string;
  readonly at: readonly [number, number] | null;
  readonly says?: string;
}

/** The first line that differs: a difference of whole files takes long to work out, and longer to read. */
function firstDifference(expected: string, actual: string): string | null {
  const [wanted, got] = [expected.split('\r\n'), actual.split('\r\n')];
  const index = wanted.findIndex((line, at) => line !== got[at]);
  if (index >= 0) return `line ${index + 1}: expected ${wanted[index]}, got ${got[index]}`;
  return expected === actual ? null : `${got.length - wanted.length} lines too many`;
}

// The expected files were computed apart from this program.
for (const name of fs.readdirSync(fixture('acceptance'))) {
  for (const [file, expected] of Object.entries(readTree(`acceptance/${name}/expected`))) {
    test(`The published ${file} of ${name} is as expected, byte for byte`, () => {
      const published = downloadsOf(reportOf(readTree(`acceptance/${name}/data`))).find(
        ({ path }) => path === `data/${file}`,
      );
      assert.is(firstDifference(expected, published?.content ?? ''), null);
    });
  }
}

const base = readTree('acceptance/voorbeeldsom/data');
for (const broken of JSON.parse(fs.readFileSync(fixture('broken.json'), 'utf8')) as Broken[]) {
  test(`A mistake is reported where it is: ${broken.name}`, () => {
    const tree = [broken, broken.also].reduce<Tree>(
      (each, edit) => (edit ? changed(each, edit.file, edit.from, edit.to) : each),
      base,
    );
    const where = `${broken.in ?? broken.file}:${broken.at ? `${broken.at.join(':')}:` : ''}`;
    const line = problemLines(tree).find((each) => each.startsWith(where));
    assert.ok(line, problemLines(tree).join('\n'));
    assert.ok(line.includes(broken.says ?? ''), line);
  });
}

test.run();
