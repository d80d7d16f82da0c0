import { test } from 'uvu';
import * as assert from 'uvu/assert';
import fc from 'fast-check';
import { add, compare, divide, fraction, mean, multiply, subtract } from '../../scripts/model/fraction.ts';

const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
  .map(([n, d]) => fraction(n, d));

test('A fraction is in lowest terms, with its sign in the numerator', () => {
  assert.equal(fraction(6, 4), { numerator: 3n, denominator: 2n });
  assert.equal(fraction(6, -4), { numerator: -3n, denominator: 2n });
  assert.equal(fraction(-6, -4), { numerator: 3n, denominator: 2n });
  assert.equal(fraction(0, -7), { numerator: 0n, denominator: 1n });
});

test('A fraction without denominator is refused', () => {
  assert.throws(
    () => fraction(1, 0),
    (error: unknown) => error instanceof RangeError,
  );
  assert.throws(
    () => divide(fraction(1), fraction(0)),
    (error: unknown) => error instanceof RangeError,
  );
});

test('A number that is not whole cannot be a numerator', () => {
  assert.throws(
    () => fraction(0.5),
    (error: unknown) => error instanceof RangeError,
  );
});

test('A tenth and two tenths are three tenths exactly', () => {
  assert.equal(add(fraction(1, 10), fraction(2, 10)), fraction(3, 10));
});

test('The mean of no values is null, and that of thirds is exact', () => {
  assert.is(mean([]), null);
  assert.equal(mean([fraction(1, 3), fraction(1, 3), fraction(0)]), fraction(2, 9));
});

test('Fractions are compared exactly', () => {
  assert.ok(compare(fraction(10n ** 20n, 3n), fraction(10n ** 20n + 1n, 3n)) < 0);
  assert.is(compare(fraction(1, 2), fraction(2, 4)), 0);
  assert.ok(compare(fraction(-1, 2), fraction(-2, 3)) > 0);
});

test('Subtracting undoes adding, and dividing undoes multiplying', () => {
  fc.assert(
    fc.property(anyFraction, anyFraction, (a, b) => {
      assert.equal(subtract(add(a, b), b), a);
      if (b.numerator !== 0n) assert.equal(divide(multiply(a, b), b), a);
    }),
  );
});

test.run();
