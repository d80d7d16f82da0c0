import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { assertProblems, testMistakes, type Change } from '../support/marked.ts';
import { AUTUMN, NEW, sample } from '../support/sample.ts';
import { changed, problemLines, reportOf } from '../support/tree.ts';

const FILE = `${AUTUMN}/meting.yaml`;

/** The sample with corrections in its newest round. */
function withCorrections(text: string): Change {
  return [FILE, 'niveau: punten\n', `niveau: punten\ncorrecties:\n${text}`];
}

const RESULT =
  '  - {datum: "2026-01", punt: gesprek, organisatie: bedam, oud: behaald, nieuw: niet behaald, reden: Telfout.}\n';
const FIGURE = '  - {datum: "2026-01", bereik: totaal, oud: 69.5, nieuw: 70, reden: Telfout., bron: brief}\n';

test('a correction of a result and one of a reported figure reach the report with their values', () => {
  const [path, from, to] = withCorrections(RESULT + FIGURE) as [string, string, string];
  const { corrections } = reportOf(changed(sample, path, from, to)).norms[1]!.rounds.at(-1)!.round;
  assert.equal(
    corrections.map(({ date, value, reason }) => [date, value.kind, reason]),
    [
      ['2026-01', 'result', 'Telfout.'],
      ['2026-01', 'reported', 'Telfout.'],
    ],
  );
  assert.equal(corrections[0]!.value, {
    kind: 'result',
    ambition: 'gesprek',
    organisation: 'bedam',
    from: 'achieved',
    to: 'not-achieved',
  });
  assert.equal(corrections[1]!.value, {
    kind: 'reported',
    scope: { kind: 'total' },
    from: { numerator: 139n, denominator: 2n },
    to: { numerator: 70n, denominator: 1n },
  });
});

test('two corrections of one result follow each other, in whatever order they are written', () => {
  const [path, from, to] = withCorrections(
    '  - {datum: "2026-02", punt: gesprek, organisatie: bedam, oud: deels behaald, nieuw: niet behaald, reden: Toch niet.}\n' +
      '  - {datum: "2026-01", punt: gesprek, organisatie: bedam, oud: behaald, nieuw: deels behaald, reden: Telfout.}\n',
  ) as [string, string, string];
  assert.equal(problemLines(changed(sample, path, from, to)), []);
});

