import type { z } from 'zod';

/**
 * How a rule that is written in code is described to editors' tools: in JSON Schema, beside the rule, with the sentence
 * that the YAML language server shows (`errorMessage`, `patternErrorMessage`). `test/messages/` holds each rule against
 * it.
 */
export type RedLine = Readonly<Record<string, unknown>>;

/** A text that fits a pattern. The server reads it with the `u` flag. */
export function fits(pattern: string, message: string): RedLine {
  return { pattern, patternErrorMessage: message };
}

/**
 * A value that matches a schema. Keywords without a message of their own take that of `const`, which no value ever
 * equals.
 */
export function holds(schema: RedLine, message: string): RedLine {
  return {
    if: schema,
    else: { const: 'x', errorMessage: message },
  };
}

/** A record that has these values in these fields. */
export function has(values: Readonly<Record<string, readonly unknown[]>>): RedLine {
  return {
    properties: Object.fromEntries(Object.entries(values).map(([field, allowed]) => [field, { enum: allowed }])),
    required: Object.keys(values),
  };
}

/** These fields are there. */
export function needs(fields: readonly string[], message: string): RedLine {
  return {
    required: fields,
    errorMessage: message,
  };
}

/** These fields are not there. */
export function lacks(fields: readonly string[], message: string): RedLine {
  return {
    properties: Object.fromEntries(fields.map((field) => [field, false])),
    errorMessage: message,
  };
}

/** What a value under a key must be; where there is none, nothing. */
export function under(field: string, schema: RedLine): RedLine {
  return { properties: { [field]: schema } };
}

export function when(condition: RedLine, then: RedLine): RedLine {
  return { if: condition, then };
}

/**
 * What a name is the name of. `version` is that of a norm by its own file, `predecessor` the norm that it replaces,
 * `old-point` a point of that one. `applicability` is a kind of organisation or an organisation; `scope` holds a theme,
 * or one.
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
 * What the reader of files needs to know of a part of the contract, and zod has no place for. zod makes another schema
 * of each change, so these come last.
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
