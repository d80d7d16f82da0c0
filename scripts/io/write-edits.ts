import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { disk as realDisk, missingFolders, type Disk } from './disk.ts';
import { changedSince, complete, hashOf, partPath, undo, writeJournal, type EditSet } from './edit-journal.ts';
import { decode } from './read.ts';
import { settleJournal } from './settle-edits.ts';

/** What a file of a data folder becomes. */
export interface FileEdit {
  /** Below the data folder, with `/` between names. */
  readonly path: string;
  readonly text: string;
  /** Its text when it was read; null where there was no such file. */
  readonly before: string | null;
}

/**
 * Changes files of a data folder together: whatever happens, all have their old text or all have their new one, at the latest
 * once the next command has looked (`settleEdits`). A file that somebody has changed since it was read is not overwritten:
 * then nothing is written, and the result names those files. Throws errors of the file system.
 */
export function writeEdits(folder: string, edits: readonly FileEdit[], disk: Disk = realDisk): readonly string[] {
  if (edits.length === 0) return [];
  const { set, bytes, stale } = setOf(folder, edits);
  if (stale.length > 0) return stale;
  try {
    prepare(folder, set, edits, bytes, disk);
    while (!isBegun(folder, set, disk)) settleJournal(folder, () => {}, disk);
  } catch (error) {
    discard(folder, set, disk);
    throw error;
  }
  try {
    // Now no other command can come in between.
    const changed = changedSince(folder, set);
    if (changed.length > 0) undo(folder, set, disk);
    else complete(folder, set, disk);
    return changed;
  } catch (error) {
    try {
      undo(folder, set, disk);
    } catch {
      // The next command goes on with it.
    }
    throw error;
  }
}

/** Null where there is no such file. Throws a UsageError for a link, which would be replaced, and for a folder. */
function bytesOf(file: string): Buffer | null {
  const found = fs.lstatSync(file, { throwIfNoEntry: false });
  if (!found) return null;
  if (!found.isFile()) throw new UsageError(`${file} is geen gewoon bestand; zet het bestand zelf daar neer`);
  return fs.readFileSync(file);
}

function setOf(folder: string, edits: readonly FileEdit[]) {
  const bytes = edits.map(({ path: name }) => bytesOf(path.join(folder, name)));
  const stale = edits.filter(({ before }, index) => (bytes[index] ? decode(bytes[index]) : null) !== before);
  const folders = new Set(edits.flatMap(({ path: name }) => missingFolders(path.join(folder, path.dirname(name)))));
  const set: EditSet = {
    id: `${process.pid}-${randomBytes(4).toString('hex')}`,
    files: edits.map(({ path: name, text }, index) => ({
      path: name,
      was: bytes[index] ? hashOf(bytes[index]) : null,
      becomes: hashOf(Buffer.from(text)),
    })),
    folders: [...folders].map((each) => path.relative(folder, each).split(path.sep).join('/')),
  };
  return { set, bytes, stale: stale.map(({ path: name }) => name) };
}

/** Writes the old and the new content of each file beside it. */
function prepare(
  folder: string,
  set: EditSet,
  edits: readonly FileEdit[],
  bytes: readonly (Buffer | null)[],
  disk: Disk,
): void {
  for (const made of set.folders) disk.makeFolder(path.join(folder, made));
  for (const [index, { path: name, text }] of edits.entries()) {
    const like = fs.lstatSync(path.join(folder, name), { throwIfNoEntry: false });
    const old = bytes[index];
    if (old) disk.write(partPath(folder, set, index, 'oud'), old, like);
    disk.write(partPath(folder, set, index, 'nieuw'), Buffer.from(text), like);
  }
  for (const within of new Set(set.files.map(({ path: name }) => path.dirname(name))))
    disk.flush(path.join(folder, within));
}

/** Decides that the set is to be done; false where that of another command is not done yet. */
function isBegun(folder: string, set: EditSet, disk: Disk): boolean {
  try {
    writeJournal(folder, set, disk);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes away what stands beside the files of a set that is not begun. */
function discard(folder: string, set: EditSet, disk: Disk): void {
  for (const index of set.files.keys())
    for (const role of ['nieuw', 'oud'] as const) disk.remove(partPath(folder, set, index, role));
  for (const made of set.folders.toReversed()) disk.removeFolder(path.join(folder, made));
}
