import fs from 'node:fs';
import path from 'node:path';
import { type Output, showProblems } from '../cli/show.ts';
import { journalPath } from '../io/edit-journal.ts';
import { writeEdits } from '../io/write-edits.ts';
import type { Proposal } from './proposal.ts';
import { patchOf } from '../io/git.ts';
import { writeFiles } from '../io/output.ts';
import type { LocatedProblem } from '../model/position.ts';
import type { SourceFolder } from '../model/tree.ts';

/** A file to be written, relative to the data folder. */
interface NewText {
  readonly path: string;
  readonly text: string;
}

/** A data folder by its name, and as it was read before the change. */
export interface OpenFolder {
  readonly name: string;
  readonly before: SourceFolder;
}

const NOTHING_WRITTEN = 'Er is niets geschreven.';

function shown(folder: string, name: string): string {
  return path.join(folder, name).split(path.sep).join('/');
}

/**
 * Writes edits in a data folder, all or none. Returns false, having said why, if someone has changed a file since it
 * was read. Throws errors of the file system.
 */
export function saveEdits({ name: folder, before }: OpenFolder, edits: readonly NewText[], output: Output): boolean {
  const texts = new Map(before.files.map(({ path: name, text }) => [name, text]));
  try {
    const changed = writeEdits(
      folder,
      edits.map((edit) => ({ ...edit, before: texts.get(edit.path) ?? null })),
    );
    for (const name of changed) output.err(`${shown(folder, name)} is net veranderd; voer de opdracht opnieuw uit`);
    if (changed.length > 0) output.err(NOTHING_WRITTEN);
    return changed.length === 0;
  } catch (error) {
    output.err(fs.existsSync(journalPath(folder)) ? 'De volgende opdracht maakt deze wijziging af.' : NOTHING_WRITTEN);
    throw error;
  }
}

/**
 * Writes edits in a data folder, unless they are refused or bring problems, and says what happened. Returns the exit
 * status.
 */
export function carryOut(
  folder: OpenFolder,
  plan:
    { readonly edits: readonly NewText[]; readonly notes: readonly string[] } | { readonly refused: readonly string[] },
  problems: readonly LocatedProblem[],
  output: Output,
): number {
  if ('refused' in plan) {
    for (const reason of plan.refused) output.err(reason);
    output.err(NOTHING_WRITTEN);
    return 1;
  }
  if (problems.length > 0) {
    showProblems(problems, output, false);
    output.err(NOTHING_WRITTEN);
    return 1;
  }
  if (!saveEdits(folder, plan.edits, output)) return 1;
  for (const { path: name } of plan.edits) output.out(`geschreven: ${shown(folder.name, name)}`);
  for (const note of plan.notes) output.out(note);
  return 0;
}

/**
 * Writes what a workflow needs to open a pull request into a folder: the changes in `folders` since the last commit as
 * a patch, empty if there are none, and the branch, the title and the text, each in a file, so that no shell ever reads
 * them. Throws a UsageError outside a repository.
 */
export function writeProposal(
  place: string,
  folders: readonly string[],
  { branch, title, text, isDone }: Proposal,
): void {
  const patch = patchOf(folders);
  writeFiles(path.normalize(place), [
    { path: 'wijziging.patch', content: patch },
    { path: 'tak.txt', content: `${branch}\n` },
    { path: 'titel.txt', content: `${title}\n` },
    { path: 'tekst.md', content: text },
    ...(isDone ? [{ path: 'niets-te-doen.txt', content: '' }] : []),
  ]);
}
