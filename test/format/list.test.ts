import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { asSentence, capitalized, enumeration } from '../../scripts/format/sentence.ts';

test('words become an enumeration, without a comma before the last', () => {
  assert.equal(
    [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']].map((words) => enumeration(words)),
    ['', 'a', 'a en b', 'a, b en c', 'a, b, c en d'],
  );
  assert.is(enumeration(['a', 'b', 'c'], 'of'), 'a, b of c');
});

test('only the first letter becomes a capital', () => {
  assert.equal(['in mei 2025', 'éénmaal', 'de Norm van RIEC', ''].map(capitalized), [
    'In mei 2025',
    'Éénmaal',
    'De Norm van RIEC',
    '',
  ]);
});

test('a text gets a full stop unless it ends like a sentence already', () => {
  assert.equal(['af', 'af.', 'af?', 'af!', 'af…', 'af '].map(asSentence), ['af.', 'af.', 'af?', 'af!', 'af…', 'af.']);
});

test.run();
