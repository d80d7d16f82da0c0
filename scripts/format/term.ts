import type { Norm, Relation } from '../model/norm.ts';
import type { OrganisationKind } from '../model/organisation.ts';
import type { Assessment, Round } from '../model/round.ts';

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

const KINDS: Readonly<Record<OrganisationKind, string>> = {
  municipality: 'de gemeenten',
  province: 'de provincie',
  'water-authority': 'het waterschap',
  police: 'de politie',
  'public-prosecution': 'het Openbaar Ministerie',
  other: 'de overige organisaties',
};

/** Words that names are or begin with, as they stand within a sentence. */
const NOUNS: ReadonlyMap<string, string> = new Map([
  ['Politie', 'de politie'],
  ['Openbaar Ministerie', 'het Openbaar Ministerie'],
  ['Gemeente', 'de gemeente'],
  ['Provincie', 'de provincie'],
  ['Waterschap', 'waterschap'],
]);

/** The name of an organisation within a sentence: "de gemeente Urk" for "Gemeente Urk". */
export function organisationNoun(name: string): string {
  const first = /^\S+/.exec(name)?.[0] ?? '';
  return NOUNS.get(name) ?? `${NOUNS.get(first) ?? first}${name.slice(first.length)}`;
}

/** Whether an organisation of a kind is an "het": "het waterschap, dat". */
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

/** What happened on the day on which a norm was adopted, by its status: one that is only signed need not be in force. */
export function adoptedText(status: Norm['status']): string {
  return status === 'signed' ? 'Ondertekend' : 'Vastgesteld';
}

/** Who judged the results of a round. */
export function assessorText(by: Assessment['by']): string {
  return ASSESSORS[by];
}

export function roundKindText(kind: Round['kind']): string {
  return ROUND_KIND[kind];
}

/** How a point relates to the one from which it comes. */
export function relationText(relation: Relation): string {
  return RELATION[relation];
}

/** All organisations of one kind, with their article. */
export function kindText(kind: OrganisationKind): string {
  return KINDS[kind];
}

/** For whom the page of an organisation is written. */
export function readersText(kind: OrganisationKind): string {
  return READERS[kind];
}
