import type { Fraction } from '../model/fraction.ts';

/** Integer part towards minus infinity. */
function floor({ numerator, denominator }: Fraction): bigint {
  return numerator >= 0n ? numerator / denominator : -((-numerator + denominator - 1n) / denominator);
}

/** Nearest integer, halves away from zero. */
function round({ numerator, denominator }: Fraction): bigint {
  return numerator >= 0n
    ? (2n * numerator + denominator) / (2n * denominator)
    : -((-2n * numerator + denominator) / (2n * denominator));
}

function isExactly({ numerator, denominator }: Fraction, whole: bigint): boolean {
  return numerator === whole * denominator;
}

/**
 * A percentage as a whole number, halves up; 100 and 0 only for exactly those.
 * Source: figures, "Shown".
 */
export function wholePercent(value: Fraction): number {
  const rounded = round(value);
  if (rounded === 100n && !isExactly(value, 100n)) return 99;
  if (rounded === 0n && !isExactly(value, 0n)) return 1;
  return Number(rounded);
}

/** The lower bound as shown: rounded down. */
export function lowerPercent(value: Fraction): number {
  return Number(floor(value));
}

/** The upper bound as shown: rounded up. */
export function upperPercent(value: Fraction): number {
  return Number(-floor({ ...value, numerator: -value.numerator }));
}

/** A difference in percentage points as a whole number, halves away from zero. */
export function wholeDifference(value: Fraction): number {
  return Number(round(value));
}

/** With a decimal comma, at most `digits` decimals, halves away from zero, no trailing zeros: "28,125". */
export function decimal(value: Fraction, digits = 4, mark = ','): string {
  const scale = 10n ** BigInt(digits);
  const scaled = round({ numerator: value.numerator * scale, denominator: value.denominator });
  const [sign, size] = scaled < 0n ? ['-', -scaled] : ['', scaled];
  const decimals = (size % scale).toString().padStart(digits, '0').replace(/0+$/, '');
  return `${sign}${size / scale}${decimals && mark}${decimals}`;
}

/** For JSON: at most 4 decimals, halves away from zero. */
export function jsonNumber(value: Fraction | null): number | null {
  return value && Number(decimal(value, 4, '.'));
}

/**
 * A percentage as shown with as many decimals as `like` has, so that it can be held beside that: with none, as a whole
 * number is shown. At most 4.
 */
export function percentAsPrecise(value: Fraction, like: Fraction): string {
  const decimals = decimal(like).split(',')[1]?.length ?? 0;
  return decimals === 0 ? String(wholePercent(value)) : decimal(value, decimals);
}

/** For drawing only: a chart's coordinates may be inexact, its labels are not. */
export function inexact(value: Fraction | null): number | null {
  return value && Number(decimal(value, 4, '.'));
}
