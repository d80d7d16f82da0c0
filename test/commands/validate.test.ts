import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder, put, snapshot } from '../support/folder.ts';
import { sample } from '../support/sample.ts';
import { changed } from '../support/tree.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
function run(script: string, args: readonly string[], env: Readonly<Record<string, string>> = { GITHUB_ACTIONS: '' }) {
  return spawnSync(process.execPath, [path.join(root, 'scripts/cli/start.js'), script, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}
const broken = changed(sample, 'proef/rapport.yaml', 'regio:', 'sinds: 2020\nregio:');

test('Valid data ends with status 0 and nothing on standard error', async () =>
  inFolder((folder) => {
    put(folder, sample);
    const { status, stderr } = run('validate', ['--data', folder]);
    assert.equal([status, stderr], [0, '']);
  }));

test('Mistakes end with status 1, a line for each from where the command runs, and their number last', async () =>
  inFolder((folder) => {
    put(folder, broken);
    const { status, stdout, stderr } = run('validate', ['--data', folder]);
    const file = path.relative(root, path.join(folder, 'proef/rapport.yaml'));
    assert.is(status, 1);
    assert.is(stdout, '');
    assert.equal(
      stderr
        .trimEnd()
        .split('\n')
        .map((line, index) => (index === 0 ? line.split(': ')[0] : line)),
      [`${file}:2:1`, '1 fout in 1 bestand'],
    );
  }));

test('On GitHub mistakes are annotated on standard output', async () =>
  inFolder((folder) => {
    put(folder, broken);
    const { stdout, stderr } = run('validate', ['--data', folder], { GITHUB_ACTIONS: 'true' });
    assert.match(stdout, /^::error file=.*rapport\.yaml,line=2,col=1::/);
    assert.match(stderr, /1 fout in 1 bestand\n$/);
  }));

for (const args of [['--data', '/bestaat/niet'], ['--onbekend']]) {
  test(`Misuse ends with status 2 and an explanation: ${args.join(' ')}`, () => {
    const { status, stdout, stderr } = run('validate', args);
    assert.equal([status, stdout], [2, '']);
    assert.match(stderr, /Gebruik: npm run validate/);
  });
}

test('A build of data with mistakes ends with status 1 and leaves the output as it was, byte for byte', async () =>
  inFolder((folder) => {
    const [data, output] = [path.join(folder, 'data'), path.join(folder, 'site')];
    put(data, broken);
    put(output, { '.normrapport': '', 'index.html': 'oud', 'a/b.html': 'ook oud' });
    const before = snapshot(folder);
    const { status, stderr } = run('build', ['--data', data, '--output', output]);
    assert.is(status, 1);
    assert.match(stderr, /1 fout in 1 bestand\n$/);
    assert.equal(snapshot(folder), before);
  }));

test.run();
