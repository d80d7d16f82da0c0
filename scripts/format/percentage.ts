import type { Fraction } from '../model/fraction.ts';
import type { Counting, StatusWords } from '../model/norm.ts';
import { decimal, lowerPercent, upperPercent, wholeDifference, wholePercent } from './number.ts';
import { statusPhrase } from './status.ts';

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

/** How a norm counts its partly achieved points, and what it calls them. */
export interface Weighted {
  readonly counting: Pick<Counting, 'partlyAchieved'>;
  readonly statusWords: StatusWords;
}

/** What is counted: "een deels behaald punt", "een punt met ‘in ontwikkeling’". */
export function weightedPoint({ statusWords }: Weighted): string {
  const phrase = statusPhrase('partly-achieved', statusWords);
  return statusWords['partly-achieved'] === undefined ? `een ${phrase} punt` : `een punt met ${phrase}`;
}

/** For how much: "voor de helft", "niet mee", "als behaald". */
export function weightOf({ counting: { partlyAchieved: weight }, statusWords }: Weighted): string {
  const { numerator, denominator } = weight;
  if (numerator === 0n) return 'niet mee';
  if (numerator === denominator) return `als ${statusPhrase('achieved', statusWords)}`;
  return `voor ${2n * numerator === denominator ? 'de helft' : decimal(weight)}`;
}

/** How a partly achieved point counts: "een deels behaald punt telt voor de helft". Source: figures, "Shown". */
export function weightText(norm: Weighted): string {
  return `${weightedPoint(norm)} telt ${weightOf(norm)}`;
}

/** Bounds where there is little room: "79–88%". */
export function boundsShort(lower: Fraction, upper: Fraction): string {
  return `${lowerPercent(lower)}–${upperPercent(upper)}%`;
}
