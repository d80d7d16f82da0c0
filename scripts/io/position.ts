import type { Place, Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/tree.ts';

/** Line and column from 1; columns in UTF-16 units, as editors count them. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface LocatedProblem extends Problem, Position {
  readonly file: string;
}

/** Line and column of a place. A place in a file that does not exist is 1:1. */
export const locator = (sources: readonly SourceFile[]): ((place: Place) => Position) => {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  return ({ file, offset }) => {
    const before = (texts.get(file) ?? '').slice(0, offset);
    const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
    return { line: before.split(/\r\n|\n|\r/).length, column: before.length - lineStart + 1 };
  };
};

/** Problems with line and column, sorted by path, line and column; the same problem only once. */
export const locate = (problems: readonly Problem[], sources: readonly SourceFile[]): LocatedProblem[] => {
  const positionOf = locator(sources);
  const located = problems.map((problem) => ({ ...problem, file: problem.place.file, ...positionOf(problem.place) }));
  located.sort((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message));
  return located.filter((problem, index) => index === 0 || shown(problem) !== shown(located[index - 1]!));
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const shown = ({ file, line, column, message }: LocatedProblem): string => `${file}:${line}:${column}: ${message}`;

/** One line as people and editors read it: `file:line:column: sentence`. */
export const problemLine = (problem: LocatedProblem): string =>
  problem.severity === 'warning' ? shown({ ...problem, message: `let op: ${problem.message}` }) : shown(problem);
