import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { manifestOf, parseManifest } from '../../scripts/io/manifest.ts';
import { contentsOf, scratch } from '../support/scratch.ts';

const run = promisify(execFile);

const PROJECT = [
  '.eleventy.js',
  'content',
  'data',
  'docs',
  'package-lock.json',
  'package.json',
  'scripts',
  'tsconfig.json',
];

/** Builds a copy of the whole project in its own folder. */
async function buildCopy(name: string, env: NodeJS.ProcessEnv, preload: readonly string[]): Promise<string> {
  const project = path.join(scratch(name), name);
  fs.mkdirSync(project);
  for (const part of PROJECT) fs.cpSync(part, path.join(project, part), { recursive: true });
  fs.symlinkSync(path.resolve('node_modules'), path.join(project, 'node_modules'));
  const args = [
    ...preload.flatMap((file) => ['--import', path.resolve(file)]),
    'scripts/cli/start.js',
    'build',
    '--output',
    `_site-${name}`,
  ];
  await run(process.execPath, args, { cwd: project, env: { ...process.env, ...env } });
  return path.join(project, `_site-${name}`);
}

test('builds on different days, in different folders, time zones, languages and file orders are the same, byte for byte', async () => {
  const [here, there] = await Promise.all([
    buildCopy('hier', { TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }, []),
    buildCopy('een-heel-andere-map', { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' }, [
      'test/support/elsewhere.js',
    ]),
  ]);
  const [one, other] = [contentsOf(here), contentsOf(there)];
  assert.equal([...one.keys()], [...other.keys()]);
  assert.equal(
    [...one].filter(([name, content]) => other.get(name) !== content).map(([name]) => name),
    [],
  );
  const manifest = parseManifest(fs.readFileSync(path.join(here, 'data/manifest.json'), 'utf8'));
  assert.equal(
    manifest,
    manifestOf(here).filter(({ path: name }) => !/\.(?:br|gz)$|^_headers$/.test(name)),
  );
  assert.ok(manifest.length > 100);
});

test.run();
