import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { packagesInUse } from '../../scripts/io/lock-file.ts';

interface Bill {
  readonly documentDescribes: readonly string[];
  readonly packages: readonly {
    readonly name: string;
    readonly SPDXID: string;
    readonly versionInfo: string;
    readonly licenseDeclared: string;
    readonly externalRefs: readonly { readonly referenceLocator: string }[];
    readonly checksums?: readonly { readonly checksumValue: string }[];
  }[];
  readonly relationships: readonly { readonly spdxElementId: string; readonly relatedSpdxElement: string }[];
}

const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/cli/start.js', 'sbom'], { encoding: 'utf8' });
const bill = JSON.parse(stdout || 'null') as Bill;

/** Folders of packages below a `node_modules`, as they are on disk. */
function installedIn(modules: string): string[] {
  if (!fs.existsSync(modules)) return [];
  return fs
    .readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@')
        ? fs.readdirSync(path.join(modules, name)).map((each) => `${modules}/${name}/${each}`)
        : [`${modules}/${name}`],
    )
    .flatMap((folder) => [folder, ...installedIn(`${folder}/node_modules`)]);
}

function nameOf(folder: string): string {
  const { name, version } = JSON.parse(fs.readFileSync(`${folder}/package.json`, 'utf8')) as Record<string, string>;
  return `${name}@${version}`;
}

test('the bill of materials is made without a word on standard error', () => {
  assert.equal([status, stderr], [0, '']);
});

test('it lists what is installed for use, and nothing else', () => {
  // npm's own record of the installation says which packages are only for development.
  const hidden = JSON.parse(fs.readFileSync('node_modules/.package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: true }>;
  };
  const installed = installedIn('node_modules').filter((folder) => !hidden.packages[folder]?.dev);
  assert.ok(installed.length > 150);
  const listed = bill.packages.slice(1).map(({ name, versionInfo }) => `${name}@${versionInfo}`);
  assert.equal(listed.toSorted(), [...new Set(installed.map(nameOf))].sort());
});

test('each package has its name, licence and checksum, and is used by another one', () => {
  const [program, ...packages] = bill.packages;
  assert.is(program!.name, 'normrapport');
  assert.equal(bill.documentDescribes, [program!.SPDXID]);
  assert.is(new Set(bill.packages.map(({ SPDXID }) => SPDXID)).size, bill.packages.length);
  const used = new Set(bill.relationships.map(({ relatedSpdxElement }) => relatedSpdxElement));
  for (const each of packages) {
    assert.match(each.SPDXID, /^SPDXRef-[A-Za-z0-9.-]+$/);
    assert.match(each.externalRefs[0]!.referenceLocator, /^pkg:npm\/(?:%40[\w.-]+\/)?[\w.-]+@\d/);
    assert.match(each.checksums![0]!.checksumValue, /^[0-9a-f]{128}$/);
    assert.is.not(each.licenseDeclared, 'NOASSERTION', each.name);
    assert.ok(used.has(each.SPDXID), `${each.name} is used by nothing`);
  }
});

test('a package for another system is left out, and of two versions each dependent gets the nearest', () => {
  const packages = packagesInUse(
    {
      packages: {
        '': { name: 'p', version: '1.0.0', dependencies: { a: '1', b: '1' } },
        'node_modules/a': { version: '1.0.0', dependencies: { b: '2' }, optionalDependencies: { w: '1', l: '1' } },
        'node_modules/a/node_modules/b': { version: '2.0.0' },
        'node_modules/b': { version: '1.0.0' },
        'node_modules/d': { version: '1.0.0', dev: true },
        'node_modules/w': { version: '1.0.0', os: ['win32'] },
        'node_modules/l': { version: '1.0.0', os: ['!win32'], cpu: ['x64'] },
      },
    },
    { os: 'linux', cpu: 'x64' },
  );
  assert.equal(
    packages.map(({ name, version, uses }) => [name, version, uses]),
    [
      ['p', '1.0.0', ['node_modules/a', 'node_modules/b']],
      ['a', '1.0.0', ['node_modules/a/node_modules/b', 'node_modules/l']],
      ['b', '2.0.0', []],
      ['b', '1.0.0', []],
      ['l', '1.0.0', []],
    ],
  );
});

test.run();
