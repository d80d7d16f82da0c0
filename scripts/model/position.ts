import type { FindOrigin, Place, Problem } from './problem.ts';
import type { SourceFile, SourceFolder } from './tree.ts';

/** Line and column from 1; columns in UTF-16 units, as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface LocatedProblem extends Problem, Position {
  readonly file: string;
}

/** Offsets at which the lines of a text begin. */
function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (end) => end.index + end[0].length)];
}

/** Returns a function from a place to its line and column: 1:1 in a file that does not exist. */
export function locator(sources: readonly SourceFile[]): (place: Place) => Position {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const known = new Map<string, number[]>();
  return ({ file, offset }) => {
    const text = texts.get(file) ?? '';
    const starts = known.get(file) ?? lineStarts(text);
    known.set(file, starts);
    const at = Math.min(offset, text.length);
    // Binary search for the last line that starts at or before the place: a hostile file has many lines and problems.
    let [line, after] = [0, starts.length];
    while (after - line > 1) {
      const middle = (line + after) >> 1;
      if (starts[middle]! <= at) line = middle;
      else after = middle;
    }
    return { line: line + 1, column: at - starts[line]! + 1 };
  };
}

/**
 * Returns a function from a place to its path and line in the repository of the data. A data folder below the current
 * folder has its relative path there; of any other only its name is known, so it is assumed to be at the root of its
 * repository.
 */
export function originFinder({ folder, files }: SourceFolder): FindOrigin {
  const positionOf = locator(files);
  const known = new Map(files.map(({ file, path }) => [file, path]));
  const root = folder.startsWith('..') ? folder.split('/').at(-1)! : folder;
  return (place) => ({
    file: [root, known.get(place.file) ?? place.file].filter((part) => part !== '').join('/'),
    line: positionOf(place).line,
  });
}

/** Adds line and column to problems, sorts them by path, line and column, and removes duplicates. */
export function locate(problems: readonly Problem[], sources: readonly SourceFile[]): LocatedProblem[] {
  const positionOf = locator(sources);
  const located = problems.map((problem) => ({ ...problem, file: problem.place.file, ...positionOf(problem.place) }));
  located.sort(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message),
  );
  return located.filter((problem, index) => index === 0 || shown(problem) !== shown(located[index - 1]!));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function shown({ file, line, column, message }: LocatedProblem): string {
  return `${file}:${line}:${column}: ${message}`;
}

/**
 * Escapes characters that affect a terminal, a log or the direction of text, and invisible ones, so that a hostile name
 * is shown as it is.
 */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

/** One line for people and editors: `file:line:column: sentence`. */
export function problemLine(problem: LocatedProblem): string {
  return visible(
    problem.severity === 'warning' ? shown({ ...problem, message: `let op: ${problem.message}` }) : shown(problem),
  );
}
