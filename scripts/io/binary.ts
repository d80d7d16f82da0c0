import fs from 'node:fs';
import path from 'node:path';
import { disk, makeFolders } from './disk.ts';
import { UsageError } from '../model/problem.ts';

/** No form is larger than this. */
export const MOST_BYTES = 5 * 1024 * 1024;

/** Reads a submitted file; null if it is larger than `most` bytes. Throws a UsageError if there is no such file. */
export function readBytes(file: string, most: number): Uint8Array | null {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new UsageError(`er is geen bestand ${file}`);
  return stat.size > most ? null : fs.readFileSync(file);
}

/** Writes a new file, completely or not at all. Returns false, having written nothing, if the name is taken. */
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

/** Files that spreadsheet programs leave next to an open one; they hold no answers. */
const LEFT_BY_OTHERS = /^(?:~\$|\.)/;

/** A submitted file: its path, and its name without folders. */
export interface SentFile {
  readonly path: string;
  readonly name: string;
}

/** May lie in a folder of forms without being one: it explains the folder. */
const EXPLAINS = /^LEESMIJ\.md$/;

/** The forms in a folder, or none if the folder does not exist. */
export function formsIn(folder: string): SentFile[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !LEFT_BY_OTHERS.test(entry.name) && !EXPLAINS.test(entry.name))
    .map((entry) => ({ path: path.join(entry.parentPath, entry.name), name: entry.name }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * The files that the arguments name. A folder stands for the forms in it, since not every shell expands `*`. Throws a
 * UsageError for a folder without forms.
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
