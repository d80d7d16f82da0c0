import type { z } from 'zod';

/**
 * What a name is the name of. `version` is that of a norm by its own file, `predecessor` the norm that it replaces, `old-point`
 * a point of that one. `applicability` is a kind of organisation or an organisation; `scope` holds a theme, or one.
 */
export type NameSpace =
  | 'report'
  | 'organisation'
  | 'document'
  | 'theme'
  | 'point'
  | 'version'
  | 'predecessor'
  | 'old-point'
  | 'applicability'
  | 'scope';

/** Whether a name is given there, or another record is referred to by it. */
export interface NameMark {
  readonly space: NameSpace;
  readonly gives: boolean;
}

const NAMES = new WeakMap<z.ZodType, NameMark>();
const FREE_TEXTS = new WeakSet<z.ZodType>();
const NUMBERS = new WeakSet<z.ZodType>();

/**
 * What the reader of files needs to know of a part of the contract, and zod has no place for. zod makes another schema of
 * each change, so these come last.
 */
export function asName<Schema extends z.ZodType>(schema: Schema, mark: NameMark): Schema {
  NAMES.set(schema, mark);
  return schema;
}

export function nameMark(schema: z.ZodType): NameMark | null {
  return NAMES.get(schema) ?? null;
}

/** A text of an editor's own words, of which a part may be lost where YAML takes a sign for its own. */
export function asFreeText<Schema extends z.ZodType>(schema: Schema): Schema {
  FREE_TEXTS.add(schema);
  return schema;
}

export function isFreeText(schema: z.ZodType): boolean {
  return FREE_TEXTS.has(schema);
}

/** A number that is written as people do. */
export function asNumber<Schema extends z.ZodType>(schema: Schema): Schema {
  NUMBERS.add(schema);
  return schema;
}

export function isNumber(schema: z.ZodType): boolean {
  return NUMBERS.has(schema);
}
