import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** One published file: `path` from the root of the site, with `/` between names; size in bytes. */
export interface ManifestEntry {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Where the manifest stands in a site. */
export const MANIFEST = 'data/manifest.json';

/** Every file below a folder, with `/` between names, in the order of their UTF-16 units. */
export function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

export function entryOf(name: string, content: Uint8Array): ManifestEntry {
  return {
    path: name,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

/** All files of a site but the manifest itself, and names that begin with a dot at its root, of which only `.well-known` is published. */
export function manifestOf(folder: string): ManifestEntry[] {
  return filesBelow(folder)
    .filter((name) => name !== MANIFEST && (!name.startsWith('.') || name.startsWith('.well-known/')))
    .map((name) => entryOf(name, fs.readFileSync(path.join(folder, name))));
}

/** Entries in the order of `filesBelow`. */
export function inOrder(entries: readonly ManifestEntry[]): ManifestEntry[] {
  return [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** As it is published: one file per line, so that two of them are easy to compare. */
export function manifestText(entries: readonly ManifestEntry[]): string {
  return `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
}

/** Reads what `manifestText` wrote. Throws where it is anything else. */
export function parseManifest(text: string): ManifestEntry[] {
  const value: unknown = JSON.parse(text);
  function isEntry(entry: unknown): entry is ManifestEntry {
    const { path: name, size, sha256 } = (entry ?? {}) as Record<string, unknown>;
    return (
      typeof name === 'string' &&
      !name.split('/').includes('..') &&
      typeof size === 'number' &&
      typeof sha256 === 'string'
    );
  }
  if (!Array.isArray(value) || !value.every(isEntry)) throw new Error('geen lijst van bestanden');
  return value;
}
