import type { StatusWords } from '../model/norm.ts';
import type { OrganisationKind } from '../model/organisation.ts';
import { dateText } from './date.ts';
import { allOf, capitalized, enumeration } from './sentence.ts';
import { statusPhrase } from './terms.ts';

/** Number of ambitions with each result, out of those that apply to an organisation. */
export interface Stand {
  readonly achieved: number;
  readonly partly: number;
  readonly notAchieved: number;
  readonly unknown: number;
}

function are(count: number, past: boolean): string {
  return past ? (count === 1 ? 'was' : 'waren') : count === 1 ? 'is' : 'zijn';
}

/**
 * "6 zijn deels behaald en 2 niet", "1 is deels behaald en 2 zijn niet behaald"; repeats the verb if its number
 * differs.
 */
function restText({ partly, notAchieved }: Stand, past: boolean): string {
  const parts = [
    { count: partly, text: 'deels behaald', short: 'deels behaald' },
    { count: notAchieved, text: 'niet behaald', short: 'niet' },
  ].filter(({ count }) => count > 0);
  return enumeration(
    parts.map(({ count, text, short }, index) => {
      const verb = are(count, past);
      return index > 0 && verb === are(parts[0]!.count, past) ? `${count} ${short}` : `${count} ${verb} ${text}`;
    }),
  );
}

/**
 * The same for a norm with its own words, which take no verb: "Van norm 2.0 gelden hier 8 punten: 5 ‘uitgevoerd’ en 3
 * ‘loopt’."
 */
function ownWordsSentence(
  { achieved, partly, notAchieved, unknown }: Stand,
  norm: string,
  past: boolean,
  words: StatusWords,
) {
  const whole = achieved + partly + notAchieved + unknown;
  const parts = (
    [
      [achieved, 'achieved'],
      [partly, 'partly-achieved'],
      [notAchieved, 'not-achieved'],
    ] as const
  ).filter(([count]) => count > 0);
  const verb = past ? (whole === 1 ? 'gold' : 'golden') : whole === 1 ? 'geldt' : 'gelden';
  const tally = enumeration(parts.map(([count, status]) => `${count} ${statusPhrase(status, words)}`));
  return `Van ${norm} ${verb} hier ${whole} ${whole === 1 ? 'punt' : 'punten'}: ${tally}.`;
}

function knownSentence(stand: Stand, norm: string, past: boolean): string {
  const { achieved, partly, notAchieved, unknown } = stand;
  const whole = achieved + partly + notAchieved + unknown;
  const single = (
    [
      [achieved, 'behaald'],
      [partly, 'deels behaald'],
      [notAchieved, 'niet behaald'],
    ] as const
  ).find(([count]) => count === whole);
  const here = `van ${norm} ${whole === 1 ? `dat hier ${past ? 'gold' : 'geldt'}` : `die hier ${past ? 'golden' : 'gelden'}`}`;
  if (single) return `${capitalized(allOf(whole, 'punt', 'punten'))} ${here}, ${are(whole, past)} ${single[1]}.`;
  const rest = restText(stand, past);
  const first = achieved === 0 ? 'er geen' : `er ${achieved}`;
  return `Van de ${whole} punten ${here}, ${are(Math.max(achieved, 1), past)} ${first} behaald${rest && `; ${rest}`}.`;
}

/**
 * Results of an organisation in a sentence or two: "Van de 28 punten van norm 2.0 die hier gelden, zijn er 20 behaald;
 * 6 zijn deels behaald en 2 niet." `past`: the norm is completed.
 */
