import type { Norm, Relation, StatusWords, Way } from '../model/norm.ts';
import type { OrganisationKind } from '../model/organisation.ts';
import type { Accessibility } from '../model/report.ts';
import type { Assessment, Round, Status } from '../model/round.ts';

/** How a status is shown: a symbol and a text, so never by colour alone. */
interface StatusText {
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

/** The contract's own words, for norms without words of their own. Data and messages to editors always use these. */
export const CONTRACT_WORDS: StatusWords = {};

function ownWord(status: Status, words: StatusWords): string | null {
  return words[status as keyof StatusWords] ?? null;
}

/** A status on its own, as readers of a norm see it in a table, a legend or a chart. `words`: those of its norm. */
export function statusText(status: Status, words: StatusWords): StatusText {
  const own = ownWord(status, words);
  return own === null ? TEXTS[status] : { ...TEXTS[status], text: own };
}

/** A status within a sentence. A norm's own word is quoted, since it may not fit the grammar. */
export function statusPhrase(status: Status, words: StatusWords): string {
  const own = ownWord(status, words);
  return own === null ? TEXTS[status].text : `‘${own}’`;
}

/** A percentage with its verb: "is 83% behaald", "was 83% behaald", "staat 83% op ‘uitgevoerd’". */
export function achievedVerb(value: string, words: StatusWords, past = false): string {
  const own = ownWord('achieved', words);
  if (own === null) return `${past ? 'was' : 'is'} ${value} behaald`;
  return `${past ? 'stond' : 'staat'} ${value} op ‘${own}’`;
}

const NORM_STATUS: Readonly<Record<Norm['status'], string>> = {
  concept: 'concept',
  signed: 'ondertekend',
  'in-force': 'van kracht',
  completed: 'afgerond',
};

const ROUND_KIND: Readonly<Record<Round['kind'], string>> = {
  baseline: 'nulmeting',
  interim: 'tussenmeting',
  final: 'eindmeting',
};

const ASSESSORS: Readonly<Record<Assessment['by'], string>> = {
  self: 'elke organisatie zichzelf',
  peers: 'de organisaties elkaar',
  'working-group': 'een werkgroep',
  independent: 'iemand van buiten, onafhankelijk',
};

const RELATION: Readonly<Record<Relation, string>> = {
  equal: 'gelijk gebleven',
  equivalent: 'anders gezegd, maar gelijkwaardig',
  sharpened: 'aangescherpt',
  relaxed: 'versoepeld',
  overlaps: 'overlapt voor een deel',
};

const WAYS: Readonly<Record<Way, string>> = {
  ...RELATION,
  equivalent: 'gelijkwaardig',
  merged: 'samengevoegd',
  split: 'gesplitst',
  rearranged: 'anders verdeeld',
  added: 'nieuw',
  dropped: 'vervallen',
  unknown: 'niet openbaar wat ervan werd',
};

const ORGANISATION_KIND: Readonly<Record<OrganisationKind, string>> = {
  municipality: 'de gemeenten',
  province: 'de provincie',
  'water-authority': 'het waterschap',
  police: 'de politie',
  'public-prosecution': 'het Openbaar Ministerie',
  other: 'de overige organisaties',
};

/** Names of organisations, or their first words, as written within a sentence. */
const ORGANISATION_NOUN: ReadonlyMap<string, string> = new Map([
  ['Politie', 'de politie'],
  ['Openbaar Ministerie', 'het Openbaar Ministerie'],
  ['Gemeente', 'de gemeente'],
  ['Provincie', 'de provincie'],
  ['Waterschap', 'waterschap'],
]);

/** The name of an organisation within a sentence: "de gemeente Urk" for "Gemeente Urk". */
export function organisationNoun(name: string): string {
  const first = /^\S+/.exec(name)?.[0] ?? '';
  return ORGANISATION_NOUN.get(name) ?? `${ORGANISATION_NOUN.get(first) ?? first}${name.slice(first.length)}`;
}

/** Whether a kind of organisation is a Dutch "het" word: "het waterschap, dat". */
export function isNeuter(kind: OrganisationKind): boolean {
  return kind === 'water-authority' || kind === 'public-prosecution';
}

const READERS: Readonly<Record<OrganisationKind, string>> = {
  municipality: 'Voor raadsleden en inwoners',
  province: 'Voor Statenleden en inwoners',
  'water-authority': 'Voor leden van het algemeen bestuur en inwoners',
  police: 'Voor volksvertegenwoordigers en inwoners',
  'public-prosecution': 'Voor volksvertegenwoordigers en inwoners',
  other: 'Voor volksvertegenwoordigers en inwoners',
};

export function normStatusText(status: Norm['status']): string {
  return NORM_STATUS[status];
}

/** Label of the day on which a norm was adopted. A norm that is only signed need not be in force. */
export function adoptedText(status: Norm['status']): string {
  return status === 'signed' ? 'Ondertekend' : 'Vastgesteld';
}

/** The assessor of the results of a round. */
export function assessorText(by: Assessment['by']): string {
  return ASSESSORS[by];
}

export function roundKindText(kind: Round['kind']): string {
  return ROUND_KIND[kind];
}

/** Relation of an ambition to its origin. */
export function relationText(relation: Relation): string {
  return RELATION[relation];
}

/** What became of an ambition, or of a group that belongs together. */
export function wayText(way: Way): string {
  return WAYS[way];
}

/** All organisations of one kind, with an article. */
export function kindText(kind: OrganisationKind): string {
  return ORGANISATION_KIND[kind];
}

/** The intended readers of an organisation's page. */
export function readersText(kind: OrganisationKind): string {
  return READERS[kind];
}

const STATUS: Readonly<Record<Accessibility['status'], string>> = {
  A: 'voldoet volledig',
  B: 'voldoet gedeeltelijk',
  C: 'eerste maatregelen genomen',
  D: 'voldoet niet',
  E: 'geen toegankelijkheidsverklaring',
};

const MEANING: Readonly<Record<Accessibility['status'], string>> = {
  A: 'Uit onderzoek blijkt dat de site aan alle eisen voldoet.',
  B: 'Uit onderzoek blijkt dat de site aan een deel van de eisen voldoet.',
  C: 'Het onderzoek is nog niet af. De eerste maatregelen zijn genomen.',
  D: 'De site is nog niet onderzocht, of voldoet niet.',
  E: 'Er is nog geen onderzoek door een deskundige. Wij weten dus niet of de site aan alle eisen voldoet.',
};

/** An accessibility status as the register writes it: "B – voldoet gedeeltelijk". */
export function accessibilityStatusText(status: Accessibility['status']): string {
  return `${status} – ${STATUS[status]}`;
}

/** Explanation of an accessibility status, in sentences. */
export function accessibilityMeaning(status: Accessibility['status']): string {
  return MEANING[status];
}
