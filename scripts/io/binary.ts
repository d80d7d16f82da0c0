import fs from 'node:fs';
import path from 'node:path';
import { disk, makeFolders } from './disk.ts';
import { UsageError } from '../model/problem.ts';

/** A form is smaller than this. */
export const MOST_BYTES = 5 * 1024 * 1024;

/**
 * Reads a file that someone sends; null where it is larger than `most` bytes. Throws a UsageError where there is none.
 */
export function readBytes(file: string, most: number): Uint8Array | null {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new UsageError(`er is geen bestand ${file}`);
  return stat.size > most ? null : fs.readFileSync(file);
}

/** Writes a new file, whole or not at all; false, and nothing written, where there is one of that name. */
export function writeNewFile(file: string, bytes: Uint8Array): boolean {
  makeFolders(path.dirname(file));
  try {
    disk.write(file, bytes);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Files that spreadsheets keep beside one that is open, and that say nothing. */
const LEFT_BY_OTHERS = /^(?:~\$|\.)/;

/** A file that someone sends: where it is, and its name without folders. */
export interface SentFile {
  readonly path: string;
  readonly name: string;
}

/** What may lie in a folder of forms and is none: what explains the folder. */
const EXPLAINS = /^LEESMIJ\.md$/;

/** The forms in a folder that somebody put there; none where there is no such folder. */
export function formsIn(folder: string): SentFile[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !LEFT_BY_OTHERS.test(entry.name) && !EXPLAINS.test(entry.name))
    .map((entry) => ({ path: path.join(entry.parentPath, entry.name), name: entry.name }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The files that arguments name: a folder stands for the files in it, since not every shell knows `*`. Throws a
 * UsageError for a folder without files.
 */
export function sentFiles(given: readonly string[]): SentFile[] {
  return given.flatMap((place) => {
    const stat = fs.statSync(place, { throwIfNoEntry: false });
    if (!stat && place.includes('*'))
      throw new UsageError(`deze opdrachtregel kent geen *; noem in plaats van ${place} de map zelf`);
    if (!stat?.isDirectory()) return [{ path: place, name: path.basename(place) }];
    const found = formsIn(place);
    if (found.length === 0) throw new UsageError(`in de map ${place} staan geen formulieren`);
    return found;
  });
}
