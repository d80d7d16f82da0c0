import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from '../model/problem.ts';
import { type Disk, ifThere } from './disk.ts';
import { isWithin, realPath } from './safe-output.ts';

/**
 * Files below a data folder that change together. Beside each of them stands what it becomes, and what it was, until
 * all are in place (decision 0080).
 */
export interface EditSet {
  /** The process that made it and a number by chance. */
  readonly id: string;
  readonly files: readonly EditedFile[];
  /** Folders that were made for them, the topmost first. */
  readonly folders: readonly string[];
}

export interface EditedFile {
  /** Below the data folder, with `/` between names. */
  readonly path: string;
  /** SHA-256 of what stood there; null where there was no file. */
  readonly was: string | null;
  readonly becomes: string;
}

/** Its presence is the decision that a set is to be done. There is one at a time, so it is the lock as well. */
const JOURNAL = '.wijziging.json';

export function journalPath(folder: string): string {
  return path.join(folder, JOURNAL);
}

/**
 * Where the new or the old content of a file of a set stands meanwhile. The reader ignores names that begin with a dot.
 */
export function partPath(folder: string, { id, files }: EditSet, index: number, role: 'nieuw' | 'oud'): string {
  return path.join(folder, path.dirname(files[index]!.path), `.${role}-${id}-${index}`);
}

/** Its presence turns the decision: the set is to be undone. */
function backPath(folder: string, { id }: EditSet): string {
  return path.join(folder, `.terug-${id}`);
}

/** A part, or the mark that a set is undone, by its name: the process that made it, and its set. */
export function leftoverOf(name: string): { readonly id: string; readonly process: number } | null {
  const match = /^\.(?:nieuw|oud|terug)-((\d+)-[0-9a-f]{8})(?:-\d+)?$/.exec(name);
  return match && { id: match[1]!, process: Number(match[2]) };
}

export function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function hashAt(file: string): string | null {
  return ifThere(() => hashOf(fs.readFileSync(file)), null);
}

/** A path that stays within the data folder and is one of its files to the reader. */
function isPath(value: unknown): value is string {
  return typeof value === 'string' && value.split('/').every((part) => /^[^.\\:][^\\:]*$/.test(part));
}

function isSet(value: unknown): value is EditSet {
  const { id, files, folders } = (value ?? {}) as Record<string, unknown>;
  return (
    typeof id === 'string' &&
    leftoverOf(`.terug-${id}`)?.id === id &&
    Array.isArray(files) &&
    files.every(
      ({ path: name, was, becomes }) =>
        isPath(name) && (was === null || typeof was === 'string') && typeof becomes === 'string',
    ) &&
    Array.isArray(folders) &&
    folders.every(isPath)
  );
}

/**
 * Whether all of a set lies in the folder itself. A journal comes along with data of others, so it is not trusted: no
 * link leads out.
 */
function staysWithin(folder: string, { files, folders }: EditSet): boolean {
  return [...files.map(({ path: name }) => name), ...folders].every((name) =>
    isWithin(realPath(path.join(folder, path.dirname(name))), realPath(folder)),
  );
}

/**
 * The set that is being done in a folder; null where there is none, and 'unreadable' where its journal is not whole.
 * Throws a UsageError where something else has its name.
 */
export function readJournal(folder: string): EditSet | 'unreadable' | null {
  if (fs.lstatSync(journalPath(folder), { throwIfNoEntry: false })?.isFile() === false)
    throw new UsageError(`${journalPath(folder)} is geen gewoon bestand; haal het weg`);
  const text = ifThere(() => fs.readFileSync(journalPath(folder), 'utf8'), null);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isSet(value) && staysWithin(folder, value) ? value : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Throws EEXIST where another set is being done. */
export function writeJournal(folder: string, set: EditSet, disk: Disk): void {
  disk.write(journalPath(folder), Buffer.from(JSON.stringify(set)));
}

function removeJournal(folder: string, set: EditSet, disk: Disk): void {
  const found = readJournal(folder);
  if (found !== null && found !== 'unreadable' && found.id === set.id) disk.remove(journalPath(folder));
}

/** Every folder in which something of a set stands. */
function foldersOf(folder: string, { files, folders }: EditSet): string[] {
  return [
    ...new Set([
      folder,
      ...[...files.map(({ path: name }) => name), ...folders].map((name) => path.join(folder, path.dirname(name))),
    ]),
  ];
}

function flushAll(folder: string, set: EditSet, disk: Disk): void {
  for (const each of foldersOf(folder, set)) disk.flush(each);
}

/** Files of a set that are not in place yet, of which what stands there is no longer what it was. */
export function changedSince(folder: string, set: EditSet): string[] {
  return set.files
    .filter(
      ({ path: name, was }, index) =>
        fs.existsSync(partPath(folder, set, index, 'nieuw')) && hashAt(path.join(folder, name)) !== was,
    )
    .map(({ path: name }) => name);
}

export function isTurnedBack(folder: string, set: EditSet): boolean {
  return fs.existsSync(backPath(folder, set));
}

/** Puts every file of a set in place. May begin anywhere, and be done by two processes at once. */
export function complete(folder: string, set: EditSet, disk: Disk): void {
  for (const [index, { path: name }] of set.files.entries())
    ifThere(() => disk.rename(partPath(folder, set, index, 'nieuw'), path.join(folder, name)), null);
  flushAll(folder, set, disk);
  removeJournal(folder, set, disk);
  for (const index of set.files.keys()) disk.remove(partPath(folder, set, index, 'oud'));
}

/**
 * Puts back every file of a set that is in place. May begin anywhere. Returns the files that somebody has changed
 * since: those stay as they are.
 */
export function undo(folder: string, set: EditSet, disk: Disk): string[] {
  if (!isTurnedBack(folder, set)) disk.write(backPath(folder, set), Buffer.of());
  const kept: string[] = [];
  for (const [index, { path: name, was, becomes }] of set.files.entries()) {
    const target = path.join(folder, name);
    const [fresh, old] = [partPath(folder, set, index, 'nieuw'), partPath(folder, set, index, 'oud')];
    const stands = hashAt(target);
    if (!fs.existsSync(fresh)) {
      if (stands === becomes && was === null) disk.remove(target);
      else if (stands === becomes && fs.existsSync(old)) disk.rename(old, target);
      else if (stands !== was) kept.push(name);
    }
    disk.remove(fresh);
    disk.remove(old);
  }
  for (const made of set.folders.toReversed()) disk.removeFolder(path.join(folder, made));
  flushAll(folder, set, disk);
  removeJournal(folder, set, disk);
  disk.remove(backPath(folder, set));
  return kept;
}
