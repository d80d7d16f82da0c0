import { amount, capitalized, enumeration } from './sentence.ts';
import { dateWhen } from './date.ts';
import type { StatusWords } from '../model/norm.ts';
import { statusPhrase } from './terms.ts';

/** A figure at one moment: "83%", "tussen 79% en 88%". `date`: an EDTF date. */
export interface Dated {
  readonly date: string;
  readonly text: string;
}

/** A computed or reported figure at one moment. `counts`: those behind a computed one. */
export interface Moment extends Dated {
  readonly reported: boolean;
  readonly counts: string | null;
}

/**
 * Describes a chart of progress: "In het najaar van 2021 was 38% behaald (3 van de 8 behaald); in juni 2023 was dat
 * volgens de bron 83%."
 */
export function progressSentence(moments: readonly Moment[], words: StatusWords): string {
  const [first, last] = [moments[0]!, moments.at(-1)!];
  function source(moment: Moment) {
    return moment.reported ? ' volgens de bron' : '';
  }
  function behind({ counts }: Moment) {
    return counts === null ? '' : ` (${counts})`;
  }
  const [verb, status] =
    words.achieved === undefined ? ['was', 'behaald'] : ['stond', `op ${statusPhrase('achieved', words)}`];
  const begin = `${capitalized(dateWhen(first.date))} ${verb}${source(first)} ${first.text} ${status}${behind(first)}`;
  return moments.length === 1
    ? `${begin}.`
    : `${begin}; ${dateWhen(last.date)} was dat${source(last)} ${last.text}${behind(last)}.`;
}

/** A name and its figure as shown. */
export interface Ranked {
  readonly name: string;
  readonly text: string;
}

/** Says which are highest and lowest. Neither list is empty; both are the same if all are equal. */
export function extremesSentence(highest: readonly Ranked[], lowest: readonly Ranked[], all: number): string {
  if (highest.length === all)
    return all === 1
      ? `${highest[0]!.name}: ${highest[0]!.text}.`
      : `${all === 2 ? 'Beide' : `Alle ${all}`} staan op ${highest[0]!.text}.`;
  function stand(ranked: readonly Ranked[]) {
    return `${enumeration(ranked.map(({ name }) => name))} (${ranked[0]!.text})`;
  }
  return `Het hoogst ${highest.length === 1 ? 'staat' : 'staan'} ${stand(highest)}, het laagst ${stand(lowest)}.`;
}

/**
 * For how many organisations with a percentage in both rounds it rose since an earlier one: "Alle 7 organisaties met
 * een cijfer in beide metingen gingen vooruit sinds ‘Nulmeting’, het meest A." `most`: those with the largest rise;
 * `before`: the title of the earlier round.
 */
export function roseSentence(rose: number, whole: number, most: readonly string[], before: string): string {
  if (whole === 0) return '';
  const who =
    whole === 1
      ? 'De enige organisatie'
      : rose === 0
        ? `Geen van de ${whole} organisaties`
        : rose < whole
          ? `${rose} van de ${whole} organisaties`
          : whole === 2
            ? 'Beide organisaties'
            : `Alle ${whole} organisaties`;
  const went = `${rose > 1 ? 'gingen' : 'ging'}${whole === 1 && rose === 0 ? ' niet' : ''} vooruit`;
  const lead =
    rose === 1 ? (whole === 1 ? '' : `: ${most[0]}`) : most.length < rose ? `, het meest ${enumeration(most)}` : '';
  return `${who} met een cijfer in beide metingen ${went} sinds ‘${before}’${lead}.`;
}

/** How many ambitions of a norm continue in the next one, how many are dropped, and how many are new. */
export function flowSentence(numbers: {
  readonly from: string;
  readonly to: string;
  readonly old: number;
  readonly dropped: number;
  readonly added: number;
}): string {
  const { from, to, old, dropped, added } = numbers;
  const went = old - dropped;
  const onward =
    old === 0
      ? `Norm ${from} had geen punten`
      : dropped === 0
        ? `Van norm ${from} ${old === 1 ? 'gaat het enige punt' : `gaan alle ${old} punten`} verder in norm ${to}`
        : went === 0
          ? `Van norm ${from} ${old === 1 ? 'vervalt het enige punt' : `vervallen alle ${old} punten`}`
          : `Van de ${old} punten van norm ${from} ${went === 1 ? 'gaat' : 'gaan'} er ${went} verder en ${dropped === 1 ? 'vervalt' : 'vervallen'} er ${dropped}`;
  return `${onward}. Norm ${to} heeft ${amount(added, 'nieuw punt', 'nieuwe punten')}.`;
}
