import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { watchPlaces } from '../../scripts/serve/watch.ts';
import { put } from '../support/folder.ts';
import { scratch } from '../support/scratch.ts';

const FILES = {
  'data/site.yaml': 'a',
  'data/normen/1.0/norm.yaml': 'a',
  'data/normen/1.0/metingen/2025/resultaten/stad.yaml': 'a',
  'data/normen/1.0/metingen/2026/resultaten/stad.yaml': 'a',
  'data/normen/1.0/metingen/2026/meting.yaml': 'a',
  '.eleventy.js': 'a',
};
const ROUND = 'data/normen/1.0/metingen/2026';
const RESULTS = `${ROUND}/resultaten/stad.yaml`;

/** Milliseconds within which an edit must be noticed, however busy the machine is. */
const PATIENCE = 20_000;

/** A project being watched. */
class Watched {
  readonly folder = scratch('gevolgd');
  /** The reported changes, one list per report. */
  readonly told: string[][] = [];
  readonly stop: () => void;

  constructor() {
    put(this.folder, FILES);
    this.git('init', '--quiet', '--initial-branch=main');
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', 'Begin');
    this.git('checkout', '--quiet', '-b', 'zonder');
    this.git('rm', '--quiet', '-r', ROUND);
    this.git('commit', '--quiet', '--message', 'Zonder meting');
    this.git('checkout', '--quiet', 'main');
    this.stop = watchPlaces({
      places: ['data', '.eleventy.js'].map((name) => this.path(name)),
      ignores: (file) => path.basename(file).startsWith('.#'),
      onChange: (files) => this.told.push(files.map((file) => path.relative(this.folder, file))),
    });
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  git(...args: readonly string[]): void {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', '-c', 'commit.gpgsign=false', ...args], {
      cwd: this.folder,
      stdio: 'pipe',
    });
  }

  /** Changes a file, and waits until the change is reported. */
  async edit(name: string): Promise<void> {
    const before = this.told.length;
    fs.appendFileSync(this.path(name), 'b');
    await this.tells(name, before);
  }

  async tells(name: string, from: number): Promise<void> {
    for (let waited = 0; !this.told.slice(from).flat().includes(name); waited += 20) {
      assert.ok(waited < PATIENCE, `${name} changed, and that is not told`);
      await setTimeout(20);
    }
  }
}

/** Disturbs a watched project ten times, with or without a pause; each time, the next edits must still be reported. */
async function assertNothingLost(
  disturb: (project: Watched, pause: () => Promise<void>) => Promise<void> | void,
): Promise<void> {
  const project = new Watched();
  try {
    for (let time = 0; time < 10; time++) {
      await disturb(project, () => setTimeout([0, 5, 60, 300][time % 4]));
      // Sometimes at once, sometimes after a pause.
      await setTimeout([0, 400][time % 2]);
      for (const name of [RESULTS, 'data/site.yaml', '.eleventy.js']) await project.edit(name);
      project.git('stash', '--quiet');
    }
  } finally {
    project.stop();
  }
}

test('after a watched folder is removed and restored, ten times, every edit is reported', () =>
  assertNothingLost(async (project, pause) => {
    fs.cpSync(project.path('data'), project.path('kopie'), { recursive: true });
    fs.rmSync(project.path('data'), { recursive: true });
    await pause();
    fs.cpSync(project.path('kopie'), project.path('data'), { recursive: true });
    fs.rmSync(project.path('kopie'), { recursive: true });
  }));

test('after a folder within it goes and comes back as git changes branches, ten times, every edit is reported', () =>
  assertNothingLost(async (project, pause) => {
    project.git('checkout', '--quiet', 'zonder');
    await pause();
    project.git('checkout', '--quiet', 'main');
  }));

test('after a folder is renamed and back, ten times, every edit is reported', () =>
  assertNothingLost(async (project, pause) => {
    for (const name of [ROUND, 'data', '.eleventy.js']) {
      fs.renameSync(project.path(name), project.path('elders'));
      await pause();
      fs.renameSync(project.path('elders'), project.path(name));
    }
  }));

test('after the folder around all of it is replaced, ten times, every edit is reported', () =>
  assertNothingLost(async (project, pause) => {
    fs.cpSync(project.folder, `${project.folder}-kopie`, { recursive: true });
    fs.rmSync(project.folder, { recursive: true });
    await pause();
    fs.renameSync(`${project.folder}-kopie`, project.folder);
  }));

test('a linked folder is followed, even if the link is changed later, and a circular link ends', async () => {
  const project = new Watched();
  fs.renameSync(project.path('data'), project.path('een'));
  fs.cpSync(project.path('een'), project.path('twee'), { recursive: true });
  for (const target of ['een', 'twee', 'een']) {
    fs.rmSync(project.path('data'), { force: true });
    fs.symlinkSync(target, project.path('data'));
    fs.rmSync(project.path(`${target}/kring`), { force: true });
    fs.symlinkSync('.', project.path(`${target}/kring`));
    await project.edit('data/site.yaml');
  }
  project.stop();
});

test('many changes at once are reported once, each file once, and ignored or undone changes are not', async () => {
  const project = new Watched();
  const names = Array.from({ length: 200 }, (_, index) => `data/nieuw/${index % 7}/${index}.yaml`);
  put(project.folder, Object.fromEntries(names.map((name) => [name, 'a'])));
  fs.writeFileSync(project.path('data/.#site.yaml'), 'a');
  fs.writeFileSync(project.path('README.md'), 'a');
  await project.tells(names.at(-1)!, 0);
  const [told, ...more] = project.told;
  assert.equal(more, []);
  assert.equal(told!.filter((name) => name.endsWith('.yaml')).sort(), [...names].sort());
  project.stop();
});

test('a place that does not exist yet is reported when it appears, and when it goes', async () => {
  const folder = scratch('gevolgd');
  const told: string[] = [];
  const stop = watchPlaces({
    places: [path.join(folder, 'diep/data')],
    ignores: () => false,
    onChange: (files) => told.push(...files),
  });
  for (const [change, count] of [
    [() => put(folder, { 'diep/data/site.yaml': 'a' }), 2],
    [() => fs.rmSync(path.join(folder, 'diep'), { recursive: true }), 4],
  ] as const) {
    change();
    for (let waited = 0; told.length < count; waited += 20) {
      assert.ok(waited < PATIENCE);
      await setTimeout(20);
    }
  }
  stop();
});

test.run();
