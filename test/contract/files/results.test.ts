import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../../support/marked.ts';
import { AUTUMN, sample } from '../../support/sample.ts';
import { changed, problemLines } from '../../support/tree.ts';

const ADAM = `${AUTUMN}/resultaten/adam.yaml`;
const BEDAM = `${AUTUMN}/resultaten/bedam.yaml`;
function adam(from: string, to: string): Change[] {
  return [[ADAM, from, to]];
}
function bedam(from: string, to: string): Change[] {
  return [[BEDAM, from, to]];
}
const REASON = '{status: niet van toepassing, reden: Geen personeel.}';

testMistakes([
  {
    title: 'A misspelt status is one problem, with a suggestion',
    changes: adam('plan: behaald', 'plan: ▸behaalt'),
    says: ['onbekende status "behaalt"; bedoelde u "behaald"?'],
  },
  {
    title: 'A misspelt status in a mapping is one problem',
    changes: bedam('status: niet behaald', 'status: ▸niet behaalt'),
    says: ['bedoelde u "niet behaald"'],
  },
  {
    title: 'A status that is like no other names all of them',
    changes: adam('plan: behaald', 'plan: ▸xyz'),
    says: ['"niet openbaar"'],
  },
  {
    title: 'A status with a capital is refused with a suggestion',
    changes: adam('plan: behaald', 'plan: ▸Behaald'),
    says: ['bedoelde u "behaald"'],
  },
  { title: 'A status that is true is refused', changes: adam('plan: behaald', 'plan: ▸true'), says: ['status'] },
  {
    title: 'A status that is left out is refused on that line',
    changes: adam('plan: behaald', 'plan:▸'),
    says: ['waarde'],
  },
  { title: 'A status that is a list is refused', changes: adam('plan: behaald', 'plan: ▸[behaald]'), says: ['status'] },
  {
    title: 'A mapping without a status is refused at its first key',
    changes: bedam('status: niet behaald\n    toelichting', '▸toelichting'),
    says: ['status'],
  },
  {
    title: 'An empty mapping without a status is refused where it stands',
    changes: adam('plan: behaald', 'plan: ▸{}'),
    says: ['status'],
  },
  {
    title: 'A misspelt key of a row is one problem with a suggestion',
    changes: bedam('toelichting:', '▸toelichtnig:'),
    says: ['bedoelde u "toelichting"'],
  },
  {
    title: 'A misspelt status key of a row is refused',
    changes: adam('plan: behaald', 'plan: {▸statsu: behaald}'),
    says: ['statsu'],
  },
  {
    title: 'Not applicable in one word lacks its reason at that word',
    changes: adam('plan: behaald', 'plan: ▸niet van toepassing'),
    says: ['reden'],
  },
  {
    title: 'Not applicable in a mapping lacks its reason at the first key',
    changes: bedam(REASON, '{▸status: niet van toepassing}'),
    says: ['reden'],
  },
  {
    title: 'A reason of two lines is refused',
    changes: bedam('reden: Geen personeel.', 'reden: ▸"Geen\\npersoneel."'),
    says: ['één regel'],
  },
  { title: 'An empty reason is refused', changes: bedam('reden: Geen personeel.', 'reden: ▸" "'), says: ['tekst'] },
  {
    title: 'An unknown source of a row is refused',
    changes: bedam('bron: brief', 'bron: ▸briev'),
    says: ['bedoelde u "brief"'],
  },
  {
    title: 'A source of a row that is the title of a document is refused, with its id',
    changes: bedam('bron: brief', 'bron: ▸Brief'),
    says: ['bedoelde u "brief"'],
  },
  {
    title: 'A source in a list of a row that is no id is one problem',
    changes: bedam('bron: brief', 'bron: [▸Het verslag van de raad!]'),
    says: ['geen id'],
  },
  ...['behaald', 'niet openbaar'].map((status) => ({
    title: `An expected date does not go with "${status}"`,
    changes: bedam('status: niet behaald', `status: ${status}`).concat(bedam('"2026-06"', '▸"2026-06"')),
    says: ['verwacht'],
  })),
  {
    title: 'An expected date does not go with "niet van toepassing"',
    changes: bedam('Geen personeel.', 'Geen personeel., verwacht: ▸"2026"'),
    says: ['verwacht'],
  },
  { title: 'An expected date that is none is refused', changes: bedam('"2026-06"', '▸"2026-6"'), says: ['datum'] },
  {
    title: 'The organisation of a file is named as the file',
    changes: adam('organisatie: adam', 'organisatie: ▸bedam'),
    says: ['adam'],
  },
  {
    title: 'The organisation of a file is an id, and not a name',
    changes: adam('organisatie: adam', 'organisatie: ▸Gemeente Adam'),
    says: ['bedoelde u "adam"'],
  },
  {
    title: 'Results that are a list are one problem',
    changes: [[ADAM, sample[ADAM]!, 'organisatie: adam\nresultaten: ▸[behaald]\n']],
    says: ['punt: status'],
  },
  {
    title: 'A file of results that is one word is refused',
    changes: [[ADAM, sample[ADAM]!, '▸behaald\n']],
    says: ['groep velden'],
  },
  {
    title: 'An empty file of results is refused at its begin',
    changes: [[ADAM, sample[ADAM]!, '▸# niets\n']],
    says: [''],
  },
  {
    title: 'An unknown key beside the results is refused',
    changes: adam('resultaten:', '▸opmerking: Klopt.\nresultaten:'),
    says: ['opmerking'],
  },
  {
    title: 'An explanation with a control character is refused',
    changes: bedam('Het komt er.', '▸"Het \\e[31mkomt er."'),
    says: ['onzichtbaar teken'],
  },
]);

for (const status of ['deels behaald', 'niet behaald', 'niet beoordeeld']) {
  test(`An expected date goes with "${status}"`, () => {
    assert.equal(
      problemLines(
        changed(
          changed(sample, BEDAM, 'status: niet behaald', `status: ${status}`),
          `${AUTUMN}/meting.yaml`,
          'brief\n',
          'brief\n    toelichting: Anders geteld.\n',
        ),
      ),
      [],
    );
  });
}

test('A problem is one line, also where the value has several', () => {
  const lines = problemLines(changed(sample, ADAM, 'plan: behaald', 'plan: |\n    behaald\n    of niet'));
  assert.is(lines.length, 1);
  assert.not.match(lines[0]!, /[\r\n]/);
});

test.run();
