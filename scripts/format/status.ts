import type { StatusWords } from '../model/norm.ts';
import type { Status } from '../model/round.ts';

/** How a status is shown: never by colour alone. */
export interface StatusText {
  readonly symbol: string;
  readonly text: string;
}

const TEXTS: Readonly<Record<Status, StatusText>> = {
  achieved: { symbol: '✓', text: 'behaald' },
  'partly-achieved': { symbol: '◐', text: 'deels behaald' },
  'not-achieved': { symbol: '✕', text: 'niet behaald' },
  'not-applicable': { symbol: '–', text: 'niet van toepassing' },
  'not-assessed': { symbol: '?', text: 'niet beoordeeld' },
  'not-public': { symbol: '◼\uFE0E', text: 'niet openbaar' },
};

/** Of a norm without words of its own; also what data and messages to editors say, whatever the norm. */
export const CONTRACT_WORDS: StatusWords = {};

function ownWord(status: Status, words: StatusWords): string | null {
  return words[status as keyof StatusWords] ?? null;
}

/** A status as readers of a norm see it, on its own: in a table, a legend, a picture. `words`: those of its norm. */
export function statusText(status: Status, words: StatusWords): StatusText {
  const own = ownWord(status, words);
  return own === null ? TEXTS[status] : { ...TEXTS[status], text: own };
}

/** The same within a sentence: a word of the norm's own is in quotes, since it fits no grammar but its own. */
export function statusPhrase(status: Status, words: StatusWords): string {
  const own = ownWord(status, words);
  return own === null ? TEXTS[status].text : `‘${own}’`;
}

/** How much is achieved, with its verb: "is 83% behaald", "was 83% behaald", "staat 83% op ‘uitgevoerd’". */
export function achievedVerb(value: string, words: StatusWords, past = false): string {
  const own = ownWord('achieved', words);
  if (own === null) return `${past ? 'was' : 'is'} ${value} behaald`;
  return `${past ? 'stond' : 'staat'} ${value} op ‘${own}’`;
}
