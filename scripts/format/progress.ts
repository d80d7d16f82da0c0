import type { StatusWords } from '../model/norm.ts';
import type { OrganisationKind } from '../model/organisation.ts';
import { dateWhen } from './date.ts';
import { amount, capitalized, enumeration } from './sentence.ts';
import { achievedVerb, organisationNoun, statusPhrase } from './terms.ts';

/** Number of ambitions with each result. */
export interface OutcomeTally {
  readonly achieved: number;
  readonly partly: number;
  readonly notAchieved: number;
  readonly notAssessed: number;
  readonly notPublic: number;
}

function sum(tally: OutcomeTally): number {
  return tally.achieved + tally.partly + tally.notAchieved + tally.notAssessed + tally.notPublic;
}

/**
 * "18 behaald, 4 deels behaald en 2 niet behaald", "alle 24 behaald", "het enige punt is behaald"; null without
 * ambitions.
 */
export function tallyText(tally: OutcomeTally, words: StatusWords): string | null {
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

/** Number of ambitions that apply to an organisation, as a sentence. `past`: the norm is completed. */
export function applicableSentence(count: number, organisation: string, norm: string, past: boolean): string {
  const [one, more] = past ? ['gold', 'golden'] : ['geldt', 'gelden'];
  if (count === 0) return `Voor ${organisation} ${one} geen enkel ambitiepunt van ${norm}.`;
  return `Voor ${organisation} ${count === 1 ? one : more} ${amount(count, 'ambitiepunt', 'ambitiepunten')} van ${norm}.`;
}

/** Changes since the previous round, as a sentence. */
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

/**
 * A headline as a sentence. `subject`: "norm 2.0", "het thema ‘Integriteit’"; `value`: the figure as shown; `date`: an
 * EDTF date; `words`: those of its norm; `reporter`: who states the figure, with an article; `past`: a later round or
 * norm has superseded this date.
 */
export function headlineSentence(
  subject: string,
  kind: string,
  value: string,
  date: string,
  words: StatusWords,
  reporter = 'de bron',
  past = false,
): string {
  const achieved = past
    ? `${capitalized(dateWhen(date))} ${achievedVerb(`${value} van ${subject}`, words, true)}.`
    : `Van ${subject} ${achievedVerb(value, words)}.`;
  switch (kind) {
    case 'computed':
      return achieved;
    case 'bounds':
      return `${achieved} Niet elk resultaat is bekend.`;
    case 'reported':
      return words.achieved === undefined
        ? `Volgens ${reporter} was ${dateWhen(date)} ${value} van de ambitiepunten van ${subject} behaald.`
        : `Volgens ${reporter} stond ${dateWhen(date)} ${value} van de ambitiepunten van ${subject} op ‘${words.achieved}’.`;
    case 'known':
      return `Openbaar bekend van ${subject}: ${value}.`;
    default:
      return `Van ${subject} is er ${value}.`;
  }
}

/** A participant, and whether any of its results is known. */
export interface KnownOf {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly known: boolean;
}

const NUMBERS = [
  'nul',
  'één',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
];

const PLURAL: Readonly<Partial<Record<OrganisationKind, string>>> = {
  municipality: 'in % gemeenten',
  province: 'in % provincies',
  'water-authority': 'bij % waterschappen',
};

function allOf(count: number): string {
  return count === 2 ? 'beide' : `alle ${inWords(count)}`;
}

function inWords(count: number): string {
  return NUMBERS[count] ?? String(count);
}

/**
 * Where outcomes are known: "in alle zes gemeenten", "bij alle drie deelnemers", "bij de gemeente Urk", "bij vier
 * organisaties".
 */
function whereText(participants: readonly KnownOf[]): string {
  const having = participants.filter(({ known }) => known);
  const [first] = having;
  if (having.length === 1) return `bij ${organisationNoun(first!.name)}`;
  if (having.length === participants.length && !having.every(({ kind }) => kind === first!.kind))
    return `bij ${allOf(having.length)} deelnemers`;
  const plural = PLURAL[first!.kind];
  if (!plural || having.some(({ kind }) => kind !== first!.kind)) return `bij ${inWords(having.length)} organisaties`;
  const isAll = having.length === participants.filter(({ kind }) => kind === first!.kind).length;
  return plural.replace('%', isAll ? allOf(having.length) : inWords(having.length));
}

/**
 * Counts what is known in a norm that is not all public, as a list and never as part of a whole: "3 uitkomsten, in alle
 * zes gemeenten". `everywhere`: each outcome is known for every participant with known results; otherwise the list
 * itself says for whom. Source: figures, "Shown".
 */
export function outcomesText(outcomes: number, participants: readonly KnownOf[], everywhere: boolean): string {
  const count = amount(outcomes, 'uitkomst', 'uitkomsten');
  return everywhere && participants.some(({ known }) => known) ? `${count}, ${whereText(participants)}` : count;
}

/**
 * A round with its figure: "Tussenmeting 2026 van norm 2.0: tussen 51% en 55%". `value`: null if no figure is shown.
 */
export function roundTitle(round: string, norm: string, value: string | null): string {
  return `${round} van ${norm}${value === null ? '' : `: ${value}`}`;
}
