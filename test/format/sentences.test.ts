import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { extremesSentence, flowSentence, roseSentence } from '../../scripts/format/chart-sentence.ts';
import { publishedSentence } from '../../scripts/format/change.ts';
import { reportedText, roundingNotes } from '../../scripts/format/number.ts';
import { headlineSentence } from '../../scripts/format/progress.ts';
import { fraction } from '../../scripts/model/fraction.ts';
import { endsBefore } from '../../scripts/model/date.ts';
import { nearest } from '../../scripts/model/suggestion.ts';

test('the number of percentages that rose is in the right grammatical number, without those that lack a figure in one of the rounds', () => {
  function rose(count: number, whole: number, most: readonly string[]) {
    return roseSentence(count, whole, most, 'Nulmeting')
      .replace(' met een cijfer in beide metingen', ' ++')
      .replace(' sinds ‘Nulmeting’', ' …');
  }
  assert.is(rose(0, 1, []), 'De enige organisatie ++ ging niet vooruit ….');
  assert.is(rose(1, 1, ['A']), 'De enige organisatie ++ ging vooruit ….');
  assert.is(rose(0, 3, []), 'Geen van de 3 organisaties ++ ging vooruit ….');
  assert.is(rose(1, 3, ['A']), '1 van de 3 organisaties ++ ging vooruit …: A.');
  assert.is(rose(2, 3, ['A']), '2 van de 3 organisaties ++ gingen vooruit …, het meest A.');
  assert.is(rose(2, 2, ['A', 'B']), 'Beide organisaties ++ gingen vooruit ….');
  assert.is(rose(7, 7, ['A', 'B']), 'Alle 7 organisaties ++ gingen vooruit …, het meest A en B.');
});

test('the sentence on what became of ambitions is right for none, one and more', () => {
  function flow(old: number, dropped: number) {
    return flowSentence({ from: '1.0', to: '2.0', old, dropped, added: 1 }).replace(
      ' Norm 2.0 heeft 1 nieuw punt.',
      '',
    );
  }
  assert.is(flow(0, 0), 'Norm 1.0 had geen punten.');
  assert.is(flow(1, 0), 'Van norm 1.0 gaat het enige punt verder in norm 2.0.');
  assert.is(flow(1, 1), 'Van norm 1.0 vervalt het enige punt.');
  assert.is(flow(3, 3), 'Van norm 1.0 vervallen alle 3 punten.');
  assert.is(flow(2, 1), 'Van de 2 punten van norm 1.0 gaat er 1 verder en vervalt er 1.');
  assert.is(flow(24, 2), 'Van de 24 punten van norm 1.0 gaan er 22 verder en vervallen er 2.');
});

test('equal figures read as a sentence', () => {
  const both = [
    { name: 'A', text: '50%' },
    { name: 'B', text: '50%' },
  ];
  assert.is(extremesSentence(both, both, 2), 'Beide staan op 50%.');
});

test('a reported headline has its own date, and without a day of publication no change since then is mentioned', () => {
  assert.is(
    headlineSentence('norm 1.0', 'reported', '83%', '2022-23', {}),
    'Volgens de bron was in het najaar van 2022 83% van de ambitiepunten van norm 1.0 behaald.',
  );
  assert.is(
    publishedSentence(null, 0),
    'Wanneer deze meting is gepubliceerd, is niet bekend. Op deze site is er niets gecorrigeerd.',
  );
  assert.is(
    publishedSentence(null, 1),
    'Wanneer deze meting is gepubliceerd, is niet bekend. Op deze site is dit gecorrigeerd:',
  );
});

test('a reported percentage keeps all its decimals', () => {
  assert.equal([fraction(9999999, 100000), fraction(4, 100000), fraction(6666667, 100000)].map(reportedText), [
    '99,99999%',
    '0,00004%',
    '66,66667%',
  ]);
});

test('a note says so where a difference is not that of the rounded percentages', () => {
  assert.equal(roundingNotes(fraction(496, 10), fraction(644, 10)), ['het verschil is berekend vóór het afronden']);
  assert.equal(roundingNotes(fraction(50), fraction(64)), []);
});

test('a year has ended before another begins, not before a season in it; a season has three months', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['2025', '2026'],
    ['2025', '2025-11'],
    ['2025-23', '2025-11'],
    ['2025-23', '2025-12'],
    ['2025-24', '2026-02'],
    ['2025-24', '2026-03'],
    ['2025-12', '2026-01'],
    ['2025-11-03', '2025-11-04'],
    ['2025-11-03', '2025-11-03'],
  ];
  assert.equal(
    pairs.map(([date, other]) => endsBefore(date, other)),
    [true, false, false, true, false, true, true, true, false],
  );
});

test('the beginning of one word suggests that word; the beginning of two suggests neither', () => {
  assert.is(nearest('van', ['vanaf', 'tot', 'organisatie']), 'vanaf');
  assert.is(nearest('niet', ['niet behaald', 'niet openbaar']), null);
});

test.run();
