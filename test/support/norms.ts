import { type Figures, type Scope, scopeKey } from '../../scripts/compute/figures.ts';
import type { RoundFigures } from '../../scripts/compute/round.ts';
import { decimal } from '../../scripts/format/number.ts';
import type { Fraction } from '../../scripts/model/fraction.ts';
import type { Tree } from './tree.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface RoundSpec {
  readonly fields: Fields;
  /** Rows by organisation. */
  readonly results: Readonly<Record<string, Fields>>;
}

export interface NormSpec {
  readonly fields: Fields & { readonly versie: string };
  readonly rounds: Readonly<Record<string, RoundSpec>>;
}

export interface ReportSpec {
  /** Kinds by id. */
  readonly organisations: Readonly<Record<string, string>>;
  readonly norms: readonly NormSpec[];
  readonly documents?: readonly Fields[];
}

/** JSON is valid YAML, so a report can be written as plain objects. */
function yaml(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** The data folder of a report built in a test. */
export function treeOf({ organisations, norms, documents = [] }: ReportSpec): Tree {
  return Object.fromEntries([
    [
      'site.yaml',
      yaml({
        titel: 'Proef',
        adres: 'https://proef.example',
        uitgever: 'Proef',
        contact: 'a@proef.example',
        rapporten: [{ map: 'proef', pad: '/' }],
      }),
    ],
    ['proef/rapport.yaml', yaml({ titel: 'Proef', regio: 'Proefland', samenvatting: 'Proef.' })],
    ['proef/documenten.yaml', yaml({ documenten: documents })],
    [
      'proef/organisaties.yaml',
      yaml({
        organisaties: Object.entries(organisations).map(([id, soort]) => ({ id, naam: id, korte_naam: id, soort })),
      }),
    ],
    ...norms.flatMap(({ fields, rounds }) => {
      const folder = `proef/normen/${fields.versie}`;
      return [
        [`${folder}/norm.yaml`, yaml(fields)],
        ...Object.entries(rounds).flatMap(([id, round]) => [
          [`${folder}/metingen/${id}/meting.yaml`, yaml(round.fields)],
          ...Object.entries(round.results).map(([organisatie, resultaten]) => [
            `${folder}/metingen/${id}/resultaten/${organisatie}.yaml`,
            yaml({ organisatie, resultaten }),
          ]),
        ]),
      ];
    }),
  ]);
}

type Point = string | (Fields & { readonly id: string });

/** A complete norm in force with one theme, "beleid"; `fields` override its fields. */
export function norm(
  versie: string,
  deelnemers: readonly unknown[],
  points: readonly Point[],
  rounds: NormSpec['rounds'],
  fields: Fields = {},
): NormSpec {
  return {
    fields: {
      versie,
      titel: `Norm ${versie}`,
      samenvatting: 'Proef.',
      status: 'van kracht',
      volledig: true,
      deelnemers,
      themas: [{ id: 'beleid', titel: 'Beleid' }],
      ambitiepunten: points.map((point) => ({
        thema: 'beleid',
        titel: 'Punt',
        ...(typeof point === 'string' ? { id: point } : point),
      })),
      ...fields,
    },
    rounds,
  };
}

const STATUSES: Readonly<Record<string, unknown>> = {
  b: 'behaald',
  d: 'deels behaald',
  n: 'niet behaald',
  '?': 'niet beoordeeld',
  x: 'niet openbaar',
  v: { status: 'niet van toepassing', reden: 'Proef.' },
};

/**
 * A round from a table: the ambitions in a row, and for each organisation a letter per ambition. b behaald, d deels, n
 * niet, ? niet beoordeeld, x niet openbaar, v niet van toepassing; a dot means no row.
 */
export function round(
  datum: string,
  points: string,
  rows: Readonly<Record<string, string>>,
  fields: Fields = {},
): RoundSpec {
  return {
    fields: { titel: `Meting ${datum}`, datum, soort: 'tussenmeting', niveau: 'punten', ...fields },
    results: Object.fromEntries(
      Object.entries(rows).map(([organisation, letters]) => [
        organisation,
        Object.fromEntries(
          letters
            .split(' ')
            .flatMap((letter, index) => (letter === '.' ? [] : [[points.split(' ')[index]!, STATUSES[letter]]])),
        ),
      ]),
    ),
  };
}

/** A round of which only these percentages are public. */
export function reportedRound(datum: string, percentages: Readonly<Record<string, number>>): RoundSpec {
  return {
    fields: {
      titel: `Meting ${datum}`,
      datum,
      soort: 'nulmeting',
      niveau: 'totaal',
      gerapporteerd: Object.entries(percentages).map(([bereik, percentage]) => ({ bereik, percentage })),
    },
    results: {},
  };
}

/** A published number, so that tests can give decimals; null where there is none. */
export function shown(value: Fraction | null): string | null {
  return value && decimal(value);
}

/** Percentage, bounds and coverage of one set. */
export function percentages(figures: RoundFigures, scope: Scope): readonly (string | null)[] {
  const { percentage, lower, upper, coverage } = figureOf(figures, scope);
  return [percentage, lower, upper, coverage].map(shown);
}

export function figureOf(figures: RoundFigures, scope: Scope): Figures {
  const found = figures.byScope.get(scopeKey(scope));
  if (!found) throw new Error(`no set ${scopeKey(scope)}`);
  return found;
}

export const TOTAL = { kind: 'total' } as const;
export function ofTheme(theme: string) {
  return { kind: 'theme', theme } as const;
}
export function ofOrganisation(organisation: string) {
  return { kind: 'organisation', organisation } as const;
}
export function ofPoint(ambition: string, theme: string | null = 'beleid') {
  return { kind: 'ambition', ambition, theme } as const;
}
