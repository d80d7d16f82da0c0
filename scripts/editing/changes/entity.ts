import type { Report } from '../../compute/report.ts';
import type { Norm } from '../../model/norm.ts';
import type { ReportedScope } from '../../model/round.ts';

/** What kind of thing is described; the order is that of the message. */
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

/** What is said of a thing, by the name of the field; null where nothing is. */
export type EntityFields = Readonly<Record<string, string | null>>;

/** One thing that readers can see, with all that is said of it, by the names that the contract has for it. */
export interface Entity {
  readonly kind: (typeof KINDS)[number];
  /** What stays the same when it changes. */
  readonly key: string;
  readonly name: string;
  /** The round or norm of which it is a part. */
  readonly within: string;
  /** Texts of an editor, which are shown in quotes. */
  readonly texts: EntityFields;
  /** Words and numbers that stand as they are. */
  readonly values: EntityFields;
}

/** A point as people call it: "1.1 Er is een plan". */
export function pointName({ number, title }: { readonly number: string | null; readonly title: string }): string {
  return number === null ? title : `${number} ${title}`;
}

/** Ids as readers know them. */
export interface Names {
  readonly organisation: (id: string) => string;
  readonly point: (norm: Norm, id: string) => string;
  readonly theme: (norm: Norm, id: string) => string;
}

/** The names of one report. */
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

/** What a reported figure is about. */
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
