import { DOCUMENT_KIND, NORM_STATUS, ORGANISATION_KIND, RELATION, ROUND_KIND, STATUS } from '../../contract/words.ts';
import type { Source } from '../../model/source.ts';

/** From what the program calls a thing back to the word that the contract has for it. */
function inverse<Word extends string, Name extends string>(words: Readonly<Record<Word, Name>>) {
  return Object.fromEntries(Object.entries(words).map(([word, name]) => [name, word])) as Record<Name, Word>;
}

export const statusWord = inverse(STATUS);
export const relationWord = inverse(RELATION);
export const roundKindWord = inverse(ROUND_KIND);
export const normStatusWord = inverse(NORM_STATUS);
export const documentKindWord = inverse(DOCUMENT_KIND);
export const organisationKindWord = inverse(ORGANISATION_KIND);

/** Ids of sources in one cell; of those that are not public no more than that. */
export function sourcesText(sources: readonly Source[]): string | null {
  return sources.length === 0
    ? null
    : sources.map((source) => (source.public ? source.document : 'niet openbaar')).join(', ');
}
