import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Tree } from './tree.ts';

/** Does something with a new empty folder, which is gone afterwards. */
export async function inFolder(action: (folder: string) => void | Promise<void>): Promise<void> {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'norm-')));
  try {
    await action(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a tree into a folder; texts or bytes. */
export function put(folder: string, tree: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(tree)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
}

/** Every file below a folder as text by path, links and empty folders left out. */
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
