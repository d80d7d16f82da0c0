import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readData } from '../scripts/io/read.ts';
import type { SourceFolder } from '../scripts/model/tree.ts';
import { buildReport } from '../scripts/report.ts';
import { inFolder, put } from './support/folder.ts';
import { AUTUMN, NEW, sample } from './support/sample.ts';
import { changed, type Tree } from './support/tree.ts';

/** The sample, and a second report that differs in name only. */
const two: Tree = {
  ...changed(sample, 'site.yaml', 'rapporten:\n', 'rapporten:\n  - {map: tweede, pad: /tweede/}\n'),
  ...Object.fromEntries(
    Object.entries(sample)
      .filter(([name]) => name.startsWith('proef/'))
      .map(([name, text]) => [name.replace('proef/', 'tweede/'), text]),
  ),
};

/** Successive changes to the data: results, an ambition, a mistake, a new file, the settings. */
const CHANGES: readonly Tree[] = [
  changed(two, `${AUTUMN}/resultaten/adam.yaml`, 'plan: behaald', 'plan: niet behaald'),
  changed(two, `${NEW}/norm.yaml`, 'titel: Er is een loket', 'titel: Er is één loket'),
  changed(two, `${AUTUMN}/meting.yaml`, 'percentage: 70', 'percentage: 71'),
  { ...two, 'proef/losse-notitie.yaml': 'a: b\n' },
  changed(two, 'site.yaml', 'pad: /tweede/', 'pad: /ander/'),
  changed(two, 'tweede/rapport.yaml', 'titel: ', 'titel: Ander '),
];

function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      each instanceof Map || each instanceof Set ? [...each] : typeof each === 'bigint' ? String(each) : each,
    ),
  );
}

test('after any change, rebuilding only the changed parts gives the same as rebuilding everything', () =>
  inFolder((folder) => {
    put(folder, two);
    let before: SourceFolder = readData(folder);
    let contract = buildReport(before).contract;
    for (const [number, tree] of [...CHANGES, two].entries()) {
      for (const { path: name } of before.files) if (!(name in tree)) fs.rmSync(path.join(folder, name));
      put(folder, tree);
      const after = readData(folder, before);
      const outcome = buildReport(after, contract);
      assert.equal(
        plain({ ...outcome, contract: null }),
        plain({ ...buildReport(readData(folder)), contract: null }),
        `change ${number + 1}`,
      );
      [before, contract] = [after, outcome.contract];
    }
  }));

test('nothing is computed again for a report without changed files', () =>
  inFolder((folder) => {
    put(folder, two);
    const before = readData(folder);
    const first = buildReport(before);
    put(folder, CHANGES[1]!);
    const { report } = buildReport(readData(folder, before), first.contract);
    const same = report!.reports.map((each, index) => each === first.report!.reports[index]);
    assert.equal(
      report!.reports.map(({ data }, index) => [data.id, same[index]]),
      [
        ['tweede', true],
        ['proef', false],
      ],
    );
  }));

test.run();
