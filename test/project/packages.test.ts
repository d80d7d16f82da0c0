import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
}

const project = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

const REGISTRY = 'https://registry.npmjs.org/';

/**
 * Licences that only require a notice, or that only concern changes to the package itself; all are compatible with the
 * EUPL.
 */
const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'EUPL-1.2',
  'ISC',
  'MIT',
  'MPL-2.0',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
]);

/** Packages that work without their install script: esbuild uses its binary package, which npm installs next to it. */
const SCRIPT_NOT_NEEDED = new Set(['esbuild', 'fsevents']);

/** Packages for development that a command loads when it needs them. */
const LAZY = new Set(['@sparticuz/chromium', 'playwright-core']);

test('every version is pinned exactly', () => {
  const ranges = Object.entries({ ...project.dependencies, ...project.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
  );
  assert.equal(ranges, []);
});

test('every package has a licence that is compatible with ours', () => {
  assert.ok(packages.length > 100);
  assert.equal(
    packages
      .filter(([, { license }]) => !license || !LICENCES.has(license))
      .map(([path, { license }]) => `${path}: ${license}`),
    [],
  );
});

test('every package comes from the registry, with a checksum', () => {
  assert.equal(
    packages
      .filter(
        ([, { resolved, integrity }]) =>
          !(resolved ?? REGISTRY).startsWith(REGISTRY) || !integrity?.startsWith('sha512-'),
      )
      .map(([path]) => path),
    [],
  );
});

test('no package needs to run a script when it is installed', () => {
  assert.match(fs.readFileSync('.npmrc', 'utf8'), /^ignore-scripts=true$/m);
  const scripts = packages
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.split('node_modules/').at(-1)!);
  assert.equal(
    scripts.filter((name) => !SCRIPT_NOT_NEEDED.has(name)),
    [],
  );
});

/** Packages that code uses: by an import, or by a file that it takes from one. */
function namedIn(folder: string): Set<string> {
  const text = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|js|mjs)$/.test(name))
    .map((name) => fs.readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n');
  const name = String.raw`((?:@[\w-]+\/)?[a-z][\w-]*)`;
  const names = [
    ...text.matchAll(
      new RegExp(
        String.raw`(?:^(?:import|export) (?!type )[^;]*?from |^import |import\()'${name}(?:\/[\w./-]+)?'`,
        'gm',
      ),
    ),
    ...text.matchAll(new RegExp(String.raw`^ +'${name}\/[\w./-]+\.css'`, 'gm')),
  ];
  return new Set(names.map(([, name]) => name!).filter((name) => !name.startsWith('node:')));
}

test('every package that the program imports is a direct dependency, so that it cannot disappear with another package', () => {
  const imported = [...namedIn('scripts')].filter((name) => lock.packages[`node_modules/${name}`]);
  assert.ok(imported.length > 20, String(imported));
  assert.equal(
    imported.filter((name) => !(name in project.dependencies) && !LAZY.has(name)),
    [],
  );
  const inTests = [...namedIn('test')].filter((name) => lock.packages[`node_modules/${name}`]);
  assert.equal(
    inTests.filter((name) => !(name in { ...project.dependencies, ...project.devDependencies })),
    [],
  );
});

test('the lock file matches the dependencies in package.json', () => {
  const root = lock.packages[''] as unknown as typeof project;
  assert.equal(
    { ...root.dependencies, ...root.devDependencies },
    { ...project.dependencies, ...project.devDependencies },
  );
});

test.run();
