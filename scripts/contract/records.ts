import { z } from 'zod';
import { id } from './fields.ts';

/** What check.ts needs to explain keys that a record does not have. */
export interface KeyHelp {
  readonly known: readonly string[];
  readonly why: string | null;
}

function quotedList(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

/** What may stand in a record, for a tool that has one sentence for whatever is wrong with its fields. */
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

/** A mapping with these keys and no others. `why` replaces the suggestion for a key that it may not have. */
export function record<Shape extends z.ZodRawShape>(shape: Shape, description: string, why: string | null = null) {
  return z
    .strictObject(shape, {
      error: (issue) =>
        issue.code === 'unrecognized_keys'
          ? JSON.stringify({ known: Object.keys(shape), why } satisfies KeyHelp)
          : groupExpected,
    })
    .meta({ description, errorMessage: why ? `dit veld ${why}` : fieldsOf(shape) });
}

const listExpected = 'hier hoort een lijst: elke regel begint met "- "';

export function list<Item extends z.ZodType>(item: Item, description: string) {
  return z.array(item, { error: listExpected }).meta({ description, errorMessage: listExpected });
}

/** What JSON Schema calls a value of this form. */
function typeOf(option: z.ZodType): string {
  return option.type === 'enum' ? 'string' : option.type;
}

/** One or another form of the same thing; `expected` says what either is. */
export function either<Options extends readonly [z.ZodType, z.ZodType]>(
  options: Options,
  expected: string,
  description: string,
) {
  return z
    .union(options, { error: `hier hoort ${expected}` })
    .meta({ description, allOf: [{ type: options.map(typeOf), errorMessage: `hier hoort ${expected}` }] });
}

/** Documents on which something rests: one id, or a list of them. */
export function source() {
  return either(
    [id('Id van een document.'), list(id('Id van een document.'), 'Ids van documenten.')],
    'de id van een document, of een lijst daarvan',
    'Waar dit op rust: een id uit documenten.yaml, of een lijst daarvan.',
  ).optional();
}

/** Adds a problem to the key of each record in a list that has the same value there as one before it. */
export function refuseRepeated<Key extends string>(
  context: z.core.$RefinementCtx,
  list: string,
  records: readonly Readonly<Record<Key, string>>[],
  key: Key,
  message: (value: string) => string,
): void {
  const seen = new Set<string>();
  records.forEach((each, index) => {
    if (seen.has(each[key])) refuse(context, [list, index, key], message(each[key]));
    seen.add(each[key]);
  });
}

/** Adds a problem of a record to one of its keys. */
export function refuse(context: z.core.$RefinementCtx, path: readonly (string | number)[], message: string): void {
  context.addIssue({ code: 'custom', path: [...path], message, input: undefined });
}
