import type { z } from 'zod';

/**
 * Describes a rule that is written in code to editors' tools: as JSON Schema, with the message that the YAML language
 * server shows (`errorMessage`, `patternErrorMessage`). `test/messages/` checks that both agree.
 */
export type RedLine = Readonly<Record<string, unknown>>;

/** A text that matches a pattern. The language server compiles it with the `u` flag. */
export function fits(pattern: string, message: string): RedLine {
  return { pattern, patternErrorMessage: message };
}

/** A value that matches a schema. Keywords without their own message use that of `const`, which no value equals. */
export function holds(schema: RedLine, message: string): RedLine {
  return {
    if: schema,
    else: { const: 'x', errorMessage: message },
  };
}

/** A record with one of these values in each of these fields. */
export function has(values: Readonly<Record<string, readonly unknown[]>>): RedLine {
  return {
    properties: Object.fromEntries(Object.entries(values).map(([field, allowed]) => [field, { enum: allowed }])),
    required: Object.keys(values),
  };
}

/** A record that has these fields. */
export function needs(fields: readonly string[], message: string): RedLine {
  return {
    required: fields,
    errorMessage: message,
  };
}

/** A record that has none of these fields. */
export function lacks(fields: readonly string[], message: string): RedLine {
  return {
    properties: Object.fromEntries(fields.map((field) => [field, false])),
    errorMessage: message,
  };
}

/** A record whose field, if present, matches a schema. */
export function under(field: string, schema: RedLine): RedLine {
  return { properties: { [field]: schema } };
}

export function when(condition: RedLine, then: RedLine): RedLine {
  return { if: condition, then };
}

/**
 * What a name refers to. `version`: a norm, in its own file; `predecessor`: the norm that it replaces; `old-point`: an
 * ambition of that norm; `applicability`: an organisation or a kind of organisation; `scope`: may contain a theme or an
 * organisation.
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

/** Whether a name is defined in this place, or refers to another record. */
export interface NameMark {
  readonly space: NameSpace;
  readonly gives: boolean;
}

const NAMES = new WeakMap<z.ZodType, NameMark>();
const FREE_TEXTS = new WeakSet<z.ZodType>();
const NUMBERS = new WeakSet<z.ZodType>();

/**
 * Marks a field with facts for the reader of files that zod cannot hold. Apply marks last: each change in zod creates a
 * new schema.
 */
export function asName<Schema extends z.ZodType>(schema: Schema, mark: NameMark): Schema {
  NAMES.set(schema, mark);
  return schema;
}

export function nameMark(schema: z.ZodType): NameMark | null {
  return NAMES.get(schema) ?? null;
}

/** A text in an editor's own words, part of which is lost if YAML takes a character for syntax. */
export function asFreeText<Schema extends z.ZodType>(schema: Schema): Schema {
  FREE_TEXTS.add(schema);
  return schema;
}

export function isFreeText(schema: z.ZodType): boolean {
  return FREE_TEXTS.has(schema);
}

/** A number in everyday notation. */
export function asNumber<Schema extends z.ZodType>(schema: Schema): Schema {
  NUMBERS.add(schema);
  return schema;
}

export function isNumber(schema: z.ZodType): boolean {
  return NUMBERS.has(schema);
}
