import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { runCommand } from '../cli/run.ts';
import { inProject } from '../io/project.ts';

/** Commands for people who work on the program; all others are for people who use it. */
const FOR_DEVELOPERS = ['fuzz', 'pack', 'screenshots', 'test', 'test-nodes'];

/** Packages needed only to make the bundle, which the package already contains. */
const FOR_BUNDLING = ['esbuild', 'tsx'];

/** Files and folders copied unchanged from the repository. */
const COPIED = [
  '.eleventy.js',
  '.github/ISSUE_TEMPLATE',
  '.github/dependabot.yml',
  '.github/pull_request_template.md',
  '.github/workflows',
  '.vscode',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'content',
  'docs/images',
  'docs/redactie.md',
  'formulieren/LEESMIJ.md',
  'scripts/cli/bundle.js',
  'scripts/cli/start.js',
  'scripts/io/reload-client.js',
];

interface PackedManifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

/**
 * The exports of `scripts/cli/bundle.js`. It locates the program relative to itself, so it cannot be part of a bundle.
 */
interface Bundling {
  readonly NAMES: string;
  commands(): string[];
  workers(): string[];
  bundleInto(folder: string, external: readonly string[]): Promise<void>;
}

function packedManifest({ name, version, description, license, engines, dependencies }: PackedManifest): object {
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    engines,
    bin: { normrapport: 'scripts/cli/start.js' },
    exports: { '.': './.eleventy.js', './package.json': './package.json' },
    dependencies: Object.fromEntries(Object.entries(dependencies).filter(([each]) => !FOR_BUNDLING.includes(each))),
  };
}

function nameOf(script: string): string {
  return path.basename(script, '.ts');
}

/** Writes the contents of the package into a folder. */
async function stage(folder: string, manifest: PackedManifest): Promise<void> {
  for (const name of COPIED) fs.cpSync(inProject(name), path.join(folder, name), { recursive: true });
  const program = path.join(folder, 'program/bundle');
  const { bundleInto, commands, workers, NAMES } = (await import(
    pathToFileURL(inProject('scripts/cli/bundle.js')).href
  )) as Bundling;
  const names = {
    commands: commands()
      .map(nameOf)
      .filter((name) => !FOR_DEVELOPERS.includes(name)),
    workers: workers().map(nameOf),
  };
  await bundleInto(program, Object.keys(manifest.dependencies));
  for (const each of FOR_DEVELOPERS) fs.rmSync(path.join(program, `${each}.js`), { force: true });
  for (const map of fs.readdirSync(program).filter((each) => each.endsWith('.map'))) fs.rmSync(path.join(program, map));
  fs.writeFileSync(path.join(program, NAMES), JSON.stringify(names));
  fs.writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(packedManifest(manifest), null, 2)}\n`);
  // The package has no esbuild to bundle it for the browser later.
  buildSync({
    entryPoints: [inProject('content/assets/search.js')],
    outfile: path.join(folder, 'content/assets/search.js'),
    allowOverwrite: true,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  });
}

await runCommand(
  {
    name: 'npm run pack',
    description: 'Maakt het pakket normrapport, dat een andere regio installeert: het programma zonder gegevens.',
    options: { output: { value: 'MAP', description: 'map voor het pakket', default: '.' } },
    examples: ['npm run pack -- --output ../pakket'],
  },
  async ({ output }, { out }) => {
    const manifest = JSON.parse(fs.readFileSync(inProject('package.json'), 'utf8')) as PackedManifest;
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'normrapport-'));
    try {
      await stage(folder, manifest);
      fs.mkdirSync(output, { recursive: true });
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
      execFileSync(npm, ['pack', folder, '--pack-destination', path.resolve(output), '--silent'], {
        shell: process.platform === 'win32',
      });
      out(path.join(output, `normrapport-${manifest.version}.tgz`));
      return 0;
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
);
