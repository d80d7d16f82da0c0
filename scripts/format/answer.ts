import type { StatusWords } from '../model/norm.ts';
import { dateText } from './date.ts';
import { allOf, capitalized, enumeration } from './sentence.ts';
import { statusPhrase, statusText } from './terms.ts';

/** Number of results with each outcome; `unknown`: not assessed, or not public. */
export interface Outcomes {
  readonly achieved: number;
  readonly partly: number;
  readonly notAchieved: number;
  readonly unknown: number;
}

/** "91 behaald, 50 deels en 51 niet": the word that all parts share is said once. */
function outcomeWords({
  achieved,
  partly,
  notAchieved,
}: Outcomes): { readonly count: number; readonly text: string }[] {
  const shared = achieved > 0 ? '' : ' behaald';
  return [
    { count: achieved, text: 'behaald' },
    { count: partly, text: `deels${shared}` },
    { count: notAchieved, text: partly > 0 || achieved > 0 ? 'niet' : 'niet behaald' },
  ].filter(({ count }) => count > 0);
}

/**
 * The same in a norm's own words, quoted because they may not fit the grammar: "91 ‘uitgevoerd’, 50 ‘in ontwikkeling’
 * en 51 ‘ontbreekt’".
 */
function ownWords({ achieved, partly, notAchieved }: Outcomes, words: StatusWords): string {
  return enumeration(
    (
      [
        [achieved, 'achieved'],
        [partly, 'partly-achieved'],
        [notAchieved, 'not-achieved'],
      ] as const
    )
      .filter(([count]) => count > 0)
      .map(([count, status]) => `${count} ‘${statusText(status, words).text}’`),
  );
}

/** "Van 7 weten wij het niet." */
function unknownSentence(count: number): string | null {
  return count === 0 ? null : `Van ${count} weten wij het niet.`;
}

/**
 * The counts behind a percentage as sentences: "Van de 199 resultaten zijn 91 behaald, 50 deels en 51 niet. Van 7 weten
 * wij het niet."; null without results. `own`: the norm's own words.
 */
export function outcomesSentence(outcomes: Outcomes, own: StatusWords): string | null {
  const { achieved, partly, notAchieved, unknown } = outcomes;
  const known = achieved + partly + notAchieved;
  const whole = known + unknown;
  const words = outcomeWords(outcomes);
  const [first] = words;
  if (whole === 0) return null;
  if (!first)
    return whole === 1
      ? 'Er is één resultaat, en dat kennen wij niet.'
      : `Er zijn ${whole} resultaten, en wij kennen er geen van.`;
  if (Object.keys(own).length > 0)
    return [`Van de ${whole} resultaten zijn er ${ownWords(outcomes, own)}.`, unknownSentence(unknown)]
      .filter(Boolean)
      .join(' ');
  const only = ['behaald', 'deels behaald', 'niet behaald'][
    [achieved, partly, notAchieved].findIndex((count) => count > 0)
  ];
  if (whole === 1) return `Er is één resultaat, en dat is ${only}.`;
  if (words.length === 1 && unknown === 0)
    return `${capitalized(allOf(whole, 'resultaat', 'resultaten'))} zijn ${only}.`;
  const told =
    words.length === 1
      ? `${first.count === 1 ? 'is' : 'zijn'} er ${first.count} ${only}`
      : `${first.count === 1 ? 'is' : 'zijn'} ${enumeration(words.map(({ count, text }) => `${count} ${text}`))}`;
  return [`Van de ${whole} resultaten ${told}.`, unknownSentence(unknown)].filter(Boolean).join(' ');
}

/** How many organisations got better, got worse, or stayed equal, on results that are known in both rounds. */
export interface Movements {
  readonly better: number;
  readonly worse: number;
  readonly equal: number;
}

/**
 * Whether participants got better: "Alle 7 deelnemers van de nulmeting gingen vooruit.", "Van de 7 deelnemers van de
 * nulmeting gingen er 5 vooruit en 1 achteruit; 1 bleef gelijk."; null without participants. `round`: "de nulmeting".
 */
export function movementSentence({ better, worse, equal }: Movements, round: string): string | null {
  const whole = better + worse + equal;
  if (whole === 0) return null;
  const ways = (
    [
      [better, 'vooruit'],
      [worse, 'achteruit'],
    ] as const
  ).filter(([count]) => count > 0);
  const [first] = ways;
  if (whole === 1) return `De enige deelnemer van ${round} ${first ? `ging ${first[1]}` : 'bleef gelijk'}.`;
  if (!first) return `${capitalized(allOf(whole, 'deelnemer', 'deelnemers'))} van ${round} bleven gelijk.`;
  if (ways.length === 1 && equal === 0)
    return `${capitalized(allOf(whole, 'deelnemer', 'deelnemers'))} van ${round} gingen ${first[1]}.`;
  const moved = enumeration(ways.map(([count, way]) => `${count} ${way}`));
  const stayed = equal === 0 ? '' : `; ${equal} ${equal === 1 ? 'bleef' : 'bleven'} gelijk`;
  return `Van de ${whole} deelnemers van ${round} ${first[0] === 1 ? 'ging' : 'gingen'} er ${moved}${stayed}.`;
}

