import type { StatusWords } from '../model/norm.ts';
import type { OrganisationKind } from '../model/organisation.ts';
import { dateText } from './date.ts';
import { allOf, capitalized, enumeration } from './sentence.ts';
import { statusPhrase } from './terms.ts';

/** How many points of an organisation have each result, of those that apply. */
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
 * "6 zijn deels behaald en 2 niet", "1 is deels behaald en 2 zijn niet behaald"; each part has its verb where the
 * numbers differ.
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
 * The same of a norm with words of its own, that fit no verb: "Van norm 2.0 gelden hier 8 punten: 5 ‘uitgevoerd’ en 3
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
  const first = achieved === 0 ? 'geen enkel punt' : `er ${achieved}`;
  return `Van de ${whole} punten ${here}, ${are(Math.max(achieved, 1), past)} ${first} behaald${rest && `; ${rest}`}.`;
}

/**
 * Where an organisation stands, in a sentence or two: "Van de 28 punten van norm 2.0 die hier gelden, zijn er 20
 * behaald; 6 zijn deels behaald en 2 niet." `past`: of a norm that is completed.
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

/** With how many others an organisation is compared, and how that turned out. */
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

/**
 * Others of a kind, in the number that there are: "de andere gemeente", "beide andere gemeenten", "alle 5 andere
 * gemeenten".
 */
function allPeers(count: number, kind: OrganisationKind): string {
  const [one, more] = PEERS[kind] ?? OTHER_PEERS;
  if (count === 1) return `${kind === 'water-authority' ? 'het' : 'de'} ${one.replace(/^ander /, 'andere ')}`;
  return count === 2 ? `beide ${more}` : `alle ${count} ${more}`;
}

/** Others of a kind where they are counted: "4 van de 5 andere gemeenten", "1 andere gemeente". */
export function somePeers(count: number, total: number, kind: OrganisationKind): string {
  return count === total ? allPeers(total, kind) : `${count} van de ${total} ${(PEERS[kind] ?? OTHER_PEERS)[1]}`;
}

const NOT_CLEAR = 'niet elk resultaat is bekend';

/**
 * How an organisation does beside others of its kind, to follow its own figure: "meer dan bij 4 van de 5 andere
 * gemeenten en minder dan bij 1, op de punten die ook daar gelden", and what may not be said. Null where there is no
 * other.
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

/** What was before the first round in which a point is known to be open; see `OpenSince`. */
export type BeforeOpen = 'achieved' | 'not-applicable' | 'unknown' | 'new-point' | 'other-measure' | 'first-round';

const MAY_BE_EARLIER: ReadonlySet<BeforeOpen> = new Set(['unknown', 'other-measure', 'first-round']);

/** Since when a point is open. `date`: an EDTF date; "juni 2025 of eerder" where that is not certain. */
export function sinceText(date: string, before: BeforeOpen): string {
  return `${dateText(date)}${MAY_BE_EARLIER.has(before) ? ' of eerder' : ''}`;
}

/** What is known of the time before, where it is not what `readingSentences` says of all; null there. */
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
 * How to read the column of since when, and the lines of statuses beside it. `older`: the version of the norm before,
 * if a line goes on there.
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

/** When a point is expected, where it stands by itself; "voorbij" is against the newest round. */
export function expectedShort(date: string | null): string {
  return date === null ? 'geen datum bekend' : dateText(date);
}

/** A subject on which a councillor may ask something. */
export type QuestionSubject = 'overdue' | 'no-date' | 'backward' | 'not-applicable' | 'not-assessed' | 'not-public';

/**
 * A question that rests on results of an organisation, before and after the points that it names: "Van 2 punten is de
 * verwachte datum voorbij" … "Hoe staat het daarmee?". `past`: of a norm that is completed; `before`: the title of the
 * round before.
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
        `${points} ${one ? 'geldt' : 'gelden'} hier niet, en bij ${(PEERS[kind] ?? OTHER_PEERS)[1]} wel`,
        'Geldt de reden daarvoor nog steeds?',
      ];
    case 'not-assessed':
      return [`${points} ${one ? 'is' : 'zijn'} niet beoordeeld`, 'Wanneer gebeurt dat?'];
    case 'not-public':
      return [
        `De uitkomst van ${points} is niet openbaar`,
        `Kan die openbaar worden? En als dat niet kan, waarom niet?`,
      ];
  }
}
