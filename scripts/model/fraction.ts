/** An exact rational number: `numerator / denominator`, denominator > 0, in lowest terms. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}

/** `numerator / denominator` in lowest terms. Throws RangeError if the denominator is 0. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) throw new RangeError('a fraction has no denominator 0');
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n);
  return { numerator: n / divisor, denominator: d / divisor };
}

/** Number of decimals, without trailing zeros. Throws RangeError if the decimals never end, as for 1/3. */
export function decimalsOf({ denominator }: Fraction): number {
  let [digits, rest] = [0, denominator];
  // Each decimal removes at most one factor 2 and one factor 5.
  while (rest > 1n) {
    const common = gcd(rest, 10n);
    if (common === 1n) throw new RangeError('a number without end has no last decimal');
    rest /= common;
    digits++;
  }
  return digits;
}

const ZERO = fraction(0);

export const HUNDRED = fraction(100);

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { ...b, numerator: -b.numerator });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative, zero or positive, as for `Array.sort`. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Arithmetic mean; null without values. */
export function mean(values: readonly Fraction[]): Fraction | null {
  return values.length === 0 ? null : divide(values.reduce(add, ZERO), fraction(values.length));
}
