import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Tree } from './tree.ts';

/** Runs a function with a new empty folder, which is removed afterwards. */
export async function inFolder(action: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'norm-')));
  try {
    await action(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a tree of texts or bytes into a folder. */
export function put(folder: string, tree: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(tree)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
}

/** Every file below a folder as text by path, without links and empty folders. */
export function snapshot(folder: string): Tree {
  return Object.fromEntries(
    fs
      .readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [path.relative(folder, file), fs.readFileSync(file, 'utf8')]),
  );
}
