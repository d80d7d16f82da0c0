import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Clone } from '../support/clone.ts';
import { scratch } from '../support/scratch.ts';

const clone = new Clone();
function bundles() {
  return fs.readdirSync(clone.path('.cache'));
}
function change(name: string, from: string, to: string) {
  return clone.write(name, clone.read(name).replace(from, to));
}

test('commands that start at the same time before anything is bundled all run, and leave one bundle', async () => {
  fs.rmSync(clone.path('.cache'), { recursive: true, force: true });
  const children = [0, 1, 2].map(() =>
    spawn(process.execPath, ['scripts/cli/start.js', 'validate'], { cwd: clone.folder, stdio: 'ignore' }),
  );
  const ended = await Promise.all(children.map((child) => once(child, 'exit')));
  assert.equal(
    ended.map(([status]) => status),
    [0, 0, 0],
  );
  assert.is(bundles().length, 1);
});

test('a script that has changed takes effect, and one that has not is not bundled again', () => {
  const [before] = bundles();
  clone.run('validate', '--help');
  assert.equal(bundles(), [before]);
  change('scripts/commands/validate.ts', "description: '", "description: 'Nieuw. ");
  assert.match(clone.run('validate', '--help').out, /^Nieuw\. /);
  assert.is(bundles().length, 2);
});

test('old bundles are removed', () => {
  for (const name of bundles())
    fs.utimesSync(clone.path(`.cache/${name}`), new Date('2020-01-01'), new Date('2020-01-01'));
  change('scripts/commands/validate.ts', 'Nieuw. ', 'Nieuwer. ');
  assert.match(clone.run('validate', '--help').out, /^Nieuwer\. /);
  assert.is(bundles().length, 1);
});

test('a mistake in a script is reported with its file and line, and nothing else', () => {
  change('scripts/commands/validate.ts', 'await runCommand', 'await await await =');
  const { status, err } = clone.run('validate');
  assert.is(status, 1);
  assert.match(err, /scripts\/commands\/validate\.ts:\d+:\d+:/);
  assert.not.match(err, /node:internal|at async/);
  change('scripts/commands/validate.ts', 'await await await =', 'await runCommand');
});

test('a mistake in a template is reported with its file and line, and nothing else', () => {
  change('content/pages/round.njk', '{{ view.published }}', '{{ view.publisht }}');
  const { status, err } = clone.run('build', '--output', '_proef');
  assert.is(status, 1);
  assert.match(
    err,
    /^content\/pages\/round\.njk:\d+:\d+: hier is niets om te tonen; staat de naam er goed\?\n {2}\S.*\n$/,
  );
  change('content/pages/round.njk', '{{ view.publisht }}', '{{ view.published }}');
});

test('a project that has been moved builds where it is now, from the same bundle', () => {
  clone.run('build', '--output', '_proef');
  const [moved, number] = [`${clone.folder}-verhuisd`, bundles().length];
  fs.renameSync(clone.folder, moved);
  const { status, stderr } = spawnSync(process.execPath, ['scripts/cli/start.js', 'build', '--output', '_proef'], {
    cwd: moved,
    encoding: 'utf8',
  });
  fs.renameSync(moved, clone.folder);
  assert.equal([status, stderr, bundles().length], [0, '', number]);
});

test('a build that is run from another folder makes the same site', () => {
  const output = clone.path('_elders');
  const { status, stderr } = spawnSync(
    process.execPath,
    [clone.path('scripts/cli/start.js'), 'build', '--data', clone.path('data'), '--output', output],
    { cwd: scratch('elders'), encoding: 'utf8' },
  );
  assert.equal([status, stderr], [0, '']);
  assert.is(fs.readFileSync(`${output}/data/manifest.json`, 'utf8'), clone.read('_proef/data/manifest.json'));
});

test('an unknown command is reported in one line, with the ones that exist', () => {
  const { status, err } = clone.run('bouw');
  assert.is(status, 2);
  assert.match(err, /^Er is geen opdracht "bouw"\. Dit zijn de opdrachten: build, changes, .*, verify\.\n$/);
});

test('a script that is not a command does not act as one', () => {
  for (const name of ['report', 'chart-worker', 'build-worker', 'run']) assert.is(clone.run(name).status, 2, name);
});

test('commands also run where no bundle can be written', () => {
  fs.rmSync(clone.path('.cache'), { recursive: true, force: true });
  clone.write('.cache', '');
  const { status, err } = clone.run('build', '--output', '_proef');
  assert.equal([status, err], [0, '']);
});

test.run();
