import type { Fraction } from '../model/fraction.ts';
import { decimal, lowerPercent, upperPercent, wholeDifference, wholePercent } from './number.ts';

/** What is shown where there is nothing to compute. */
export const NO_FIGURE = 'geen cijfer';

/** A computed percentage: "83%". */
export const percentText = (value: Fraction): string => `${wholePercent(value)}%`;

/** Bounds: "tussen 79% en 88%". */
export const boundsText = (lower: Fraction, upper: Fraction): string =>
  `tussen ${lowerPercent(lower)}% en ${upperPercent(upper)}%`;

/** More decimals than an author's number can have. */
const ALL_DECIMALS = 400;

/** A percentage as its source states it, with all its decimals: "66,6%". */
export const reportedText = (value: Fraction): string => `${decimal(value, ALL_DECIMALS)}%`;

/** A difference: "+4 procentpunt", "−2 procentpunt", "gelijk gebleven", "vrijwel gelijk". Source: figures, "Shown". */
export const differenceText = (value: Fraction): string => {
  if (value.numerator === 0n) return 'gelijk gebleven';
  const points = wholeDifference(value);
  if (points === 0) return 'vrijwel gelijk';
  return points > 0 ? `+${points} procentpunt` : `\u2212${-points} procentpunt`;
};

/** Why a difference does not look like that of the two percentages beside it, where each is rounded by itself; else nothing. */
export const roundingNotes = (from: Fraction, to: Fraction): string[] => {
  const difference = wholeDifference({ numerator: to.numerator * from.denominator - from.numerator * to.denominator, denominator: from.denominator * to.denominator });
  return difference === wholePercent(to) - wholePercent(from) ? [] : ['het verschil is berekend vóór het afronden'];
};

/** How a partly achieved point counts, as a sentence. `weight` from 0 to 1. */
export const weightSentence = ({ numerator, denominator }: Fraction): string => {
  if (numerator === 0n) return 'Een deels behaald punt telt niet mee als behaald.';
  if (numerator === denominator) return 'Een deels behaald punt telt mee als behaald.';
  if (2n * numerator === denominator) return 'Een deels behaald punt telt voor de helft mee.';
  return `Een deels behaald punt telt voor ${reportedText({ numerator: 100n * numerator, denominator })} mee.`;
};

/** Bounds where there is little room: "79–88%". */
export const boundsShort = (lower: Fraction, upper: Fraction): string => `${lowerPercent(lower)}–${upperPercent(upper)}%`;
