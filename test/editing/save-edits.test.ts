import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { saveEdits } from '../../scripts/editing/save-edits.ts';
import { readData } from '../../scripts/io/read.ts';
import { writeEdits } from '../../scripts/io/write-edits.ts';
import { Clone } from '../support/clone.ts';
import { GONE, watchedDisk } from '../support/ending-disk.ts';
import { sample } from '../support/sample.ts';
import { putFiles, scratch } from '../support/scratch.ts';

const EDITS = ['site.yaml', 'proef/rapport.yaml'].map((name) => ({ path: name, text: `# Nieuw.\n${sample[name]!}` }));

function dataFolder(): string {
  const folder = scratch('data');
  putFiles(folder, sample);
  return folder;
}

function told() {
  const lines: string[] = [];
  return { lines, output: { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line) } };
}

test('edits are written to a folder that is as it was read', () => {
  const name = dataFolder();
  const { lines, output } = told();
  assert.is(saveEdits({ name, before: readData(name) }, EDITS, output), true);
  assert.is(fs.readFileSync(path.join(name, 'site.yaml'), 'utf8'), EDITS[0]!.text);
  assert.equal(lines, []);
});

test('what somebody changed since is not overwritten, and the command says so', () => {
  const name = dataFolder();
  const before = readData(name);
  putFiles(name, { 'proef/rapport.yaml': `# Van een ander.\n${sample['proef/rapport.yaml']!}` });
  const { lines, output } = told();
  assert.is(saveEdits({ name, before }, EDITS, output), false);
  assert.equal(lines, [
    `${name}/proef/rapport.yaml is net veranderd; voer de opdracht opnieuw uit`,
    'Er is niets geschreven.',
  ]);
  assert.is(fs.readFileSync(path.join(name, 'site.yaml'), 'utf8'), sample['site.yaml']);
});

test('if one file cannot be written none is, and the message says so with the reason', () => {
  const name = dataFolder();
  const before = readData(name);
  const long = { path: `proef/${'x'.repeat(300)}.yaml`, text: '' };
  const { lines, output } = told();
  assert.throws(() => saveEdits({ name, before }, [...EDITS, long], output), /ENAMETOOLONG/);
  assert.equal(lines, ['Er is niets geschreven.']);
  assert.is(fs.readFileSync(path.join(name, 'site.yaml'), 'utf8'), sample['site.yaml']);
});

test('the next command, of whatever kind, finishes what another left, and says so', () => {
  const clone = new Clone();
  const edit = { path: 'voorbeeld/rapport.yaml', before: clone.read('data/voorbeeld/rapport.yaml') };
  let renames = 0;
  assert.throws(() =>
    writeEdits(
      clone.path('data'),
      [
        { path: 'site.yaml', text: `${clone.read('data/site.yaml')}# Nieuw.\n`, before: clone.read('data/site.yaml') },
        { ...edit, text: `${edit.before}# Nieuw.\n` },
      ],
      watchedDisk(({ call }) => {
        if (call === 'rename') renames++;
        if (renames > 1) throw Object.assign(new Error(), { code: GONE });
      }),
    ),
  );
  assert.match(clone.read('data/site.yaml'), /# Nieuw/);
  assert.not.match(clone.read(`data/${edit.path}`), /# Nieuw/);
  // The leftover files are not among those that git would commit.
  assert.equal(clone.git('status', '--short').trim().split('\n'), ['M data/site.yaml']);
  // The process that wrote it is this one, which still runs; so make the journal old.
  fs.utimesSync(clone.path('data/.wijziging.json'), 1, 1);
  const { status, err } = clone.run('validate');
  assert.is(status, 0);
  assert.match(
    err,
    /^Een eerdere opdracht brak halverwege af\. Haar wijziging is nu afgemaakt:\ngeschreven: data\/site/,
  );
  assert.match(clone.read(`data/${edit.path}`), /# Nieuw/);
  assert.not.match(clone.run('validate').err, /eerdere opdracht/);
});

test('every command that reads data first looks for what another left', () => {
  const without = fs
    .readdirSync('scripts/commands')
    .map((name) => ({ name, text: fs.readFileSync(`scripts/commands/${name}`, 'utf8') }))
    .filter(({ text }) => /^ +data: \{/m.test(text) && !/^ +settleEdits\(/m.test(text))
    .map(({ name }) => name);
  assert.equal(without, []);
});

test.run();
