import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { downloadsOf } from '../scripts/site/downloads/downloads.ts';
import { fixture, readTree } from './support/fixtures.ts';
import { changed, problemLines, reportOf, type Tree } from './support/tree.ts';

interface Edit {
  readonly file: string;
  readonly from?: string;
  readonly to?: string;
  /** New path of the file, whose text stays the same. */
  readonly move?: string;
}

interface Broken extends Edit {
  readonly name: string;
  readonly also?: Edit;
  /** File of the problem, if it is not the changed one. */
  readonly in?: string;
  /** Line, or line and column. */
  readonly at?: readonly number[] | null;
  readonly says?: string;
  readonly not?: string;
  /** Number of problems that this one mistake may give. */
  readonly most?: number;
  /** The data stays valid, and there is a warning. */
  readonly warning?: boolean;
}

/** The first line that differs: the difference of whole files takes long to compute, and longer to read. */
function firstDifference(expected: string, actual: string): string | null {
  const [wanted, got] = [expected.split('\r\n'), actual.split('\r\n')];
  const index = wanted.findIndex((line, at) => line !== got[at]);
  if (index >= 0) return `line ${index + 1}: expected ${wanted[index]}, got ${got[index]}`;
  return expected === actual ? null : `${got.length - wanted.length} lines too many`;
}

// The expected files were not computed by this program.
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

function edited(tree: Tree, { file, from, to = '', move }: Edit): Tree {
  if (move === undefined) return changed(tree, file, from ?? '', to);
  const { [file]: text = '', ...others } = tree;
  return { ...others, [move]: text };
}

const base = readTree('acceptance/voorbeeldsom/data');
for (const broken of JSON.parse(fs.readFileSync(fixture('broken.json'), 'utf8')) as Broken[]) {
  test(`A mistake is reported where it is: ${broken.name}`, () => {
    const lines = problemLines(
      [broken, broken.also].reduce<Tree>((tree, each) => (each ? edited(tree, each) : tree), base),
    );
    const { says = '', not, most = Infinity, warning = false } = broken;
    const where = `${broken.in ?? broken.move ?? broken.file}:${broken.at ? `${broken.at.join(':')}:` : ''}`;
    const line = lines.find(
      (each) =>
        each.startsWith(where) &&
        each.includes(says) &&
        !(not && each.includes(not)) &&
        each.includes(': let op: ') === warning,
    );
    assert.ok(line, lines.join('\n'));
    const errors = lines.filter((each) => !each.includes(': let op: '));
    assert.ok(errors.length <= (warning ? 0 : most), lines.join('\n'));
  });
}

test.run();
