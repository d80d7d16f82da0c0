import { fraction, type Fraction } from '../model/fraction.ts';
import type { Counting, StatusWords } from '../model/norm.ts';
import { statusPhrase } from './terms.ts';

/** Rounds towards minus infinity. */
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
 * Rounds a percentage to a whole number, halves up; returns 100 and 0 only for exactly those values.
 * Source: figures, "Shown".
 */
export function wholePercent(value: Fraction): number {
  const rounded = round(value);
  if (rounded === 100n && !isExactly(value, 100n)) return 99;
  if (rounded === 0n && !isExactly(value, 0n)) return 1;
  return Number(rounded);
}

/** Rounds a lower bound down, for display. */
export function lowerPercent(value: Fraction): number {
  return Number(floor(value));
}

/** Rounds an upper bound up, for display. */
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

/** Rounds to the nearest number with that many decimals, halves away from zero. */
export function rounded(value: Fraction, digits: number): Fraction {
  return scaled(value, digits, round);
}

/** Rounds down to a number with that many decimals. */
export function roundedDown(value: Fraction, digits: number): Fraction {
  return scaled(value, digits, floor);
}

/** Rounds up to a number with that many decimals. */
export function roundedUp(value: Fraction, digits: number): Fraction {
  return scaled(value, digits, ceiling);
}

/** For drawing only: coordinates of a chart may be inexact, its labels may not. */
export function inexact(value: Fraction | null): number | null {
  return value && Number(decimal(value, 4, '.'));
}

/** Shown where there is nothing to compute. */
export const NO_FIGURE = 'geen cijfer';

/** A computed percentage: "83%". */
export function percentText(value: Fraction): string {
  return `${wholePercent(value)}%`;
}

/** Bounds: "tussen 79% en 88%". */
export function boundsText(lower: Fraction, upper: Fraction): string {
  return `tussen ${lowerPercent(lower)}% en ${upperPercent(upper)}%`;
}

/** More decimals than a number in the data can have. */
const ALL_DECIMALS = 400;

/** A percentage as its source states it, with all its decimals: "66,6%". */
export function reportedText(value: Fraction): string {
  return `${decimal(value, ALL_DECIMALS)}%`;
}

/** A difference: "+4 procentpunt", "−2 procentpunt", "gelijk gebleven", "vrijwel gelijk". Source: figures, "Shown". */
export function differenceText(value: Fraction): string {
  if (value.numerator === 0n) return 'gelijk gebleven';
  const points = wholeDifference(value);
  if (points === 0) return 'vrijwel gelijk';
  return points > 0 ? `+${points} procentpunt` : `\u2212${-points} procentpunt`;
}

/**
 * Explains a difference that does not match the two percentages next to it, because each is rounded separately; empty
 * if it matches.
 */
export function roundingNotes(from: Fraction, to: Fraction): string[] {
  const difference = wholeDifference({
    numerator: to.numerator * from.denominator - from.numerator * to.denominator,
    denominator: from.denominator * to.denominator,
  });
  return difference === wholePercent(to) - wholePercent(from) ? [] : ['het verschil is berekend vóór het afronden'];
}

/** How a norm counts partly achieved ambitions, and its words for results. */
interface Weighted {
  readonly counting: Pick<Counting, 'partlyAchieved'>;
  readonly statusWords: StatusWords;
}

/** The thing that is counted: "een deels behaald punt", "een punt met ‘in ontwikkeling’". */
export function weightedPoint({ statusWords }: Weighted): string {
  const phrase = statusPhrase('partly-achieved', statusWords);
  return statusWords['partly-achieved'] === undefined ? `een ${phrase} punt` : `een punt met ${phrase}`;
}

/** Its weight: "voor de helft", "niet mee", "als behaald". */
export function weightOf({ counting: { partlyAchieved: weight }, statusWords }: Weighted): string {
  const { numerator, denominator } = weight;
  if (numerator === 0n) return 'niet mee';
  if (numerator === denominator) return `als ${statusPhrase('achieved', statusWords)}`;
  return `voor ${2n * numerator === denominator ? 'de helft' : decimal(weight)}`;
}

/** How a partly achieved ambition counts: "een deels behaald punt telt voor de helft". Source: figures, "Shown". */
export function weightText(norm: Weighted): string {
  return `${weightedPoint(norm)} telt ${weightOf(norm)}`;
}

/** Bounds where space is limited: "79–88%". */
export function boundsShort(lower: Fraction, upper: Fraction): string {
  return `${lowerPercent(lower)}–${upperPercent(upper)}%`;
}
