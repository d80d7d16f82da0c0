import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as assert from 'uvu/assert';
import { scratch } from './scratch.ts';

/** Number of differing lines that a failing test prints; `git diff` shows the rest. */
const MOST_LINES = 25;

/** Number of equal characters to keep on each side of a difference. */
const AROUND = 60;

const HOW_TO_ACCEPT =
  'GOLDEN=write npm test -- --only golden accepts it; see git diff, and look at the page before you commit.';

/**
 * The text of a published file as its golden file has it. Two things are replaced, since they say nothing about the
 * page: the hash in a file's name by `HASH`, and the version of a package in the list of licences by `VERSION`.
 * Drawings and JSON are broken into lines, so that a changed bar or number is one changed line.
 */
export function goldenText(name: string, published: string): string {
  if (name.endsWith('.json')) return `${JSON.stringify(JSON.parse(published), null, 1)}\n`;
  return published
    .replace(/([._])[0-9a-f]{10}(?=\.\w)/g, '$1HASH')
    .replace(/(?<=^<li>\S+ )\d+\.\d+\.\d+(?= \([\w.-]+\)<\/li>$)/gm, 'VERSION')
    .replace(/<svg[\s>].*?<\/svg>/gs, (svg) => svg.replaceAll('><', '>\n<'));
}

/** A line of `git diff --word-diff` without most of its unchanged text. */
function shortened(line: string): string {
  return line
    .split(/(\[-.*?-\]|\{\+.*?\+\})/)
    .map((part, index) =>
      index % 2 === 1 || part.length <= 2 * AROUND ? part : `${part.slice(0, AROUND)} … ${part.slice(-AROUND)}`,
    )
    .join('');
}

/** The lines in which two texts differ, with removed text in `[-…-]` and new text in `{+…+}`. */
function difference(golden: string, made: string): string[] {
  const folder = scratch('golden');
  fs.writeFileSync(path.join(folder, 'golden'), golden);
  fs.writeFileSync(path.join(folder, 'made'), made);
  function diff(mode: string): string[] {
    const options = ['--no-index', '--no-color', '--unified=0', mode];
    const { stdout } = spawnSync('git', ['diff', ...options, 'golden', 'made'], { cwd: folder });
    return stdout.toString().trimEnd().split('\n').slice(4);
  }
  const words = diff('--word-diff=plain').map(shortened);
  const lines = words.some((line) => /\[-|\{\+/.test(line))
    ? words
    : ['Only white space differs.', ...diff('--ws-error-highlight=none')];
  const left = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(left > 0 ? [`… and ${left} more lines`] : [])];
}

/**
 * Fails where a text differs from its golden file, and shows the difference. With `GOLDEN=write` in the environment,
 * the text becomes the golden file.
 */
export function assertGolden(file: string, made: string): void {
  if (process.env.GOLDEN === 'write') {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, made);
  }
  const golden = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
  if (golden === made) return;
  const lines = golden === null ? ['There is no such file yet.'] : difference(golden, made);
  throw new assert.Assertion({
    message: `Expected what ${path.relative('.', file)} holds`,
    details: [...lines, '', HOW_TO_ACCEPT].map((line) => `${line}\n`).join(''),
    generated: false,
    operator: 'golden',
    expects: '',
    actual: '',
  });
}
