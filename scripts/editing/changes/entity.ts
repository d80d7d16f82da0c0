import type { Report } from '../../compute/report.ts';
import type { Norm } from '../../model/norm.ts';
import type { ReportedScope } from '../../model/round.ts';

/** Kinds of entities, in the order in which the message lists them. */
export const KINDS = [
  'rapport',
  'verwante norm',
  'organisatie',
  'document',
  'norm',
  'deelnemer',
  'thema',
  'punt',
  'vervallen punt',
  'meting',
  'gerapporteerd cijfer',
  'correctie',
  'resultaten',
  'resultaat',
] as const;

/** What is said about a thing, by field; null where nothing is. */
export type EntityFields = Readonly<Record<string, string | null>>;

/** One thing that readers can see, with everything said about it, under the contract's names. */
export interface Entity {
  readonly kind: (typeof KINDS)[number];
  /** Identifies it on both sides of a change. */
  readonly key: string;
  readonly name: string;
  /** The round or norm that it belongs to. */
  readonly within: string;
  /** Texts of an editor, shown in quotes. */
  readonly texts: EntityFields;
  /** Words and numbers, shown as they are. */
  readonly values: EntityFields;
}

/** An ambition by number and title: "1.1 Er is een plan". */
export function pointName({ number, title }: { readonly number: string | null; readonly title: string }): string {
  return number === null ? title : `${number} ${title}`;
}

/** Turns ids into names that readers know. */
export interface Names {
  readonly organisation: (id: string) => string;
  readonly point: (norm: Norm, id: string) => string;
  readonly theme: (norm: Norm, id: string) => string;
}

/** The names in one report. */
export function namesIn({ data }: Report): Names {
  const organisations = new Map(data.organisations.map(({ id, shortName }) => [id, shortName]));
  return {
    organisation: (id) => organisations.get(id) ?? id,
    point: ({ ambitions }, id) => {
      const found = ambitions.find((each) => each.id === id);
      return found ? pointName(found) : id;
    },
    theme: ({ themes }, id) => themes.find((each) => each.id === id)?.title ?? id,
  };
}

/** The subject of a reported figure. */
export function scopeName(norm: Norm, scope: ReportedScope, names: Names): string {
  switch (scope.kind) {
    case 'total':
      return 'totaal';
    case 'theme':
      return `thema ${names.theme(norm, scope.theme)}`;
    case 'organisation':
      return names.organisation(scope.organisation);
  }
}
