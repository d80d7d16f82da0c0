import { problemLine, visible, type LocatedProblem } from '../model/position.ts';

/** Prints a line to standard output or standard error. */
export interface Output {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** Closing line below the problems: "2 fouten en 1 waarschuwing in 2 bestanden". */
export function problemCount(problems: readonly LocatedProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const parts = [
    ...(errors > 0 ? [counted(errors, 'fout', 'fouten')] : []),
    ...(warnings > 0 ? [counted(warnings, 'waarschuwing', 'waarschuwingen')] : []),
  ];
  return `${parts.join(' en ')} in ${counted(new Set(problems.map(({ file }) => file)).size, 'bestand', 'bestanden')}`;
}

function escape(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

/** Why a command failed, as an annotation that GitHub shows on the page of the run. */
export function failureAnnotation(lines: readonly string[]): string {
  return `::error::${lines.map(escape).join('%0A')}`;
}

/** A problem as an annotation that GitHub shows at its line in a pull request. */
export function annotation({ severity, file, line, column, message }: LocatedProblem): string {
  function property(text: string) {
    return escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  }
  return `::${severity} file=${property(file)},line=${line},col=${column}::${escape(message)}`;
}

/** Prints every problem and then their number; with `annotate` also as annotations for GitHub. */
export function showProblems(problems: readonly LocatedProblem[], { out, err }: Output, annotate: boolean): void {
  for (const problem of problems) err(problemLine(problem));
  if (annotate) for (const problem of problems) out(annotation(problem));
  if (problems.length > 0) err(problemCount(problems));
}

/** A single line on a terminal with the current step; prints nothing where there is no terminal. */
export function progressLine(stream: { readonly isTTY?: boolean; write(text: string): unknown }) {
  return {
    show: (step: string): void => {
      if (stream.isTTY) stream.write(`\r\u001b[K${step} …`);
    },
    clear: (): void => {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
