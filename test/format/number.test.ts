import { test } from 'uvu';
import * as assert from 'uvu/assert';
import fc from 'fast-check';
import {
  boundsText,
  decimal,
  differenceText,
  jsonNumber,
  lowerPercent,
  percentText,
  reportedText,
  rounded,
  roundedDown,
  roundedUp,
  upperPercent,
  wholeDifference,
  wholePercent,
} from '../../scripts/format/number.ts';
import { fraction } from '../../scripts/model/fraction.ts';

function tenth(tenths: number) {
  return fraction(tenths, 10);
}
const MINUS = '\u2212';

test('A percentage is shown as a whole number, halves up', () => {
  assert.equal(
    [tenth(624), tenth(625), tenth(626), fraction(125, 2), tenth(5), tenth(15)].map(wholePercent),
    [62, 63, 63, 63, 1, 2],
  );
});

test('A percentage is shown as 100 only where it is exactly 100', () => {
  assert.equal(
    [tenth(994), tenth(995), tenth(996), fraction(99999, 1000), fraction(100)].map(wholePercent),
    [99, 99, 99, 99, 100],
  );
});

test('A percentage is shown as 0 only where it is exactly 0', () => {
  assert.equal([fraction(0), fraction(1, 1000), tenth(3), tenth(4), tenth(5)].map(wholePercent), [0, 1, 1, 1, 1]);
});

test('A lower bound is rounded down and an upper bound up', () => {
  assert.equal([tenth(375), tenth(379), fraction(38), fraction(0), tenth(1)].map(lowerPercent), [37, 37, 38, 0, 0]);
  assert.equal(
    [tenth(625), tenth(621), fraction(62), fraction(0), tenth(1), tenth(999), fraction(100)].map(upperPercent),
    [63, 63, 62, 0, 1, 100, 100],
  );
});

test('The bounds of the worked example are shown as figures.md says', () => {
  assert.is(boundsText(tenth(375), tenth(625)), 'tussen 37% en 63%');
  assert.is(boundsText(fraction(0), fraction(50)), 'tussen 0% en 50%');
  assert.is(percentText(fraction(75)), '75%');
});

test('A difference is rounded once, halves away from zero', () => {
  assert.equal(
    [tenth(5), tenth(-5), tenth(25), tenth(-25), tenth(24), tenth(-24), fraction(0)]
      .map(wholeDifference)
      .map((each) => each + 0),
    [1, -1, 3, -3, 2, -2, 0],
  );
});

test('A difference is shown with its sign', () => {
  assert.equal([fraction(4), fraction(-2), tenth(5), tenth(-5)].map(differenceText), [
    '+4 procentpunt',
    `${MINUS}2 procentpunt`,
    '+1 procentpunt',
    `${MINUS}1 procentpunt`,
  ]);
});

test('No difference at all is shown in different words from a difference that rounds to none', () => {
  assert.equal([fraction(0), tenth(4), tenth(-4)].map(differenceText), [
    'gelijk gebleven',
    'vrijwel gelijk',
    'vrijwel gelijk',
  ]);
});

test('A published number has a decimal comma and at most 4 decimals, without trailing zeros', () => {
  assert.equal(
    [
      fraction(225, 8),
      fraction(1, 3),
      fraction(2, 3),
      fraction(75, 2),
      fraction(100),
      fraction(0),
      fraction(1, 2000),
    ].map((each) => decimal(each)),
    ['28,125', '0,3333', '0,6667', '37,5', '100', '0', '0,0005'],
  );
});

test('A published number is rounded halves away from zero', () => {
  assert.equal(
    [fraction(1, 20000), fraction(-1, 20000), fraction(-225, 8), fraction(-1, 3), fraction(49, 1000000)].map((each) =>
      decimal(each),
    ),
    ['0,0001', '-0,0001', '-28,125', '-0,3333', '0'],
  );
});

test('A number that rounds to 0 has no minus or plus', () => {
  assert.is(decimal(fraction(-1, 1000000)), '0');
});

test('A number in JSON has a decimal point, and a missing one is null', () => {
  assert.equal([fraction(225, 8), fraction(-1, 3), null].map(jsonNumber), [28.125, -0.3333, null]);
});

test('A reported figure is shown as it was reported', () => {
  assert.equal([fraction(333, 5), fraction(70), fraction(0)].map(reportedText), ['66,6%', '70%', '0%']);
});

test('A number is rounded to as many decimals as are asked for: to the nearest, down or up', () => {
  const third = fraction(100, 3);
  assert.equal(
    [0, 1, 4].map((digits) => [rounded, roundedDown, roundedUp].map((round) => decimal(round(third, digits)))),
    [
      ['33', '33', '34'],
      ['33,3', '33,3', '33,4'],
      ['33,3333', '33,3333', '33,3334'],
    ],
  );
  assert.equal(
    [tenth(625), tenth(-625)].map((each) => decimal(rounded(each, 0))),
    ['63', '-63'],
  );
  assert.equal(
    [rounded, roundedDown, roundedUp].map((round) => decimal(round(tenth(625), 1))),
    ['62,5', '62,5', '62,5'],
  );
});

test('Rounded percentages differ by less than one from the exact ones, and keep their order', () => {
  const percentage = fc
    .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
    .filter(([part, whole]) => part <= whole);
  fc.assert(
    fc.property(percentage, percentage, ([a, b], [c, d]) => {
      const [x, y] = [fraction(100 * a, b), fraction(100 * c, d)];
      assert.ok(Math.abs(wholePercent(x) - (100 * a) / b) < 1);
      assert.ok(lowerPercent(x) <= wholePercent(x) && wholePercent(x) <= upperPercent(x));
      if (a * d <= c * b) assert.ok(wholePercent(x) <= wholePercent(y));
    }),
  );
});

test.run();
