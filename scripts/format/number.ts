import { fraction, type Fraction } from '../model/fraction.ts';

/** Integer part towards minus infinity. */
function floor({ numerator, denominator }: Fraction): bigint {
  return numerator >= 0n ? numerator / denominator : -((-numerator + denominator - 1n) / denominator);
}

function ceiling({ numerator, denominator }: Fraction): bigint {
  return -floor({ numerator: -numerator, denominator });
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
  return Number(ceiling(value));
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

function scaled({ numerator, denominator }: Fraction, digits: number, rounding: (value: Fraction) => bigint): Fraction {
  const scale = 10n ** BigInt(digits);
  return fraction(rounding({ numerator: numerator * scale, denominator }), scale);
}

/** To the nearest number with so many decimals, halves away from zero. */
export function rounded(value: Fraction, digits: number): Fraction {
  return scaled(value, digits, round);
}

/** To a number with so many decimals that is not above it. */
export function roundedDown(value: Fraction, digits: number): Fraction {
  return scaled(value, digits, floor);
}

/** To a number with so many decimals that is not below it. */
export function roundedUp(value: Fraction, digits: number): Fraction {
  return scaled(value, digits, ceiling);
}

/** For drawing only: a chart's coordinates may be inexact, its labels are not. */
export function inexact(value: Fraction | null): number | null {
  return value && Number(decimal(value, 4, '.'));
}
