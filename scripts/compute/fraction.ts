import { fraction, type Fraction } from '../model/fraction.ts';

export const ZERO = fraction(0);

export const HUNDRED = fraction(100);

export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { ...b, numerator: -b.numerator });

export const multiply = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

export const divide = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator, a.denominator * b.numerator);

/** Negative, zero or positive, as for `Array.sort`. */
export const compare = (a: Fraction, b: Fraction): number => {
  const [left, right] = [a.numerator * b.denominator, b.numerator * a.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Arithmetic mean; null of nothing. */
export const mean = (values: readonly Fraction[]): Fraction | null =>
  values.length === 0 ? null : divide(values.reduce(add, ZERO), fraction(values.length));
