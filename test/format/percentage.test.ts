import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { boundsShort, boundsText, inexact, weightText } from '../../scripts/format/number.ts';
import type { StatusWords } from '../../scripts/model/norm.ts';
import { fraction } from '../../scripts/model/fraction.ts';

test('bounds are rounded outward, in a sentence and in a table', () => {
  assert.is(boundsText(fraction(7925, 100), fraction(8705, 100)), 'tussen 79% en 88%');
  assert.is(boundsShort(fraction(7925, 100), fraction(8705, 100)), '79–88%');
});

test('the weight of a partly achieved ambition is in words for nothing, the whole, a half and any other part', () => {
  const weights = [fraction(0), fraction(1), fraction(1, 2), fraction(1, 4), fraction(18, 25)];
  function texts(statusWords: StatusWords): string[] {
    return weights.map((partlyAchieved) => weightText({ counting: { partlyAchieved }, statusWords }));
  }
  assert.equal(texts({}), [
    'een deels behaald punt telt niet mee',
    'een deels behaald punt telt als behaald',
    'een deels behaald punt telt voor de helft',
    'een deels behaald punt telt voor 0,25',
    'een deels behaald punt telt voor 0,72',
  ]);
  assert.equal(texts({ achieved: 'uitgevoerd', 'partly-achieved': 'in ontwikkeling' }).slice(1, 3), [
    'een punt met ‘in ontwikkeling’ telt als ‘uitgevoerd’',
    'een punt met ‘in ontwikkeling’ telt voor de helft',
  ]);
});

test('drawn values are as exact as published ones, and nothing is drawn where there is no value', () => {
  assert.equal([fraction(200, 3), fraction(0), null].map(inexact), [66.6667, 0, null]);
});

test.run();
