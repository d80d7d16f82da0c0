import fs from 'node:fs';
import { UsageError } from '../model/usage-error.ts';
import { readData } from './read.ts';
import type { SourceFolder } from '../model/tree.ts';

/** Reads a data folder to change it. Throws a UsageError where there is no such folder. */
export function openData(folder: string): SourceFolder {
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`er is geen map ${folder}; noem de map met gegevens met --data`);
  return readData(folder);
}
