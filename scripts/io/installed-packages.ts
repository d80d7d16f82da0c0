import fs from 'node:fs';
import path from 'node:path';
import { inProject } from './project.ts';

/** A package as installed, wherever the package manager put it. */
export interface InstalledPackage {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string | null;
  /** Names of the packages it depends on. */
  readonly uses: readonly string[];
}

interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/**
 * Reads a package the way Node resolves it from `from`: in `node_modules` there, or in a parent folder. Null if there
 * is none.
 */
export function installedPackage(name: string, from = inProject('')): InstalledPackage | null {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    const found = path.join(folder, 'node_modules', name);
    const file = path.join(found, 'package.json');
    if (fs.existsSync(file)) {
      const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as PackageManifest;
      return {
        folder: fs.realpathSync(found),
        name: manifest.name,
        version: manifest.version,
        licence: manifest.license ?? null,
        uses: Object.keys({
          ...manifest.dependencies,
          ...manifest.optionalDependencies,
          ...manifest.peerDependencies,
        }),
      };
    }
    if (folder === path.dirname(folder)) return null;
  }
}

/** The program's dependencies, direct and indirect, except those skipped; sorted by name. */
export function installedWithUses(names: readonly string[], isSkipped: (name: string) => boolean): InstalledPackage[] {
  const found = new Map<string, InstalledPackage>();
  function add(name: string, from?: string): void {
    const each = isSkipped(name) ? null : installedPackage(name, from);
    if (!each || found.has(each.folder)) return;
    found.set(each.folder, each);
    for (const used of each.uses) add(used, each.folder);
  }
  for (const name of names) add(name);
  return [...found.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}
