import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { didYouMean, nearest } from '../../scripts/model/suggestion.ts';

test('The word that differs least is suggested', () => {
  assert.is(nearest('behaalt', ['niet behaald', 'behaald', 'deels behaald']), 'behaald');
  assert.is(nearest('niet behaalt', ['niet behaald', 'behaald', 'deels behaald']), 'niet behaald');
});

test('Capitals do not count as a difference', () => {
  assert.is(nearest('BEHAALD', ['behaald']), 'behaald');
});

test('A word that is like none gets no suggestion', () => {
  assert.is(nearest('onbekend', ['behaald', 'niet openbaar']), null);
  assert.is(nearest('x', []), null);
  assert.is(nearest('a'.repeat(81), ['a'.repeat(80)]), null);
});

test('Without a suggestion the other solution is named', () => {
  assert.is(didYouMean('besluiten', ['besluit'], 'haal het weg'), '; bedoelde u "besluit"?');
  assert.is(didYouMean('iets', ['besluit'], 'haal het weg'), '; haal het weg');
});

test.run();
