import type { OrganisationKind } from '../model/organisation.ts';
import { amount } from './count.ts';
import { organisationNoun } from './term.ts';

/** Who takes part, and whether anything is known of them. */
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

/** Of whom something is known: "in alle zes gemeenten", "bij alle drie deelnemers", "bij de gemeente Urk", "bij vier organisaties". */
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
 * What is known of a norm of which not all is public, as a list and never as a part of a whole: "3 uitkomsten, in alle zes
 * gemeenten". `everywhere`: whether each outcome is known of each of those of whom any is; else the list says of whom.
 * Source: figures, "Shown".
 */
export function outcomesText(outcomes: number, participants: readonly KnownOf[], everywhere: boolean): string {
  const count = amount(outcomes, 'uitkomst', 'uitkomsten');
  return everywhere && participants.some(({ known }) => known) ? `${count}, ${whereText(participants)}` : count;
}
