import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from '../model/problem.ts';
import { type Disk, ifThere } from './disk.ts';
import { isWithin, realPath } from './safe-output.ts';

/**
 * Files below a data folder that change together. Until all are in place, each has its new and its old content in a
 * file next to it (decision 0080).
 */
export interface EditSet {
  /** The process that made it, and a random number. */
  readonly id: string;
  readonly files: readonly EditedFile[];
  /** Folders created for them, topmost first. */
  readonly folders: readonly string[];
}

export interface EditedFile {
  /** Relative to the data folder, with `/` as separator. */
  readonly path: string;
  /** SHA-256 of the previous content; null if there was no file. */
  readonly was: string | null;
  readonly becomes: string;
}

/** Once this file exists, the set will be carried out. There is only one at a time, so it doubles as the lock. */
const JOURNAL = '.wijziging.json';

export function journalPath(folder: string): string {
  return path.join(folder, JOURNAL);
}

/** Temporary place for the new or old content of a file. The reader ignores names that begin with a dot. */
export function partPath(folder: string, { id, files }: EditSet, index: number, role: 'nieuw' | 'oud'): string {
  return path.join(folder, path.dirname(files[index]!.path), `.${role}-${id}-${index}`);
}

/** Once this file exists, the set will be undone instead. */
function backPath(folder: string, { id }: EditSet): string {
  return path.join(folder, `.terug-${id}`);
}

/** Matches the name of a part, or of the undo mark: the process that made it, and its set. */
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

/** A path that stays inside the data folder and that the reader would read. */
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
 * Whether the whole set lies inside the folder. A journal may arrive with someone else's data, so it is not trusted: no
 * link may lead out.
 */
function staysWithin(folder: string, { files, folders }: EditSet): boolean {
  return [...files.map(({ path: name }) => name), ...folders].every((name) =>
    isWithin(realPath(path.join(folder, path.dirname(name))), realPath(folder)),
  );
}

/**
 * The set in progress in a folder; null if there is none, 'unreadable' if its journal is incomplete. Throws a
 * UsageError if something else has that name.
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

/** Throws EEXIST if another set is in progress. */
export function writeJournal(folder: string, set: EditSet, disk: Disk): void {
  disk.write(journalPath(folder), Buffer.from(JSON.stringify(set)));
}

function removeJournal(folder: string, set: EditSet, disk: Disk): void {
  const found = readJournal(folder);
  if (found !== null && found !== 'unreadable' && found.id === set.id) disk.remove(journalPath(folder));
}

/** Every folder that holds a part of the set. */
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

/** Files not yet in place whose current content is no longer the old one. */
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

/** Puts every file of a set in place. Safe to start at any point, and from two processes at once. */
export function complete(folder: string, set: EditSet, disk: Disk): void {
  for (const [index, { path: name }] of set.files.entries())
    ifThere(() => disk.rename(partPath(folder, set, index, 'nieuw'), path.join(folder, name)), null);
  flushAll(folder, set, disk);
  removeJournal(folder, set, disk);
  for (const index of set.files.keys()) disk.remove(partPath(folder, set, index, 'oud'));
}

/**
 * Restores every file of a set that is in place. Safe to start at any point. Returns the files that someone has changed
 * since; those stay as they are.
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
