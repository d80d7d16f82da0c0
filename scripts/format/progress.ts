import { amount } from './count.ts';
import { dateWhen } from './date.ts';
import { enumeration } from './list.ts';
import type { StatusWords } from '../model/norm.ts';
import { achievedVerb, statusPhrase } from './status.ts';

/** How many of a number of points have each result. */
export interface Tally {
  readonly achieved: number;
  readonly partly: number;
  readonly notAchieved: number;
  readonly notAssessed: number;
  readonly notPublic: number;
}

function sum(tally: Tally): number {
  return tally.achieved + tally.partly + tally.notAchieved + tally.notAssessed + tally.notPublic;
}

/** "18 behaald, 4 deels behaald en 2 niet behaald", "alle 24 behaald", "het enige punt is behaald"; null of nothing. */
export function tallyText(tally: Tally, words: StatusWords): string | null {
  const parts = (
    [
      [tally.achieved, 'achieved'],
      [tally.partly, 'partly-achieved'],
      [tally.notAchieved, 'not-achieved'],
      [tally.notAssessed, 'not-assessed'],
      [tally.notPublic, 'not-public'],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, status]) => [count, statusPhrase(status, words)] as const);
  const whole = sum(tally);
  const [first] = parts;
  if (!first) return null;
  if (whole === 1) return `het enige punt ${first[1].startsWith('‘') ? 'staat op' : 'is'} ${first[1]}`;
  if (parts.length === 1) return `${whole === 2 ? 'beide' : `alle ${whole}`} ${first[1]}`;
  return enumeration(parts.map(([count, text]) => `${count} ${text}`));
}

/** How many points apply to an organisation, as a sentence; `past`: of a norm that is completed. */
export function applicableSentence(count: number, organisation: string, norm: string, past: boolean): string {
  const [one, more] = past ? ['gold', 'golden'] : ['geldt', 'gelden'];
  if (count === 0) return `Voor ${organisation} ${one} geen enkel ambitiepunt van ${norm}.`;
  return `Voor ${organisation} ${count === 1 ? one : more} ${amount(count, 'ambitiepunt', 'ambitiepunten')} van ${norm}.`;
}

/** What changed since the round before, as a sentence. */
export function stepsSentence(forward: number, backward: number, before: string): string {
  const since = `Sinds de meting ‘${before}’`;
  if (forward === 0 && backward === 0) return `${since} is er geen punt vooruit of achteruit gegaan.`;
  const steps = (
    [
      [forward, 'vooruit'],
      [backward, 'achteruit'],
    ] as const
  ).filter(([count]) => count > 0);
  const verb = steps[0]![0] === 1 ? 'ging' : 'gingen';
  return `${since} ${verb} ${enumeration(steps.map(([count, way]) => `${amount(count, 'punt', 'punten')} ${way}`))}.`;
}

/** A norm's headline as a sentence. `value` as it is shown; `date`: an EDTF date; `words`: of that norm. */
export function headlineSentence(norm: string, kind: string, value: string, date: string, words: StatusWords): string {
  switch (kind) {
    case 'computed':
      return `Van ${norm} ${achievedVerb(value, words)}.`;
    case 'bounds':
      return `Van ${norm} ${achievedVerb(value, words)}. Niet elk resultaat is bekend.`;
    case 'reported':
      return words.achieved === undefined
        ? `Volgens de bron was ${dateWhen(date)} ${value} van de ambitiepunten van ${norm} behaald.`
        : `Volgens de bron stond ${dateWhen(date)} ${value} van de ambitiepunten van ${norm} op ‘${words.achieved}’.`;
    default:
      return `Van ${norm} is er ${value}.`;
  }
}
