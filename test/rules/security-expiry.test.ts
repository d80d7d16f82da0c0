import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { NEW, sample } from '../support/sample.ts';
import { changed, problemLines, type Tree } from '../support/tree.ts';

// The newest date of an event in the sample is the publication of the autumn round, on 2025-12-01.
function expiring(date: string, tree: Tree = sample): Tree {
  return changed(
    tree,
    'site.yaml',
    'rapporten:',
    `beveiliging: {contact: "mailto:lek@proef.example", verloopt: "${date}"}\nrapporten:`,
  );
}

test('A security contact that expires before the newest date gets a warning at its date', () => {
  const lines = problemLines(expiring('2025-11'));
  assert.is(lines.length, 1);
  assert.match(lines[0]!, /^site\.yaml:5:62: let op: /);
});

test('A security contact that expires later than every date gets no warning', () => {
  assert.equal(problemLines(expiring('2030')), []);
});

for (const [what, path, from, to] of [
  ['a document', 'proef/documenten.yaml', '"2021-01-15"', '"2029-01-15"'],
  ['an adoption', `${NEW}/norm.yaml`, '"2025-02-01"', '"2029-02-01"'],
  ['a round', `${NEW}/metingen/najaar/meting.yaml`, 'datum: "2025-23"', 'datum: "2029-23"'],
] as const) {
  test(`The newest date in the data may be that of ${what}`, () => {
    // Without a publication date, which cannot be before the date of the round.
    const unpublished = changed(sample, `${NEW}/metingen/najaar/meting.yaml`, 'gepubliceerd: "2025-12-01"\n', '');
    const lines = problemLines(expiring('2028-06', changed(unpublished, path, from, to)));
    assert.is(lines.filter((line) => line.includes('verloopt')).length, 1);
  });
}

test('A date that is missing or contradicts another is one problem, and never the newest date', () => {
  const round = `${NEW}/metingen/najaar/meting.yaml`;
  for (const tree of [
    changed(sample, round, 'datum: "2025-23"\n', ''),
    changed(sample, round, 'datum: "2025-23"', 'datum: "2052-23"'),
  ]) {
    const lines = problemLines(expiring('2028-06', tree));
    assert.is(lines.length, 1, lines.join('\n'));
    assert.not.match(lines[0]!, /verloopt/);
  }
});

test('A publication counts as its last day', () => {
  const published = changed(sample, `${NEW}/metingen/najaar/meting.yaml`, '"2025-12-01"', '"2028"');
  assert.is(problemLines(expiring('2028-12-30', published)).length, 1);
  assert.equal(problemLines(expiring('2028-12-31', published)), []);
});

for (const [what, path, from, to] of [
  ['the end of a term', `${NEW}/norm.yaml`, 'tot: "2027"', 'tot: "2029"'],
  ['an expected date', `${NEW}/metingen/najaar/resultaten/bedam.yaml`, '"2026-06"', '"2029-06"'],
] as const) {
  test(`${what} lies ahead, and says nothing of what day it is`, () => {
    assert.equal(problemLines(expiring('2028-06', changed(sample, path, from, to))), []);
  });
}

test.run();
