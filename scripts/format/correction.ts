import { dateWhen } from './date.ts';
import { reportedText } from './number.ts';
import { statusPhrase } from './terms.ts';
import type { StatusWords } from '../model/norm.ts';
import type { CorrectedValue } from '../model/round.ts';

/**
 * Old and new value of a result or a reported figure: "van niet behaald naar deels behaald", "van 48% naar 49%"; "naar
 * niet openbaar".
 */
export function correctedText(value: CorrectedValue, words: StatusWords): string {
  return value.kind === 'result'
    ? `${value.from === null ? '' : `van ${statusPhrase(value.from, words)} `}naar ${statusPhrase(value.to, words)}`
    : `van ${reportedText(value.from)} naar ${reportedText(value.to)}`;
}

/** When a round was published. `published`: an EDTF date. */
export function publishedWhen(published: string | null): string {
  return published === null
    ? 'Wanneer deze meting is gepubliceerd, is niet bekend.'
    : `Deze meting is gepubliceerd ${dateWhen(published)}.`;
}

/** The same, followed by whether anything was corrected since. */
export function publishedSentence(published: string | null, corrections: number): string {
  const since = published === null ? 'Op deze site' : 'Daarna';
  return `${publishedWhen(published)} ${corrections === 0 ? `${since} is er niets gecorrigeerd.` : `${since} is dit gecorrigeerd:`}`;
}
