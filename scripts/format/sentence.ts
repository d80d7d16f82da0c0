import type { StatusWords } from '../model/norm.ts';
import { statusPhrase } from './terms.ts';

/** Joins words: "a", "a en b", "a, b en c". */
export function enumeration(words: readonly string[], and = 'en'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
}

/** Capitalises the first letter; leaves the others unchanged. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Adds a full stop, unless the text already ends a sentence. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text.trim()) ? text : `${text.trim()}.`;
}

/** A counted noun: "geen punten", "1 punt", "7 punten". */
export function amount(count: number, one: string, more: string): string {
  return count === 0 ? `geen ${more}` : count === 1 ? `1 ${one}` : `${count} ${more}`;
}

/** All of a counted noun: "het enige punt", "beide punten", "alle 7 punten". */
export function allOf(count: number, one: string, more: string): string {
  return count === 1 ? `het enige ${one}` : count === 2 ? `beide ${more}` : `alle ${count} ${more}`;
}

/**
 * Counts behind a percentage: "20 van de 24 behaald", "18 behaald en 4 deels behaald, van de 24". Source: figures,
 * "Shown".
 */
export function achievedText(achieved: number, partly: number, applicable: number, words: StatusWords): string {
  const done = statusPhrase('achieved', words);
  return partly === 0
    ? `${achieved} van de ${applicable} ${done}`
    : `${achieved} ${done} en ${partly} ${statusPhrase('partly-achieved', words)}, van de ${applicable}`;
}

/** The same where space is limited: "18 behaald en 4 deels, van de 24". */
export function achievedShort(achieved: number, partly: number, applicable: number, words: StatusWords): string {
  return achievedText(achieved, partly, applicable, words).replace('deels behaald', 'deels');
}

/** Number of unknown results, shown next to bounds. */
export function unknownText(unknown: number): string {
  return `van ${unknown} is het resultaat niet bekend`;
}

/** Number of results in a norm that is not complete: "18 openbaar bekende resultaten". Source: figures, "Shown". */
export function publicResultsText(count: number): string {
  return amount(count, 'openbaar bekend resultaat', 'openbaar bekende resultaten');
}

/** Changes over results known in both rounds: "3 beter, 1 slechter, 20 gelijk gebleven". Source: figures, "Shown". */
export function stepsText(forward: number, backward: number, equal: number): string {
  const steps = [
    ...(forward > 0 ? [`${forward} beter`] : []),
    ...(backward > 0 ? [`${backward} slechter`] : []),
    ...(equal > 0 ? [`${equal} gelijk gebleven`] : []),
  ];
  return steps.length === 0 ? 'niet te vergelijken' : steps.join(', ');
}
