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

/** Line and column of a place. A place in a file that does not exist is 1:1. */
export function locator(sources: readonly SourceFile[]): (place: Place) => Position {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const known = new Map<string, number[]>();
  return ({ file, offset }) => {
    const text = texts.get(file) ?? '';
    const starts = known.get(file) ?? lineStarts(text);
    known.set(file, starts);
    const at = Math.min(offset, text.length);
    // The last line that begins at or before the place; halving, since a hostile file has many lines and problems.
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
 * Where a place is in the repository of the data. A folder below the one in which the command runs has the path that it
 * has there; of another folder only its own name is known, so that it is taken to stand at the root of its repository.
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

/** Problems with line and column, sorted by path, line and column; the same problem only once. */
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
 * What would change a terminal, a log or the direction of text, and invisible spaces; written out, so that a hostile
 * name shows as it is.
 */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

/** One line as people and editors read it: `file:line:column: sentence`. */
export function problemLine(problem: LocatedProblem): string {
  return visible(
    problem.severity === 'warning' ? shown({ ...problem, message: `let op: ${problem.message}` }) : shown(problem),
  );
}
