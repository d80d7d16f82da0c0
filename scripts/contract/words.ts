import { fraction, type Fraction } from '../model/fraction.ts';
import type { Norm, Relation } from '../model/norm.ts';
import type { OrganisationKind } from '../model/organisation.ts';
import type { Assessment, Round, Status } from '../model/round.ts';
import type { DocumentKind } from '../model/source.ts';
import type { AuthoredNorm, RELATION_WORDS } from './files/norm.ts';
import type { DOCUMENT_KIND_WORDS, ORGANISATION_KIND_WORDS } from './files/report.ts';
import type { STATUS_WORDS } from './files/results.ts';
import type { ASSESSOR_WORDS, ROUND_KIND_WORDS } from './files/round.ts';

type Words<Dutch extends readonly string[], English> = Readonly<Record<Dutch[number], English>>;

/** Dutch words of the contract, each with its name in the model. */
export const STATUS: Words<typeof STATUS_WORDS, Status> = {
  behaald: 'achieved',
  'deels behaald': 'partly-achieved',
  'niet behaald': 'not-achieved',
  'niet van toepassing': 'not-applicable',
  'niet beoordeeld': 'not-assessed',
  'niet openbaar': 'not-public',
};

export const ORGANISATION_KIND: Words<typeof ORGANISATION_KIND_WORDS, OrganisationKind> = {
  gemeente: 'municipality',
  provincie: 'province',
  waterschap: 'water-authority',
  politie: 'police',
  'openbaar-ministerie': 'public-prosecution',
  overig: 'other',
};

export const DOCUMENT_KIND: Words<typeof DOCUMENT_KIND_WORDS, DocumentKind> = {
  mededeling: 'announcement',
  persbericht: 'press-release',
  nieuwsbericht: 'news-item',
  raadsbrief: 'council-letter',
  norm: 'norm',
  evaluatie: 'evaluation',
  overig: 'other',
};

export const RELATION: Words<typeof RELATION_WORDS, Relation> = {
  gelijk: 'equal',
  gelijkwaardig: 'equivalent',
  aangescherpt: 'sharpened',
  versoepeld: 'relaxed',
  overlapt: 'overlaps',
};

export const ROUND_KIND: Words<typeof ROUND_KIND_WORDS, Round['kind']> = {
  nulmeting: 'baseline',
  tussenmeting: 'interim',
  eindmeting: 'final',
};

export const ASSESSOR: Words<typeof ASSESSOR_WORDS, Assessment['by']> = {
  zelf: 'self',
  elkaar: 'peers',
  werkgroep: 'working-group',
  onafhankelijk: 'independent',
};

export const NORM_STATUS: Readonly<Record<AuthoredNorm['status'], Norm['status']>> = {
  concept: 'concept',
  ondertekend: 'signed',
  'van kracht': 'in-force',
  afgerond: 'completed',
};

/** Exact value of a decimal number in the data: 66.6 is 333/5, not its nearest binary fraction. Finite and ≥ 0. */
export function exact(value: number): Fraction {
  const [mantissa = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const digits = BigInt(whole + decimals);
  const shift = Number(exponent) - decimals.length;
  return shift > 0 ? fraction(digits * 10n ** BigInt(shift)) : fraction(digits, 10n ** BigInt(-shift));
}
