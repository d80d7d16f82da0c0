import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { CLI } from '../../scripts/io/project.ts';
import { WorkerProcess } from '../../scripts/serve/worker-process.ts';
import { inFolder } from '../support/folder.ts';

test('a worker that dies as it starts answers with an error, and is restarted only for the next question', () =>
  inFolder(async (folder) => {
    const [program, starts] = [path.join(folder, 'dies.mjs'), path.join(folder, 'starts')];
    fs.writeFileSync(
      program,
      `import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';\nfs.appendFileSync(${JSON.stringify(starts)}, 'x');\nprocess.exit(1);\n`,
    );
    const worker = new WorkerProcess<object, object>('worker', program);
    for (const count of [1, 2]) {
      assert.match(JSON.stringify(await worker.ask({})), /onverwacht gestopt/);
      await setTimeout(1000);
      assert.is(fs.readFileSync(starts, 'utf8').length, count);
    }
  }));

test('a worker whose parent disconnects while it loads ends without reporting a crash', async () => {
  for (let wait = 200; wait <= 600; wait += 50) {
    const worker = fork(CLI, ['build-worker'], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    const ended = Promise.all([once(worker, 'exit'), text(worker.stderr!)]);
    await setTimeout(wait);
    worker.disconnect();
    const [[status, signal], said] = await ended;
    assert.is(said, '');
    assert.ok(status === 0 || signal === 'SIGKILL', `${status} ${signal}`);
  }
});

test.run();