export function standSentences(
  stand: Stand,
  organisation: string,
  norm: string,
  past: boolean,
  words: StatusWords,
): string[] {
  const { achieved, partly, notAchieved, unknown } = stand;
  const known = achieved + partly + notAchieved;
  if (known + unknown === 0) return [`Voor ${organisation} ${past ? 'gold' : 'geldt'} geen enkel punt van ${norm}.`];
  if (known === 0)
    return [
      unknown === 1
        ? `Van ${norm} ${past ? 'gold' : 'geldt'} 1 punt voor ${organisation}. De uitkomst daarvan is niet bekend.`
        : `Van ${norm} ${past ? 'golden' : 'gelden'} ${unknown} punten voor ${organisation}. Van geen daarvan is de uitkomst bekend.`,
    ];
  return [
    Object.keys(words).length > 0 ? ownWordsSentence(stand, norm, past, words) : knownSentence(stand, norm, past),
    ...(unknown > 0 ? [`Van ${unknown} ${unknown === 1 ? 'punt' : 'punten'} weten wij het niet.`] : []),
  ];
}

/** Number of other organisations by how this one compares with them. */
export interface Standings {
  readonly more: number;
  readonly equal: number;
  readonly less: number;
  readonly unclear: number;
}

const PEERS: Readonly<Partial<Record<OrganisationKind, readonly [one: string, more: string]>>> = {
  municipality: ['andere gemeente', 'andere gemeenten'],
  province: ['andere provincie', 'andere provincies'],
  'water-authority': ['ander waterschap', 'andere waterschappen'],
};
const OTHER_PEERS = ['andere organisatie van deze soort', 'andere organisaties van deze soort'] as const;

/** All others of a kind: "de andere gemeente", "beide andere gemeenten", "alle 5 andere gemeenten". */
function allPeers(count: number, kind: OrganisationKind): string {
  const [one, more] = PEERS[kind] ?? OTHER_PEERS;
  if (count === 1) return `${kind === 'water-authority' ? 'het' : 'de'} ${one.replace(/^ander /, 'andere ')}`;
  return count === 2 ? `beide ${more}` : `alle ${count} ${more}`;
}

/** Some of the others of a kind, or all: "4 van de 5 andere gemeenten", "de andere gemeente". */
export function somePeers(count: number, total: number, kind: OrganisationKind): string {
  return count === total ? allPeers(total, kind) : `${count} van de ${total} ${(PEERS[kind] ?? OTHER_PEERS)[1]}`;
}

const NOT_CLEAR = 'niet elk resultaat is bekend';

/**
 * How an organisation compares with others of its kind, as a continuation of its own figure: "meer dan bij 4 van de 5
 * andere gemeenten en minder dan bij 1, op de punten die ook daar gelden", and for how many that cannot be said. Null
 * if there are no others.
 */
export function peersText(standings: Standings, kind: OrganisationKind): string | null {
  const { more, equal, less, unclear } = standings;
  const total = more + equal + less + unclear;
  if (total === 0) return null;
  const decided = (
    [
      [more, 'meer dan'],
      [equal, 'evenveel als'],
      [less, 'minder dan'],
    ] as const
  ).filter(([count]) => count > 0);
  if (decided.length === 0)
    return `. Of dat meer of minder is dan bij ${allPeers(total, kind)}, is niet te zeggen: ${NOT_CLEAR}`;
  const said = enumeration(
    decided.map(([count, how], index) => `${how} bij ${index === 0 ? somePeers(count, total, kind) : count}`),
  );
  const rest = unclear === 0 ? '' : `. Bij ${unclear} is dat niet te zeggen, want ${NOT_CLEAR}`;
  return `, ${said}, op de punten die ook daar gelden${rest}`;
}

/** What preceded the first round in which an ambition is known to be open; see `OpenSince`. */
export type BeforeOpen = 'achieved' | 'not-applicable' | 'unknown' | 'new-point' | 'other-measure' | 'first-round';

const MAY_BE_EARLIER: ReadonlySet<BeforeOpen> = new Set(['unknown', 'other-measure', 'first-round']);

/** Since when an ambition has been open. `date`: an EDTF date; "juni 2025 of eerder" if that is not certain. */
export function sinceText(date: string, before: BeforeOpen): string {
  return `${dateText(date)}${MAY_BE_EARLIER.has(before) ? ' of eerder' : ''}`;
}

