import { test } from 'uvu';
import * as assert from 'uvu/assert';
import fs from 'node:fs';
import path from 'node:path';
import { locate, problemLine } from '../../scripts/model/position.ts';
import { readData } from '../../scripts/io/read.ts';
import type { SourceFolder } from '../../scripts/model/tree.ts';
import { buildReport } from '../../scripts/report.ts';
import { inFolder, put } from '../support/folder.ts';
import { AUTUMN, sample } from '../support/sample.ts';
import { changed, folderOf } from '../support/tree.ts';

/** Problems of a folder, with paths as if the command ran inside it. */
function problemsIn(folder: string): string[] {
  const read = readData(folder);
  return locate(buildReport(read).problems, read.files)
    .map(problemLine)
    .map((line) => line.replace(`${read.folder}/`, ''));
}
const MIB = 1024 * 1024;
function utf16(text: string) {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

test('A folder is read with paths from where the command runs', async () =>
  inFolder((folder) => {
    put(folder, { 'data/site.yaml': 'titel: Proef\n', 'data/a/b.yaml': 'c: d\n' });
    const { files, folder: shown } = readData(path.join(folder, 'data'));
    assert.equal(
      files.map((file) => file.path),
      ['a/b.yaml', 'site.yaml'],
    );
    assert.is(path.resolve(files[0]!.file), path.join(folder, 'data/a/b.yaml'));
    assert.is(path.resolve(shown), path.join(folder, 'data'));
  }));

test('Names that begin with a dot, and the folder of schemas, are ignored', async () =>
  inFolder((folder) => {
    put(folder, {
      ...sample,
      '.DS_Store': '\u0000',
      'proef/.gitkeep': '',
      '.git/config': 'x',
      'schema/norm.schema.json': '{}',
    });
    assert.equal(problemsIn(folder), []);
  }));

test('A folder named schema within a report is not ignored', async () =>
  inFolder((folder) => {
    put(folder, { ...sample, 'proef/schema/iets.yaml': 'a: b\n' });
    assert.is(problemsIn(folder).length, 1);
  }));

test('An edition may be of any size, and its archive is not read as text', async () =>
  inFolder((folder) => {
    put(folder, { ...sample, 'proef/edities/2026-01-02.json': '{}'.padEnd(2 * MIB, ' ') });
    fs.writeFileSync(path.join(folder, 'proef/edities/2026-01-02.zip'), Buffer.from([0x50, 0x4b, 0xff, 0xfe]));
    assert.match(problemsIn(folder).join('\n'), /^proef\/edities\/2026-01-02\.json:1:1: dit is geen editie[^\n]*$/);
    put(folder, { 'proef/edities/Januari.json': '{}' });
    assert.match(problemsIn(folder).join('\n'), /^proef\/edities\/Januari\.json:1:1: onbekend bestand[^\n]*$/);
  }));

test('A file that is unknown, too large, not UTF-8 or a link is one problem at its start', async () =>
  inFolder((folder) => {
    const text = sample['proef/rapport.yaml']!;
    const bad: readonly (readonly [Buffer | null, RegExp])[] = [
      [Buffer.from(text.padEnd(MIB + 1, ' ')), /te groot/],
      [Buffer.from([...Buffer.from(text), 0xe9, 0x0a]), /UTF-8/],
      [utf16(text), /UTF-8/],
      [null, /koppeling/],
    ];
    for (const [bytes, says] of bad) {
      put(folder, sample);
      const target = path.join(folder, 'proef/rapport.yaml');
      if (bytes) fs.writeFileSync(target, bytes);
      else {
        fs.renameSync(target, path.join(folder, '.elders.yaml'));
        fs.symlinkSync(path.join(folder, '.elders.yaml'), target);
      }
      const lines = problemsIn(folder);
      assert.is(lines.length, 1, lines.join('\n'));
      assert.match(lines[0]!, /^proef\/rapport\.yaml:1:1: /);
      assert.match(lines[0]!, says);
      fs.rmSync(target);
    }
  }));

test('A file of exactly 1 MiB is not too large', async () =>
  inFolder((folder) => {
    put(folder, sample);
    fs.writeFileSync(path.join(folder, 'proef/rapport.yaml'), sample['proef/rapport.yaml']!.padEnd(MIB, '\n'));
    assert.equal(problemsIn(folder), []);
  }));

test('A link to a folder is a problem, and is not followed', async () =>
  inFolder((folder) => {
    put(folder, sample);
    fs.symlinkSync(folder, path.join(folder, 'kring'));
    assert.equal(
      problemsIn(folder).map((line) => line.split(': ')[0]),
      ['kring:1:1'],
    );
  }));

for (const name of ['huisstijl.css', 'logo.svg']) {
  test(`A link, and a file that is not UTF-8, is refused also as ${name}`, async () =>
    inFolder((folder) => {
      put(folder, { ...sample, [name]: new Uint8Array([0xff, 0xfe, 0x00]) });
      assert.equal(
        problemsIn(folder).map((line) => line.split(': ')[0]),
        [`${name}:1:1`],
      );
      fs.rmSync(path.join(folder, name));
      fs.symlinkSync('/etc/hosts', path.join(folder, name));
      assert.equal(
        problemsIn(folder).map((line) => line.split(': ')[0]),
        [`${name}:1:1`],
      );
    }));
}

test('A house style that site.yaml names but that does not exist is a problem', async () =>
  inFolder((folder) => {
    put(folder, changed(sample, 'site.yaml', 'rapporten:', 'huisstijl: huisstijl.css\nrapporten:'));
    assert.is(problemsIn(folder).length, 1);
  }));

function figures(folder: SourceFolder) {
  return buildReport(folder).report!.reports[0]!.norms.map(({ rounds }) =>
    rounds.map(({ figures: sets, cells }) => [
      sets.map(({ counts, percentage, lower }) => [counts, percentage, lower]),
      cells.map(({ result: { explanation, reason } }) => [explanation, reason]),
    ]),
  );
}

/** Asserts that a folder gives the figures of the sample as it is written here. */
function isTheSample(folder: string): void {
  assert.equal(problemsIn(folder), []);
  assert.equal(figures(readData(folder)), figures(folderOf(sample)));
}

/** The sample written differently, with the same meaning. */
const FORMS: Readonly<Record<string, (text: string) => string>> = {
  'a byte order mark': (text) => `\uFEFF${text}`,
  'CR LF at the end of lines': (text) => text.replaceAll('\n', '\r\n'),
  'comments and empty lines': (text) => `# yaml-language-server: $schema=x\n\n${text}\n# einde\n`,
  'a begin of document': (text) => `---\n${text}`,
  'quoted keys': (text) => text.replace(/^( *(?:- )?)([a-z][a-z_-]*):/gm, '$1"$2":'),
};
for (const [form, rewrite] of Object.entries(FORMS)) {
  test(`Data with ${form} gives the same report`, async () =>
    inFolder((folder) => {
      put(folder, Object.fromEntries(Object.entries(sample).map(([name, text]) => [name, rewrite(text)])));
      isTheSample(folder);
    }));
}

test('Data in flow style and in blocks gives the same report', async () =>
  inFolder((folder) => {
    const adam = `${AUTUMN}/resultaten/adam.yaml`;
    const flow = changed(
      sample,
      adam,
      sample[adam]!,
      '{organisatie: adam, resultaten: {plan: "behaald", gesprek: \'behaald\', training: {status: behaald}, loket: behaald}}\n',
    );
    const block = changed(
      flow,
      `${AUTUMN}/resultaten/bedam.yaml`,
      'toelichting: Het komt er.',
      'toelichting: >-\n      Het komt\n      er.',
    );
    put(folder, changed(block, 'proef/rapport.yaml', 'titel: Proefrapport', 'titel: |-\n  Proefrapport'));
    isTheSample(folder);
  }));

test.run();
