/** A spot in an authored file: UTF-16 offset into its text. Turned into line and column only when it is shown. */
export interface Place {
  readonly file: string;
  readonly offset: number;
}

/** Where something was authored, as the repository of the data names it: a path from its root, and a line from 1. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

export type FindOrigin = (place: Place) => SourceLine;

/** What is wrong with the data, in Dutch, for the person who edits it. A warning does not fail a build. */
export interface Problem {
  readonly place: Place;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Where one field of a record was written: its value, or its key; an index picks an element of a list. */
export interface FieldPlaces<Field extends string> {
  value(field: Field, index?: number): Place;
  key(field: Field): Place;
  /** Where the record itself begins. */
  readonly whole: Place;
  /** Where something that is missing should have been: the record's first key. */
  readonly start: Place;
  /** Whether the value of the field is in doubt: wrong, or not known to be right; `withAll`: or anything in it. */
  isDoubtful(field: Field, withAll?: boolean): boolean;
}

export function error(place: Place, message: string): Problem {
  return { place, message, severity: 'error' };
}

export function warning(place: Place, message: string): Problem {
  return { place, message, severity: 'warning' };
}

/** Wrong use of a command, in a sentence for who typed it: exit status 2. */
export class UsageError extends Error {}
