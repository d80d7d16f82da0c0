import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bytesOf } from '../../scripts/io/read.ts';
import { filesBelow } from '../../scripts/io/manifest.ts';

const made: string[] = [];
process.on('exit', () => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true });
});

/** A new, empty folder that is removed when the process ends. */
export function scratch(name: string): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), `${name}-`)));
  made.push(folder);
  return folder;
}

/** All files below a folder with their contents, byte for byte. */
export function contentsOf(folder: string): Map<string, string> {
  return new Map(filesBelow(folder).map((name) => [name, fs.readFileSync(path.join(folder, name)).toString('base64')]));
}

/** Writes files by path within a folder; the text of an archive is its bytes in base64. */
export function putFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    const target = path.join(folder, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, typeof content === 'string' ? bytesOf(name, content) : content);
  }
}