/** What is known of the time before; null where `readingSentences` covers it for all ambitions at once. */
export function sinceReason(before: BeforeOpen, words: StatusWords): string | null {
  switch (before) {
    case 'achieved':
      return `daarvoor ${statusPhrase('achieved', words)}`;
    case 'not-applicable':
      return 'gold daarvoor niet';
    case 'unknown':
      return 'daarvoor niet bekend';
    default:
      return null;
  }
}

/**
 * Explains the column with the date since when, and the lines of statuses next to it. `older`: version of the previous
 * norm, if a line continues there.
 */
export function readingSentences(befores: ReadonlySet<BeforeOpen>, norm: string, older: string | null): string[] {
  return [
    ...(befores.has('other-measure') && older !== null
      ? [
          `‘Of eerder’: het punt stond al open bij de eerste meting van norm ${norm}. Norm ${older} mat anders, dus over de tijd daarvoor zeggen wij niets.`,
        ]
      : befores.has('first-round')
        ? ['‘Of eerder’: het punt stond al open bij de eerste meting.']
        : []),
    'In het verloop staat de nieuwste meting vooraan.',
    ...(older === null ? [] : [`Achter = of ≠ staat norm ${older}: wel of niet te vergelijken.`]),
  ];
}

/** Expected date on its own, as in a table. */
export function expectedShort(date: string | null): string {
  return date === null ? 'geen datum bekend' : dateText(date);
}

/** A subject on which a councillor may ask a question. */
export type QuestionSubject = 'overdue' | 'no-date' | 'backward' | 'not-applicable' | 'not-assessed' | 'not-public';

/**
 * A question based on an organisation's results, as the texts before and after the ambitions that it names: "Van 2
 * punten is de verwachte datum voorbij" … "Hoe staat het daarmee?". `past`: the norm is completed; `before`: the title
 * of the previous round.
 */
export function questionText(
  subject: QuestionSubject,
  count: number,
  { past, before, kind }: { readonly past: boolean; readonly before: string | null; readonly kind: OrganisationKind },
): readonly [fact: string, question: string] {
  const one = count === 1;
  const points = `${count} ${one ? 'punt' : 'punten'}`;
  switch (subject) {
    case 'overdue':
      return [`Van ${points} is de verwachte datum voorbij`, 'Hoe staat het daar nu mee, en is er een nieuwe datum?'];
    case 'no-date':
      return past
        ? [`${points} ${one ? 'stond' : 'stonden'} aan het eind nog open`, 'Wat is daar daarna mee gebeurd?']
        : [
            `Van ${points} is niet bekend wanneer ${one ? 'het klaar is' : 'ze klaar zijn'}`,
            'Wat is de planning, en wat is ervoor nodig?',
          ];
    case 'backward':
      return [
        `${points} ${one ? 'ging' : 'gingen'} achteruit sinds de meting ‘${before ?? ''}’`,
        'Wat is er veranderd, en wat is nodig om het te herstellen?',
      ];
    case 'not-applicable':
      return [
        `${points} ${past ? (one ? 'gold' : 'golden') : one ? 'geldt' : 'gelden'} hier niet, en bij ${(PEERS[kind] ?? OTHER_PEERS)[1]} wel`,
        past ? 'Wat was daarvoor de reden?' : 'Geldt de reden daarvoor nog steeds?',
      ];
    case 'not-assessed':
      return [
        `${points} ${one ? 'is' : 'zijn'} niet beoordeeld`,
        past ? 'Is dat later alsnog gebeurd?' : 'Wanneer gebeurt dat?',
      ];
    case 'not-public':
      return [
        `De uitkomst van ${points} is niet openbaar`,
        `Kan die openbaar worden? En als dat niet kan, waarom niet?`,
      ];
  }
}
