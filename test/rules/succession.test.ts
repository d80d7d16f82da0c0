import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../support/marked.ts';
import { NEW, OLD, sample } from '../support/sample.ts';
import { changed, problemLines } from '../support/tree.ts';

const NORM = `${NEW}/norm.yaml`;
function norm(from: string, to: string): Change[] {
  return [[NORM, from, to]];
}
const ONE = 'herkomst:\n      - punt: plan\n        relatie: gelijk\n';
const DROPPED = 'vervallen:\n  - punt: nevenfuncties\n    reden: Staat in de wet.\n';

testMistakes([
  {
    title: 'A norm that replaces an unknown one is refused with a suggestion',
    changes: norm('opvolger_van: "1.0"', 'opvolger_van: ▸"1.1"'),
    says: ['bedoelde u "1.0"'],
  },
  {
    title: 'A norm that replaces itself is refused',
    changes: norm('opvolger_van: "1.0"', 'opvolger_van: ▸"2.0"'),
    says: ['2.0'],
  },
  {
    title: 'An origin that the replaced norm does not have is one problem, with a suggestion',
    changes: norm('- punt: overleg', '- punt: ▸overlegg'),
    says: ['bedoelde u "overleg"'],
  },
  {
    title: 'A dropped point that the replaced norm does not have is refused with a suggestion',
    changes: norm(DROPPED, `${DROPPED}  - {punt: ▸nevenfunctie, reden: Weg.}\n`),
    says: ['bedoelde u "nevenfuncties"'],
  },
  {
    title: 'A point that is dropped twice is refused at the later one',
    changes: norm(DROPPED, `${DROPPED}  - {punt: ▸nevenfuncties, reden: Weg.}\n`),
    says: ['nevenfuncties'],
  },
  {
    title: 'A point that is dropped and has a successor is refused where it is dropped',
    changes: norm(DROPPED, `${DROPPED}  - {punt: ▸plan, reden: Weg.}\n`),
    says: ['plan'],
  },
  {
    title: 'The same origin twice in one point is one problem',
    changes: norm(ONE, `${ONE}      - {punt: ▸plan, relatie: overlapt}\n`),
    says: ['plan'],
  },
  {
    title: 'An old point that is neither an origin nor dropped is reported at the replaced version',
    changes: [...norm('opvolger_van: "1.0"', 'opvolger_van: ▸"1.0"'), ...norm(DROPPED, '')],
    says: ['nevenfuncties'],
  },
  {
    title: 'Origins without a norm that is replaced are one problem, at the first of them',
    changes: [
      ...norm('opvolger_van: "1.0"\n', ''),
      ...norm('herkomst:\n      - punt: plan', 'herkomst:\n      ▸- punt: plan'),
    ],
    says: ['"herkomst" kan alleen'],
  },
  {
    title: 'A new point in two comparable pairs is refused at the later relation',
    changes: [
      ...norm(ONE, `${ONE}      - punt: nevenfuncties\n        relatie: ▸gelijkwaardig\n`),
      ...norm(DROPPED, ''),
    ],
    says: ['plan'],
  },
  {
    title: 'An old point in two comparable pairs is refused at the later relation',
    changes: norm(
      '    titel: Er is een training\n',
      '    titel: Er is een training\n    herkomst: [{punt: plan, relatie: ▸gelijkwaardig}]\n',
    ),
    says: ['plan'],
  },
  {
    title: 'A pair that is said to be comparable is refused at what says so',
    changes: norm(
      '    titel: Er is een training\n',
      '    titel: Er is een training\n    herkomst: [{punt: plan, relatie: overlapt, reden: Telt mee., vergelijkbaar: ▸true}]\n',
    ),
    says: ['plan'],
  },
]);

test('A point may be split, as long as one pair at most is comparable', () => {
  const tree = changed(
    sample,
    NORM,
    '    titel: Er is een training\n',
    '    titel: Er is een training\n    herkomst: [{punt: plan, relatie: gelijk, vergelijkbaar: false, reden: Ander deel.}]\n',
  );
  assert.equal(problemLines(tree), []);
});

test('Points may be merged, as long as one pair at most is comparable', () => {
  const tree = changed(
    changed(sample, NORM, ONE, `${ONE}      - {punt: nevenfuncties, relatie: overlapt}\n`),
    NORM,
    DROPPED,
    '',
  );
  assert.equal(problemLines(tree), []);
});

for (const path of [NORM, `${OLD}/norm.yaml`]) {
  test(`Old points may be left out where ${path} is not complete`, () => {
    assert.equal(
      problemLines(changed(changed(sample, NORM, DROPPED, ''), path, 'volledig: true', 'volledig: false')),
      [],
    );
  });
}

test('Of two norms that replace each other, the lower version is refused', () => {
  const lines = problemLines(
    changed(sample, `${OLD}/norm.yaml`, 'volledig: true', 'volledig: false\nopvolger_van: "2.0"'),
  );
  assert.equal(
    lines.map((line) => line.split(': ')[0]),
    [`${OLD}/norm.yaml:7:15`],
  );
  assert.match(lines[0]!, /hogere versie/);
});

test('The version that is replaced is named letter for letter', () => {
  assert.match(
    problemLines(changed(sample, NORM, 'opvolger_van: "1.0"', 'opvolger_van: "1"')).join(),
    /bedoelde u "1\.0"\?$/,
  );
});

test('A norm may replace one that is a concept', () => {
  assert.equal(problemLines(changed(sample, `${OLD}/norm.yaml`, 'afgerond', 'concept')), []);
});

test.run();
