import type { Fraction } from '../model/fraction.ts';
import { decimal, lowerPercent, upperPercent, wholeDifference, wholePercent } from './number.ts';

/** What is shown where there is nothing to compute. */
export const NO_FIGURE = 'geen cijfer';

/** A computed percentage: "83%". */
export function percentText(value: Fraction): string {
  return `${wholePercent(value)}%`;
}

/** Bounds: "tussen 79% en 88%". */
export function boundsText(lower: Fraction, upper: Fraction): string {
  return `tussen ${lowerPercent(lower)}% en ${upperPercent(upper)}%`;
}

/** More decimals than an author's number can have. */
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

/** Why a difference does not look like that of the two percentages beside it, where each is rounded by itself; else nothing. */
export function roundingNotes(from: Fraction, to: Fraction): string[] {
  const difference = wholeDifference({
    numerator: to.numerator * from.denominator - from.numerator * to.denominator,
    denominator: from.denominator * to.denominator,
  });
  return difference === wholePercent(to) - wholePercent(from) ? [] : ['het verschil is berekend vóór het afronden'];
}

/** How a partly achieved point counts, as a sentence. `weight` from 0 to 1. */
export function weightSentence({ numerator, denominator }: Fraction): string {
  if (numerator === 0n) return 'Een deels behaald punt telt niet mee als behaald.';
  if (numerator === denominator) return 'Een deels behaald punt telt mee als behaald.';
  if (2n * numerator === denominator) return 'Een deels behaald punt telt voor de helft mee.';
  return `Een deels behaald punt telt voor ${reportedText({ numerator: 100n * numerator, denominator })} mee.`;
}

/** Bounds where there is little room: "79–88%". */
export function boundsShort(lower: Fraction, upper: Fraction): string {
  return `${lowerPercent(lower)}–${upperPercent(upper)}%`;
}
