import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { textOf } from '../../scripts/io/read.ts';
import type { Tree } from './tree.ts';

export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}

/**
 * Every file below a folder of fixtures, as text by path; pictures, fonts and archives as bytes in base64. A CSV file
 * keeps its byte order mark.
 */
export function readTree(name: string): Tree {
  return Object.fromEntries(
    fs
      .readdirSync(fixture(name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [
        path.relative(fixture(name), file).split(path.sep).join('/'),
        file.endsWith('.csv') ? fs.readFileSync(file, 'utf8') : (textOf(file, fs.readFileSync(file)) ?? ''),
      ]),
  );
}
