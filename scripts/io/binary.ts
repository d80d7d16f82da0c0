import fs from 'node:fs';
import path from 'node:path';
import { UsageError } from '../model/usage-error.ts';

/** Reads a file that someone sends; null where it is larger than `most` bytes. Throws a UsageError where there is none. */
export function readBytes(file: string, most: number): Uint8Array | null {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new UsageError(`er is geen bestand ${file}`);
  return stat.size > most ? null : fs.readFileSync(file);
}

/** Writes a new file; false, and nothing written, where there is one of that name. */
export function writeNewFile(file: string, bytes: Uint8Array): boolean {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  try {
    fs.writeFileSync(file, bytes, { flag: 'wx' });
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  }
}
