import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readRevision } from '../../scripts/io/git.ts';
import { readData } from '../../scripts/io/read.ts';
import { buildReport } from '../../scripts/report.ts';
import { inFolder, put } from '../support/folder.ts';
import { sample } from '../support/sample.ts';

const AUTHOR = ['-c', 'user.name=Proef', '-c', 'user.email=proef@proef.example'];
const FONT = Buffer.from('d09GMgAB/+8=', 'base64');

test('An earlier version is read like the present data: its style sheet is not YAML, and its font not text', async () =>
  inFolder((folder) => {
    const data = path.join(folder, 'data');
    put(data, {
      ...sample,
      'site.yaml': `${sample['site.yaml']!}huisstijl: huisstijl.css\n`,
      'huisstijl.css': '@font-face { font-family: A; src: url("letter.woff2"); }\n',
      'letter.woff2': FONT,
    });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    execFileSync('git', ['add', '.'], { cwd: folder });
    execFileSync('git', [...AUTHOR, 'commit', '--quiet', '-m', 'Eerste'], { cwd: folder });
    put(data, { 'huisstijl.css': ':root { --accent: #154273; }\n', 'letter.woff2': 'd09GMg' });
    const before = readRevision(data, 'HEAD', readData(data))!;
    assert.equal(buildReport(before).problems, []);
    assert.is(before.files.find((file) => file.path === 'letter.woff2')?.text, FONT.toString('base64'));
  }));

test.run();
