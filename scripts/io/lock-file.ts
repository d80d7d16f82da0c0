import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { inProject } from './project.ts';

/** A package in the lock file. */
export interface LockedPackage {
  /** Path relative to the project: `node_modules/a/node_modules/b`. Empty for this program itself. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string | null;
  /** SHA-512 of its tarball, in base64. */
  readonly sha512: string | null;
  /** Paths of the packages it depends on. */
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

/** Whether a list such as `["linux", "darwin"]` or `["!win32"]` includes a machine. */
function fits(list: readonly string[] | undefined, found: string): boolean {
  if (!list) return true;
  return list.includes(found) || (list.every((each) => each.startsWith('!')) && !list.includes(`!${found}`));
}

/** Where Node resolves a dependency of the package at a path: next to it, or in a parent folder. */
function resolve(name: string, from: string, has: (path: string) => boolean): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (has(path)) return path;
    if (folder === '') return null;
  }
}

/**
 * What `npm ci --omit=dev` installs on a machine according to the lock file, this program first; without development
 * dependencies and packages for other systems.
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

/** The program's dependencies on this machine. */
export function packagesHere(): LockedPackage[] {
  return packagesInUse(
    JSON.parse(fs.readFileSync(inProject('package-lock.json'), 'utf8')) as Parameters<typeof packagesInUse>[0],
    { os: process.platform, cpu: process.arch },
  );
}

function idOf({ name, version }: LockedPackage): string {
  return `SPDXRef-Package-${`${name}-${version}`.replace(/[^A-Za-z0-9.-]+/g, '.')}`;
}

/** Package URL, the notation that scanners use. */
function purlOf({ name, version }: LockedPackage): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function packageOf(each: LockedPackage) {
  return {
    name: each.name,
    SPDXID: idOf(each),
    versionInfo: each.version,
    primaryPackagePurpose: each.path === '' ? 'APPLICATION' : 'LIBRARY',
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    licenseConcluded: 'NOASSERTION',
    licenseDeclared: each.licence ?? 'NOASSERTION',
    copyrightText: 'NOASSERTION',
    externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purlOf(each) }],
    ...(each.sha512 === null
      ? {}
      : {
          checksums: [{ algorithm: 'SHA512', checksumValue: Buffer.from(each.sha512, 'base64').toString('hex') }],
        }),
  };
}

/**
 * A software bill of materials as SPDX 2.3 JSON. `packages`: the program itself first; a package installed in two
 * places is listed once. The same packages at the same moment give the same text.
 */
export function billOfMaterials(packages: readonly LockedPackage[], created: Date): string {
  const program = packages[0]!;
  const byPath = new Map(packages.map((each) => [each.path, idOf(each)]));
  const listed = [...new Map(packages.map((each) => [idOf(each), packageOf(each)])).values()];
  const uses = new Set(packages.flatMap((each) => each.uses.map((path) => `${idOf(each)} ${byPath.get(path)!}`)));
  const hash = createHash('sha256').update(JSON.stringify(listed)).digest('hex');
  return `${JSON.stringify(
    {
      spdxVersion: 'SPDX-2.3',
      dataLicense: 'CC0-1.0',
      SPDXID: 'SPDXRef-DOCUMENT',
      name: `${program.name}@${program.version}`,
      documentNamespace: `https://spdx.org/spdxdocs/${program.name}-${program.version}-${hash}`,
      creationInfo: {
        created: created.toISOString().replace(/\.\d+/, ''),
        creators: [`Tool: ${program.name}-${program.version}`],
      },
      documentDescribes: [idOf(program)],
      packages: listed,
      relationships: [
        { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: idOf(program) },
        ...[...uses].map((each) => {
          const [from, to] = each.split(' ');
          return { spdxElementId: from, relationshipType: 'DEPENDS_ON', relatedSpdxElement: to };
        }),
      ],
    },
    null,
    2,
  )}\n`;
}
