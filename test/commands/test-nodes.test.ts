import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { Clone } from '../support/clone.ts';

const project = new Clone();

test('anything but a version of Node is refused, with an example', () => {
  for (const versions of ['nieuwste', '22.x', '', '22,']) {
    const { status, err } = project.run('test-nodes', '--versions', versions);
    assert.is(status, 2);
    assert.match(err, /^"[^"]*" is geen versie van Node; noem er een als 22 of 22\.12\.0\n/);
  }
});

test('without a network it says so in one sentence, and leaves nothing half-installed', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/cli/start.js', 'test-nodes', '--versions', '24'], {
    cwd: project.folder,
    env: { ...process.env, npm_config_registry: 'http://localhost:9', npm_config_fetch_retries: '0' },
    encoding: 'utf8',
  });
  assert.equal(
    [status, stderr],
    [1, 'Node 24 kon niet worden opgehaald: npm is niet te bereiken; controleer uw netwerk\n'],
  );
  assert.equal(fs.readdirSync(project.path('.nodes')), []);
});

test.run();
