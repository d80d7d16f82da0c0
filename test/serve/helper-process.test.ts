import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HelperProcess } from '../../scripts/serve/helper-process.ts';
import { inFolder } from '../support/folder.ts';

test('a helper that dies as it starts answers with a fault, and is started again only for the next question', () =>
  inFolder(async (folder) => {
    const [program, starts] = [path.join(folder, 'dies.mjs'), path.join(folder, 'starts')];
    fs.writeFileSync(
      program,
      `import fs from 'node:fs';\nfs.appendFileSync(${JSON.stringify(starts)}, 'x');\nprocess.exit(1);\n`,
    );
    const helper = new HelperProcess<object, object>('helper', program);
    for (const count of [1, 2]) {
      assert.match(JSON.stringify(await helper.ask({})), /onverwacht gestopt/);
      await setTimeout(1000);
      assert.is(fs.readFileSync(starts, 'utf8').length, count);
    }
  }));

test.run();
