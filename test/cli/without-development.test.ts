import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Clone } from '../support/clone.ts';

const clone = new Clone();
const { packages } = JSON.parse(fs.readFileSync('node_modules/.package-lock.json', 'utf8')) as {
  packages: Record<string, { dev?: true }>;
};
// Same state as after `npm ci --omit=dev`.
fs.rmSync(clone.path('node_modules'));
for (const [name] of Object.entries(packages).filter(([each, { dev }]) => !dev && !each.includes('/node_modules/'))) {
  fs.mkdirSync(path.dirname(clone.path(name)), { recursive: true });
  fs.symlinkSync(path.resolve(name), clone.path(name));
}
for (const folder of ['test/bench', 'test/support']) fs.cpSync(folder, clone.path(folder), { recursive: true });

test('without the packages for development every command explains itself', () => {
  for (const name of fs.readdirSync('scripts/commands').map((file) => path.basename(file, '.ts'))) {
    const { status, err } = clone.run(name, '--help');
    assert.equal([name, status, err], [name, 0, '']);
  }
  for (const file of ['test/bench/bench.ts', 'test/bench/charts.ts']) {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', file, '--help'], {
      cwd: clone.folder,
      encoding: 'utf8',
    });
    assert.equal([file, status, stderr], [file, 0, '']);
  }
});

test('without them a command that needs them says what to do, without a stack trace', () => {
  for (const name of ['test', 'fuzz']) {
    const { status, err } = clone.run(name);
    assert.ok(status > 0, name);
    assert.match(err, /draai eerst: npm ci/);
    assert.not.match(err, /node:internal|at async/);
  }
});

test('without them the site is built, and its packages are listed', () => {
  assert.is(clone.run('build').status, 0);
  assert.equal([clone.run('sbom').status, clone.run('sbom').err], [0, '']);
});

test.run();