/** What a comparison of two norms is based on: "Op de 84 resultaten die wij met norm 1.0 kunnen vergelijken". */
export function comparedBasis(results: number, norm: string): string {
  const subject = results === 1 ? 'Op het ene resultaat dat' : `Op de ${results} resultaten die`;
  return `${subject} wij met ${norm} kunnen vergelijken`;
}

/** A norm and the number of its public rounds. */
export interface RoundsOf {
  readonly version: string;
  readonly rounds: number;
}

/**
 * Why we cannot say whether things got better: "Dat weten wij niet: van norm 1.0 is één meting openbaar en van norm 2.0
 * nog geen."
 */
export function notKnownSentence(norms: readonly RoundsOf[]): string {
  if (norms.length === 0) return 'Dat weten wij nog niet.';
  if (norms.some(({ rounds }) => rounds > 1))
    return 'Dat kunnen wij niet uitrekenen. Daarvoor moet van twee metingen het resultaat per ambitiepunt openbaar zijn.';
  const told = norms.map(({ version, rounds }, index) => {
    const count = rounds === 0 ? 'nog geen' : 'één';
    return `van norm ${version} ${index === 0 ? `is ${count} meting openbaar` : count}`;
  });
  return `Dat weten wij niet: ${enumeration(told)}.`;
}

/** Open results of a norm, over all organisations. */
interface OpenCounts {
  readonly norm: string;
  readonly complete: boolean;
  readonly partly: number;
  readonly not: number;
  /** Null if the sentences are about a single organisation. */
  readonly organisations: number | null;
  readonly overdue: number;
  readonly undated: number;
  readonly unknown: number;
  readonly words: StatusWords;
}

function ofOpen(count: number, all: number): string {
  if (count === 0) return 'Van geen daarvan';
  if (count === all) return all === 1 ? 'Daarvan' : all === 2 ? 'Van beide' : `Van alle ${all}`;
  return `Van ${count}`;
}

/** Statuses of the open results: "3 deels behaald en 2 niet behaald", "beide niet behaald", or in the norm's own words. */
function openStatuses(partly: number, not: number, words: StatusWords): string {
  const [half, none] = [statusPhrase('partly-achieved', words), statusPhrase('not-achieved', words)];
  if (not === 0 || partly === 0) {
    const all = partly + not;
    return `${all === 1 ? '' : all === 2 ? 'beide ' : `alle ${all} `}${not === 0 ? half : none}`;
  }
  return `${partly} ${half} en ${not} ${none}`;
}

/**
 * Open results of a norm, as sentences: how many, at how many organisations, how many are overdue or without a date,
 * and how many results are unknown.
 */
export function openSummary({
  norm,
  complete,
  partly,
  not,
  organisations,
  overdue,
  undated,
  unknown,
  words,
}: OpenCounts): string[] {
  const all = partly + not;
  const rest =
    unknown === 0
      ? []
      : [`Van nog ${unknown} ${unknown === 1 ? 'resultaat' : 'resultaten'} weten wij de uitkomst niet.`];
  if (all === 0)
    return complete
      ? [`Er staat niets open van ${norm}.`, ...rest]
      : [`Van ${norm} is niet alles openbaar. Van geen enkel resultaat is openbaar bekend dat het nog openstaat.`];
  const results = `${all} ${all === 1 ? 'resultaat' : 'resultaten'}`;
  const where =
    organisations === null ? '' : `, bij ${organisations} ${organisations === 1 ? 'organisatie' : 'organisaties'}`;
  return [
    `Van ${norm} ${all === 1 ? 'staat' : 'staan'} ${results} open${where}: ${openStatuses(partly, not, words)}.`,
    ...(overdue > 0 ? [`${ofOpen(overdue, all)} is de verwachte datum voorbij.`] : []),
    ...(undated > 0 ? [`${ofOpen(undated, all)} is geen datum bekend.`] : []),
    ...(complete ? rest : [`Niet alles van ${norm} is openbaar.`]),
  ];
}

/** Subject of a paper: "Dit gaat over de gemeente Urk, in de meting ‘Nulmeting 2025’ (juni 2025) van norm 2.0." */
export function aboutSentence(subject: string, round: string, date: string, norm: string): string {
  const when = round.toLowerCase().includes(dateText(date)) ? '' : ` (${dateText(date)})`;
  return `Dit gaat over ${subject}, in de meting ‘${round}’${when} van ${norm}.`;
}

/** A figure that a source states, to go next to a computed one: "Volgens de provincie is het 49%." */
export function statedSentence(reporter: string, value: string): string {
  return `Volgens ${reporter} is het ${value}.`;
}