testMistakes([
  {
    title: 'a correction whose new value is not what the results say is a problem at that value',
    changes: [withCorrections(RESULT.replace('nieuw: niet', 'nieuw: ▸deels'))],
    says: ['de correctie zegt "deels behaald", maar in de gegevens staat "niet behaald"'],
  },
  {
    title: 'a correction whose new percentage is not the reported one is a problem at that value',
    changes: [withCorrections(FIGURE.replace('nieuw: 70', 'nieuw: ▸71'))],
    says: ['de correctie zegt "71%", maar in de gegevens staat "70%"'],
  },
  {
    title: 'a correction that does not begin where the one before it ended is a problem at its old value',
    changes: [
      withCorrections(
        RESULT.replace('nieuw: niet', 'nieuw: deels') +
          RESULT.replace('"2026-01"', '"2026-02"').replace('oud: ', 'oud: ▸'),
      ),
    ],
    says: ['een eerdere correctie van hetzelfde eindigt op een andere waarde dan "behaald"'],
  },
  {
    title: 'a correction of a point that has no result is a problem at that point',
    changes: [withCorrections(RESULT.replace('punt: gesprek', 'punt: ▸gesprekk'))],
    says: ['bedoelde u "gesprek"'],
  },
  {
    title: 'a correction of an organisation without results is a problem at that organisation',
    changes: [withCorrections(RESULT.replace('organisatie: bedam', 'organisatie: ▸bedan'))],
    says: ['onbekende organisatie "bedan"; bedoelde u "bedam"?'],
  },
  {
    title: 'a correction of an organisation that takes no part in the round is a problem at that organisation',
    changes: [
      [
        `${NEW}/metingen/lente/meting.yaml`,
        'niveau: punten\n',
        `niveau: punten\ncorrecties:\n${RESULT.replace('organisatie: bedam', 'organisatie: ▸water')}`,
      ],
    ],
    says: ['"water" heeft geen resultaten in deze meting'],
  },
  {
    title: 'a correction to a result that is not public says nothing of what it was',
    changes: [
      withCorrections(
        '  - {datum: "2026-01", punt: plan, organisatie: water, oud: ▸behaald, nieuw: niet openbaar, reden: Op verzoek.}\n',
      ),
      [`${AUTUMN}/resultaten/water.yaml`, 'plan: behaald', 'plan: niet openbaar'],
      [`${AUTUMN}/meting.yaml`, 'gerapporteerd:\n  - bereik: totaal\n    percentage: 70\n    bron: brief\n', ''],
    ],
    says: ['haal "oud" weg'],
  },
  {
    title: 'a correction to a known result says what it was',
    changes: [withCorrections(RESULT.replace('{datum', '{▸datum').replace('oud: behaald, ', ''))],
    says: ['het veld "oud" ontbreekt'],
  },
  {
    title: 'a correction of a figure that no source reports is a problem at its scope',
    changes: [withCorrections(FIGURE.replace('bereik: totaal', 'bereik: ▸thema:beleid'))],
    says: ['van dit bereik staat er geen percentage bij "gerapporteerd"'],
  },
  {
    title: 'a correction that changes nothing is a problem at its new value',
    changes: [withCorrections(RESULT.replace('oud: behaald', 'oud: niet behaald').replace('nieuw: ', 'nieuw: ▸'))],
    says: ['de nieuwe waarde is gelijk aan de oude'],
  },
  {
    title: 'a correction says what it is about: a point and an organisation, or a scope, not both',
    changes: [
      withCorrections(
        '  - {▸datum: "2026-01", punt: gesprek, oud: behaald, nieuw: niet behaald, reden: Telfout.}\n' +
          '  - {▸datum: "2026-01", oud: behaald, nieuw: niet behaald, reden: Telfout.}\n' +
          '  - {datum: "2026-01", punt: gesprek, organisatie: bedam, bereik: ▸totaal, oud: behaald, nieuw: niet behaald, reden: Telfout.}\n',
      ),
    ],
    says: ['noem bij "punt" ook de "organisatie"', 'noem wat er is gecorrigeerd', 'niet over allebei'],
  },
  {
    title: 'a correction of a result has statuses, and one of a figure percentages',
    changes: [
      withCorrections(
        RESULT.replace('oud: ', 'oud: ▸60 #').replace('#behaald', '') + FIGURE.replace('nieuw: 70', 'nieuw: ▸behaald'),
      ),
    ],
    says: ['hier hoort een status', 'hier hoort een percentage'],
  },
  {
    title: 'a key that a correction does not have is a problem at that key, with the key that is meant',
    changes: [
      withCorrections(
        RESULT.replace('reden: Telfout.', 'reden: Telfout., ▸bronn: brief') +
          FIGURE.replace('reden: Telfout.', 'reden: Telfout., ▸organisaties: bedam'),
      ),
    ],
    says: ['onbekend veld "bronn"; bedoelde u "bron"?', 'onbekend veld "organisaties"; bedoelde u "organisatie"?'],
  },
  {
    title: 'a misspelt status in a correction hides no other problem of the round',
    changes: [
      withCorrections(RESULT.replace('nieuw: niet behaald', 'nieuw: ▸niet behaalt')),
      [FILE, 'bereik: totaal', 'bereik: ▸thema:beleit'],
    ],
    says: ['bedoelde u "niet behaald"?', 'onbekend thema'],
  },
]);

test('a correction in a round that is in progress is held against its results too', () => {
  assertProblems({
    title: '',
    says: ['de correctie zegt'],
    changes: [
      [
        FILE,
        'niveau: punten\n',
        `concept: true\nniveau: punten\ncorrecties:\n${RESULT.replace('nieuw: niet', 'nieuw: ▸deels')}`,
      ],
    ],
  });
});

test.run();
