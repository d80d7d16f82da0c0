import { applicable, type StatusCounts } from '../../compute/cells.ts';
import { isMean, type Scope } from '../../compute/figures.ts';
import { achievedShort, achievedText, asSentence, capitalized } from '../../format/sentence.ts';
import { weightText } from '../../format/number.ts';
import type { Norm } from '../../model/norm.ts';

/** The counts behind a percentage: "18 behaald en 4 deels behaald, van de 24". */
export function countsText({ statusWords }: Pick<Norm, 'statusWords'>, counts: StatusCounts): string {
  return achievedText(counts.achieved, counts['partly-achieved'], applicable(counts), statusWords);
}

/** The same counts, where there is little space. */
export function countsShort({ statusWords }: Pick<Norm, 'statusWords'>, counts: StatusCounts): string {
  return achievedShort(counts.achieved, counts['partly-achieved'], applicable(counts), statusWords);
}

/** Notes that a figure is a mean over organisations, where it is. */
export function meanNotes({ counting }: Norm, scope: Scope): string[] {
  return isMean(counting, scope) ? ['gemiddelde van de organisaties, elke organisatie telt even zwaar'] : [];
}

/** How partly achieved ambitions count in a score; null for counts without any. Source: figures, "Shown". */
export function scoreNote(norm: Norm, counts: StatusCounts | null): string | null {
  return counts && counts['partly-achieved'] > 0 ? weightText(norm) : null;
}

/** The shared note of several figures, once, as a sentence; null where none has one. */
export function sharedNote(notes: readonly (string | null)[]): string | null {
  const note = notes.find((each) => each !== null) ?? null;
  return note && asSentence(capitalized(note));
}
