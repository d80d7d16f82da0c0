import fs from 'node:fs';
import { inProject } from './project.ts';

/** A package in the lock file. */
export interface LockedPackage {
  /** Where npm puts it, from the project: `node_modules/a/node_modules/b`. Empty for this program itself. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string | null;
  /** SHA-512 of its archive, in base64. */
  readonly sha512: string | null;
  /** Paths of the packages that it uses. */
  readonly uses: readonly string[];
}

interface Entry {
  readonly name?: string;
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: true;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Whether a machine is in a list such as `["linux", "darwin"]` or `["!win32"]`. */
function fits(list: readonly string[] | undefined, found: string): boolean {
  if (!list) return true;
  return list.includes(found) || (list.every((each) => each.startsWith('!')) && !list.includes(`!${found}`));
}

/** Where Node finds a package that is used at a path: beside it, or else higher up. */
function resolve(name: string, from: string, has: (path: string) => boolean): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (has(path)) return path;
    if (folder === '') return null;
  }
}

/**
 * What `npm ci --omit=dev` installs on a machine, by the lock file, this program itself first. Packages for development, and
 * those for other systems, are left out.
 */
export function packagesInUse(
  lock: { readonly packages: Readonly<Record<string, Entry>> },
  { os, cpu }: { readonly os: string; readonly cpu: string },
): LockedPackage[] {
  const entries = new Map(
    Object.entries(lock.packages).filter(([, entry]) => !entry.dev && fits(entry.os, os) && fits(entry.cpu, cpu)),
  );
  return [...entries].map(([path, entry]) => ({
    path,
    name: entry.name ?? path.split('node_modules/').at(-1)!,
    version: entry.version,
    licence: entry.license ?? null,
    sha512: /^sha512-(\S+)$/.exec(entry.integrity ?? '')?.[1] ?? null,
    uses: Object.keys({ ...entry.dependencies, ...entry.optionalDependencies, ...entry.peerDependencies }).flatMap(
      (name) => resolve(name, path, (each) => entries.has(each)) ?? [],
    ),
  }));
}

/** What this program uses on this machine. */
export function packagesHere(): LockedPackage[] {
  return packagesInUse(
    JSON.parse(fs.readFileSync(inProject('package-lock.json'), 'utf8')) as Parameters<typeof packagesInUse>[0],
    { os: process.platform, cpu: process.arch },
  );
}
