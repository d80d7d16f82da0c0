import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { sample } from './sample.ts';
import { changed, problemLines, without, type Tree } from './tree.ts';

/** Goes into a changed text right before each spot where a problem is expected. */
const MARK = '▸';

/** One change: the old and the new text; or null, for a file that is removed. */
export type Change = readonly [path: string, from: string, to: string] | readonly [path: string, gone: null];

export interface Mistake {
  readonly title: string;
  readonly changes: readonly Change[];
  /** Words of each expected message, in order of file, line and column. */
  readonly says: readonly string[];
  /** Positions that a mark cannot show: those in files that do not exist. */
  readonly at?: readonly string[];
  readonly base?: Tree;
}

function positionsOf(path: string, marked: string): string[] {
  const parts = marked.split(MARK);
  return parts.slice(1).map((_, index) => {
    const before = parts
      .slice(0, index + 1)
      .join('')
      .split('\n');
    return `${path}:${before.length}:${before.at(-1)!.length + 1}:`;
  });
}

function byPosition(a: string, b: string): number {
  const [[fileA = '', ...spotA], [fileB = '', ...spotB]] = [a.split(':'), b.split(':')];
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return Number(spotA[0]) - Number(spotB[0]) || Number(spotA[1]) - Number(spotB[1]);
}

/** The changed tree, and the positions of its marks. */
export function applyChanges(base: Tree, changes: readonly Change[]): { tree: Tree; positions: string[] } {
  let tree = base;
  for (const [path, from, to] of changes)
    tree = from === null ? without(tree, path) : changed(tree, path, from, to ?? '');
  const positions = Object.entries(tree).flatMap(([path, text]) => positionsOf(path, text));
  return {
    tree: Object.fromEntries(Object.entries(tree).map(([path, text]) => [path, text.replaceAll(MARK, '')])),
    positions,
  };
}

/** Asserts that exactly the marked problems are found, without any that follow from others. */
export function assertProblems({ changes, says, at = [], base = sample }: Mistake): void {
  const { tree, positions } = applyChanges(base, changes);
  const lines = problemLines(tree);
  const expected = [...positions, ...at.map((path) => `${path}:`)].sort(byPosition);
  assert.equal(
    lines.map((line) => /^[^:]+:\d+:\d+:/.exec(line)?.[0] ?? line),
    expected,
    lines.join('\n'),
  );
  says.forEach((words, index) => assert.ok(lines[index]!.includes(words), `"${lines[index]}" does not say "${words}"`));
}

/** One test for each mistake. */
export function testMistakes(mistakes: readonly Mistake[]): void {
  for (const mistake of mistakes) test(mistake.title, () => assertProblems(mistake));
}
