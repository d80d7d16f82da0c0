import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { readData } from './read.ts';
import { writeFiles } from './output.ts';
import { showProblems, type Output } from '../cli/show.ts';
import type { LocatedProblem } from '../model/position.ts';
import type { SourceFolder } from '../model/tree.ts';

/** A file as it will be written, below the data folder. */
interface Written {
  readonly path: string;
  readonly text: string;
}

/** Reads a data folder to change it. Throws a UsageError where there is no such folder. */
export function openData(folder: string): SourceFolder {
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`er is geen map ${folder}; noem de map met gegevens met --data`);
  return readData(folder);
}

/** Writes edits below a data folder, unless they are refused or bring problems; says what happened. Returns the exit status. */
export function carryOut(
  folder: string,
  plan:
    { readonly edits: readonly Written[]; readonly notes: readonly string[] } | { readonly refused: readonly string[] },
  problems: readonly LocatedProblem[],
  output: Output,
): number {
  if ('refused' in plan) {
    for (const reason of plan.refused) output.err(reason);
    output.err('Er is niets geschreven.');
    return 1;
  }
  if (problems.length > 0) {
    showProblems(problems, output, false);
    output.err('Er is niets geschreven.');
    return 1;
  }
  writeFiles(
    folder,
    plan.edits.map(({ path: name, text }) => ({ path: name, content: text })),
  );
  for (const { path: name } of plan.edits)
    output.out(`geschreven: ${path.join(folder, name).split(path.sep).join('/')}`);
  for (const note of plan.notes) output.out(note);
  return 0;
}
