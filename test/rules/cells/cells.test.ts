import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../../support/marked.ts';
import { AUTUMN, NEW, sample } from '../../support/sample.ts';
import { changed, problemLines, without } from '../../support/tree.ts';

const NORM = `${NEW}/norm.yaml`;
const SPRING = `${NEW}/metingen/lente`;
function results(path: string, from: string, to: string): Change {
  return [`${path}.yaml`, from, to];
}
const ADAM = `${AUTUMN}/resultaten/adam`;
const WATER = `${AUTUMN}/resultaten/water`;

testMistakes([
  {
    title: 'A row too few is reported at the first row',
    changes: [results(ADAM, '  plan: behaald\n  gesprek', '  ▸gesprek')],
    says: ['"plan"'],
  },
  {
    title: 'A first row that is missing is reported at what is then the first row',
    changes: [results(ADAM, '  plan: behaald\n', ''), results(ADAM, 'gesprek', '▸gesprek')],
    says: ['"plan"'],
  },
  {
    title: 'Rows that are all missing are one problem, where the empty mapping stands',
    changes: [results(ADAM, sample[`${ADAM}.yaml`]!, 'organisatie: adam\nresultaten: ▸{}\n')],
    says: ['alle resultaten van "adam"'],
  },
  {
    title: 'A row for a misspelt point is one problem, at its key, with a suggestion',
    changes: [results(ADAM, 'plan: behaald', '▸plann: behaald')],
    says: ['bedoelde u "plan"?'],
  },
  {
    title: 'A row for a point that does not exist is reported at its key',
    changes: [results(ADAM, 'loket: behaald', 'loket: behaald\n  ▸voorlichting: behaald')],
    says: ['voorlichting'],
  },
  {
    title: 'A row for a point of the replaced norm is reported',
    changes: [results(ADAM, 'loket: behaald', 'loket: behaald\n  ▸nevenfuncties: behaald')],
    says: ['nevenfuncties'],
  },
  {
    title: 'A row for a point that applies to another kind is reported',
    changes: [results(WATER, 'loket: niet behaald', 'loket: niet behaald\n  ▸training: behaald')],
    says: ['geldt'],
  },
  {
    title: 'A row for a point that does not apply yet is reported',
    changes: [results(`${SPRING}/resultaten/adam`, 'training', '▸loket: behaald\n  training')],
    says: ['geldt'],
  },
  {
    title: 'A file of an organisation that takes no part yet is one problem, at its name',
    changes: [
      [
        `${SPRING}/resultaten/water.yaml`,
        '',
        'organisatie: ▸water\nresultaten:\n  plan: behaald\n  gesprek: behaald\n',
      ],
    ],
    says: ['niet mee'],
  },
  {
    title: 'A file of an organisation that is no participant is reported at its name',
    changes: [
      [
        `${NEW.replace('2.0', '1.0')}/metingen/2022/resultaten/water.yaml`,
        '',
        'organisatie: ▸water\nresultaten:\n  plan: behaald\n',
      ],
    ],
    says: ['geen deelnemer'],
  },
  {
    title: 'A missing file is reported at the participant',
    changes: [
      [`${AUTUMN}/resultaten/bedam.yaml`, null],
      [NORM, '  - bedam', '  - ▸bedam'],
    ],
    says: ['najaar/resultaten/bedam.yaml'],
  },
  {
    title: 'A missing file of a participant with dates is reported at its entry',
    changes: [
      [`${WATER}.yaml`, null],
      [NORM, '{organisatie: water', '▸{organisatie: water'],
    ],
    says: ['water'],
  },
  {
    title: 'Results in a round of which only reported figures are public are one problem, at its level',
    changes: [[`${SPRING}/meting.yaml`, 'niveau: punten', 'niveau: ▸totaal']],
    says: ['niveau: totaal'],
  },
  {
    title: 'Rows of a round in concept are checked too',
    changes: [
      [`${AUTUMN}/meting.yaml`, 'niveau:', 'concept: true\nniveau:'],
      results(ADAM, 'plan: behaald', 'plan: behaald\n  ▸iets: behaald'),
    ],
    says: ['iets'],
  },
  {
    title: 'Rows of a norm in concept are checked too',
    changes: [[NORM, 'van kracht', 'concept'], results(ADAM, 'plan: behaald', 'plan: behaald\n  ▸iets: behaald')],
    says: ['iets'],
  },
  {
    title: 'In a norm that is not complete a row too many is still a mistake',
    changes: [
      [NORM, 'volledig: true', 'volledig: false'],
      results(WATER, 'loket: niet behaald', 'loket: niet behaald\n  ▸training: behaald'),
    ],
    says: ['geldt'],
  },
]);

test('A participant has cells up to the day before it leaves', () => {
  function leaving(day: string) {
    return changed(sample, NORM, 'vanaf: "2025-07"', `vanaf: "2025-07", tot: "${day}"`);
  }
  assert.equal(problemLines(leaving('2025-09-02')), []);
  assert.match(problemLines(leaving('2025-09-01')).join('\n'), /^[^\n]*water\.yaml:1:14: "water" doet [^\n]*$/);
});

test('A participant has cells from its first day', () => {
  function joining(day: string) {
    return changed(sample, NORM, 'vanaf: "2025-07"', `vanaf: "${day}"`);
  }
  assert.equal(problemLines(joining('2025-22')), []);
  assert.equal(problemLines(joining('2025-09-01')), []);
  assert.match(problemLines(joining('2025-09-02')).join('\n'), /^[^\n]*water\.yaml:1:14: "water" doet [^\n]*$/);
});

test('A point has cells up to the day before it ends', () => {
  function ending(day: string) {
    return changed(sample, NORM, 'vanaf: "2025-06"', `vanaf: "2025-06"\n    tot: "${day}"`);
  }
  assert.equal(problemLines(ending('2025-09-02')), []);
  assert.match(
    problemLines(ending('2025-23')).join('\n'),
    /^[^\n]*norm\.yaml:45:10: wanneer punt "loket" geldt, [^\n]*$/,
  );
});

test('In a norm that is not complete rows and files may be missing', () => {
  const tree = changed(
    changed(sample, NORM, 'volledig: true', 'volledig: false'),
    `${ADAM}.yaml`,
    '  plan: behaald\n',
    '',
  );
  assert.equal(problemLines(without(tree, `${WATER}.yaml`)), []);
});

test('An organisation to which nothing applies needs no file, and may have an empty one', () => {
  const total = changed(sample, `${AUTUMN}/meting.yaml`, 'percentage: 70', 'percentage: 86');
  const none = changed(total, NORM, 'vanaf: "2025-07"', 'vanaf: "2026"');
  assert.equal(problemLines(without(none, `${WATER}.yaml`)), []);
  assert.equal(
    problemLines(changed(none, `${WATER}.yaml`, sample[`${WATER}.yaml`]!, 'organisatie: water\nresultaten: {}\n')),
    [],
  );
  assert.equal(problemLines(changed(none, `${WATER}.yaml`, sample[`${WATER}.yaml`]!, 'organisatie: water\n')), []);
});

test.run();
