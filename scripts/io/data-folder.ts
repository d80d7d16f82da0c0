import fs from 'node:fs';
import { UsageError } from '../model/usage-error.ts';

/** Whether there is a folder by this name. */
export function isFolder(name: string): boolean {
  return fs.statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Throws a UsageError where there is no such folder to read data from. */
export function requireData(folder: string): void {
  if (!isFolder(folder)) throw new UsageError(`er is geen map ${folder}; noem de map met gegevens met --data`);
}
