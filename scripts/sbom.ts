import { createHash } from 'node:crypto';
import type { LockedPackage } from './io/lock-file.ts';

function idOf({ name, version }: LockedPackage): string {
  return `SPDXRef-Package-${`${name}-${version}`.replace(/[^A-Za-z0-9.-]+/g, '.')}`;
}

/** Package URL, as scanners know a package. */
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
 * A software bill of materials by SPDX 2.3, as JSON. `packages`: the program itself first; one that is installed in two places is
 * listed once. The same packages at the same moment give the same text.
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
