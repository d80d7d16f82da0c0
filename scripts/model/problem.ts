/** A position in an authored file, as a UTF-16 offset into its text; only converted to line and column for display. */
export interface Place {
  readonly file: string;
  readonly offset: number;
}

/** Where something was authored: a path from the root of the data's repository, and a line from 1. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

export type FindOrigin = (place: Place) => SourceLine;

/** A problem with the data, in Dutch, for the person who edits it. A warning does not fail a build. */
export interface Problem {
  readonly place: Place;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Where the fields of a record were written: value or key; an index selects an item of a list. */
export interface FieldPlaces<Field extends string> {
  value(field: Field, index?: number): Place;
  key(field: Field): Place;
  /** Start of the record itself. */
  readonly whole: Place;
  /** Where something that is missing should have been: the record's first key. */
  readonly start: Place;
  /** Whether the value of a field is in doubt: wrong, or not known to be right. `withAll` includes everything in it. */
  isDoubtful(field: Field, withAll?: boolean): boolean;
}

export function error(place: Place, message: string): Problem {
  return { place, message, severity: 'error' };
}

export function warning(place: Place, message: string): Problem {
  return { place, message, severity: 'warning' };
}

/** Wrong use of a command, as a sentence for the person who typed it; exit status 2. */
export class UsageError extends Error {}
