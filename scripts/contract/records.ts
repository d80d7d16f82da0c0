import { z } from 'zod';
import { reference } from './fields.ts';
import type { Path } from './tree.ts';

/** What a rule can do with a path within a record: refuse it, and ask whether it is not in doubt. */
export interface RuleContext {
  readonly refuse: (path: Path, message: string) => void;
  readonly isCertain: (path: Path) => boolean;
}

/** A rule about the fields of one record. */
export interface RecordRule<Value> {
  /** Fields that the rule depends on; it is skipped if one of them is in doubt. */
  readonly restsOn: readonly (keyof Value & string)[];
  /** Whether it refuses single items of a list, which leaves the rest of the list certain. */
  readonly ofItems?: boolean;
  readonly check: (value: Value, context: RuleContext) => void;
}

const RULES = new WeakMap<z.ZodType, readonly RecordRule<never>[]>();
const REASONS = new WeakMap<z.ZodType, string>();

/** Adds rules to a record. Apply last: each change in zod creates a new schema. */
export function withRules<Schema extends z.ZodType>(
  schema: Schema,
  ...rules: readonly RecordRule<z.output<Schema>>[]
): Schema {
  RULES.set(schema, rules);
  return schema;
}

export function rulesOf(schema: z.ZodType): readonly RecordRule<Readonly<Record<string, unknown>>>[] {
  return (RULES.get(schema) ?? []) as unknown as readonly RecordRule<Readonly<Record<string, unknown>>>[];
}

/** Why a record accepts no other fields; null if there is no specific reason. */
export function reasonOf(schema: z.ZodType): string | null {
  return REASONS.get(schema) ?? null;
}

function quotedList(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** Fields of a record, for tools that have one message for any mistake in them. */
function fieldsOf(shape: z.ZodRawShape): string {
  const names = Object.keys(shape);
  const required = names.filter((name) => shape[name]!._zod.optin !== 'optional');
  const others = names.filter((name) => !required.includes(name));
  return [
    required.length === 0
      ? 'hier hoort een groep velden'
      : `${required.length === 1 ? 'hier hoort het veld' : 'hier horen de velden'} ${quotedList(required)}`,
    ...(others.length > 0 ? [`als het nodig is ook ${quotedList(others)}`] : []),
    'een ander veld kan hier niet',
  ].join('; ');
}

export const groupExpected = 'hier hoort een groep velden: op elke regel "naam: waarde"';

/** A mapping with these keys and no others. `why` replaces the suggestion for any other key. */
export function record<Shape extends z.ZodRawShape>(shape: Shape, description: string, why: string | null = null) {
  const schema = z
    .strictObject(shape, { error: groupExpected })
    .meta({ description, errorMessage: why ? `dit veld ${why}` : fieldsOf(shape) });
  if (why) REASONS.set(schema, why);
  return schema;
}

export const listExpected = 'hier hoort een lijst: elke regel begint met "- "';

export function list<Item extends z.ZodType>(item: Item, description: string) {
  return z.array(item, { error: listExpected }).meta({ description, errorMessage: listExpected });
}

/** Type of a value in JSON Schema. */
function typeOf(option: z.ZodType): string {
  return option.type === 'enum' ? 'string' : option.type;
}

/** A value in one of two forms; `expected` describes both. */
export function either<Options extends readonly [z.ZodType, z.ZodType]>(
  options: Options,
  expected: string,
  description: string,
) {
  return z
    .union(options, { error: `hier hoort ${expected}` })
    .meta({ description, allOf: [{ type: options.map(typeOf), errorMessage: `hier hoort ${expected}` }] });
}

function documentId() {
  return reference('document', 'Id van een document.');
}

/** Sources of a statement: the id of a document, or a list of ids. */
export function source() {
  return either(
    [documentId(), list(documentId(), 'Ids van documenten.')],
    'de id van een document, of een lijst daarvan',
    'Waar dit op rust: een id uit documenten.yaml, of een lijst daarvan.',
  ).optional();
}

/** Requires different values in a field of all records in a list; refuses the later one. */
export function differentIn<List extends string, Key extends string>(
  list: List,
  key: Key,
  message: (value: string) => string,
): RecordRule<{ readonly [Name in List]?: readonly Readonly<Record<Key, string>>[] | undefined }> {
  return {
    restsOn: [list],
    ofItems: true,
    check: (value, { refuse, isCertain }) => {
      const seen = new Set<string>();
      (value[list] ?? []).forEach((each, index) => {
        if (!isCertain([list, index, key])) return;
        if (seen.has(each[key])) refuse([list, index, key], message(each[key]));
        seen.add(each[key]);
      });
    },
  };
}

const NOT_EMPTY = new WeakMap<z.ZodType, string>();

/** A list of at least one item. Apply last: each change in zod creates a new schema. */
export function notEmpty<Item extends z.ZodType>(schema: z.ZodArray<Item>, expected: string): z.ZodArray<Item> {
  const marked = schema.meta({ ...schema.meta(), allOf: [{ contains: {}, errorMessage: expected }] });
  NOT_EMPTY.set(marked, expected);
  return marked;
}

/** Message for an empty list; null if the list may be empty. */
export function emptyRefusal(schema: z.ZodType): string | null {
  return NOT_EMPTY.get(schema) ?? null;
}
