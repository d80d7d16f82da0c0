import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from '../model/problem.ts';
import { type Disk, disk as realDisk, missingFolders, pause } from './disk.ts';
import {
  changedSince,
  complete,
  type EditSet,
  hashOf,
  isTurnedBack,
  journalPath,
  leftoverOf,
  partPath,
  readJournal,
  undo,
  writeJournal,
} from './edit-journal.ts';
import { isRunning } from './output.ts';
import { bytesOf as bytesOfText, textOf } from './read.ts';

/** Milliseconds that a command gets to put its files in place; doing that twice is harmless. */
const PATIENCE = 10_000;

/** The same, for writing its journal. */
const WRITING = 2000;

/**
 * Finishes or undoes what a command left when it was killed while changing files, and says so. Waits for one that is
 * still running. Throws errors of the file system.
 */
export function settleEdits(folder: string, say: (line: string) => void, disk: Disk = realDisk): void {
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  while (fs.existsSync(journalPath(folder))) settleJournal(folder, say, disk);
  if (clearParts(folder, folder, disk))
    say('Een eerdere opdracht brak af voordat ze iets had veranderd. Wat daarvan was achtergebleven, is opgeruimd.');
}

/** Settles the journal in a folder if its command is gone; otherwise waits a moment. */
function settleJournal(folder: string, say: (line: string) => void, disk: Disk): void {
  const set = readJournal(folder);
  if (set === null) return;
  const age = Date.now() - (fs.statSync(journalPath(folder), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (age < (set === 'unreadable' ? WRITING : isOfOther(set.id) ? PATIENCE : 0)) return pause(20);
  if (set === 'unreadable') return disk.remove(journalPath(folder));
  settle(folder, set, say, disk);
}

/** Whether it belongs to another running process. One with our own number ended before we began. */
function isOfOther(id: string): boolean {
  const maker = Number(id.split('-')[0]);
  return maker !== process.pid && isRunning(maker);
}

function settle(folder: string, set: EditSet, say: (line: string) => void, disk: Disk): void {
  function shown(name: string): string {
    return path.join(folder, name).split(path.sep).join('/');
  }
  if (!isTurnedBack(folder, set) && changedSince(folder, set).length === 0) {
    complete(folder, set, disk);
    say('Een eerdere opdracht brak halverwege af. Haar wijziging is nu afgemaakt:');
    for (const { path: name } of set.files) say(`geschreven: ${shown(name)}`);
    return;
  }
  const kept = undo(folder, set, disk);
  say('Een eerdere opdracht brak halverwege af. Haar wijziging is ongedaan gemaakt; voer haar zo nodig opnieuw uit.');
  for (const name of kept) say(`${shown(name)} is daarna nog veranderd, en is zo gelaten: kijk na of het klopt`);
}

/** Removes parts of sets that never began, from a folder and its subfolders. Returns true if there were any. */
function clearParts(folder: string, top: string, disk: Disk): boolean {
  let any = false;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const part = leftoverOf(entry.name);
    if (entry.isDirectory())
      any = (!entry.name.startsWith('.') && clearParts(path.join(folder, entry.name), top, disk)) || any;
    else if (part && !isOfOther(part.id)) {
      disk.remove(path.join(folder, entry.name));
      any = true;
    }
  }
  // The folder may have been created for an edit that never came.
  if (any && folder !== top) disk.removeFolder(folder);
  return any;
}

/** The new content of a file of a data folder. */
export interface FileEdit {
  /** Relative to the data folder, with `/` as separator. */
  readonly path: string;
  /** For an archive its bytes in base64. */
  readonly text: string;
  /** The text when it was read; null if there was no such file. */
  readonly before: string | null;
}

/**
 * Changes files of a data folder together: whatever happens, all have their old text or all have their new one, at the
 * latest after the next command's `settleEdits`. A file that someone changed after it was read is not overwritten: then
 * nothing is written, and the result names those files. Throws errors of the file system.
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
    // From here on no other command can come in between.
    const changed = changedSince(folder, set);
    if (changed.length > 0) undo(folder, set, disk);
    else complete(folder, set, disk);
    return changed;
  } catch (error) {
    try {
      undo(folder, set, disk);
    } catch {
      // The next command finishes it.
    }
    throw error;
  }
}

/** Null if there is no such file. Throws a UsageError for a link, which would be replaced, and for a folder. */
function bytesOf(file: string): Buffer | null {
  const found = fs.lstatSync(file, { throwIfNoEntry: false });
  if (!found) return null;
  if (!found.isFile()) throw new UsageError(`${file} is geen gewoon bestand; zet het bestand zelf daar neer`);
  return fs.readFileSync(file);
}

function setOf(folder: string, edits: readonly FileEdit[]) {
  const bytes = edits.map(({ path: name }) => bytesOf(path.join(folder, name)));
  const stale = edits.filter(
    ({ path: name, before }, index) => (bytes[index] ? textOf(name, bytes[index]) : null) !== before,
  );
  const folders = new Set(edits.flatMap(({ path: name }) => missingFolders(path.join(folder, path.dirname(name)))));
  const set: EditSet = {
    id: `${process.pid}-${randomBytes(4).toString('hex')}`,
    files: edits.map(({ path: name, text }, index) => ({
      path: name,
      was: bytes[index] ? hashOf(bytes[index]) : null,
      becomes: hashOf(bytesOfText(name, text)),
    })),
    folders: [...folders].map((each) => path.relative(folder, each).split(path.sep).join('/')),
  };
  return { set, bytes, stale: stale.map(({ path: name }) => name) };
}

/** Writes the old and the new content of each file next to it. */
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
    disk.write(partPath(folder, set, index, 'nieuw'), bytesOfText(name, text), like);
  }
  for (const within of new Set(set.files.map(({ path: name }) => path.dirname(name))))
    disk.flush(path.join(folder, within));
}

/** Commits to carrying out the set. Returns false if another command's set is still in progress. */
function isBegun(folder: string, set: EditSet, disk: Disk): boolean {
  try {
    writeJournal(folder, set, disk);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the parts of a set that will not be carried out. */
function discard(folder: string, set: EditSet, disk: Disk): void {
  for (const index of set.files.keys())
    for (const role of ['nieuw', 'oud'] as const) disk.remove(partPath(folder, set, index, role));
  for (const made of set.folders.toReversed()) disk.removeFolder(path.join(folder, made));
}
