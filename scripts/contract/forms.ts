import type { z } from 'zod';
import type { SourceMapping, SourceNode } from '../model/tree.ts';
import { entryOf } from './tree.ts';

/** The form of a value in the contract, with the types that it consists of. */
export type Form =
  | { readonly kind: 'record'; readonly schema: z.ZodType; readonly shape: Readonly<Record<string, z.ZodType>> }
  | { readonly kind: 'list'; readonly schema: z.ZodType; readonly item: z.ZodType }
  | { readonly kind: 'rows'; readonly schema: z.ZodType; readonly key: z.ZodType; readonly row: z.ZodType }
  | {
      readonly kind: 'choice';
      readonly schema: z.ZodType;
      readonly options: readonly z.ZodType[];
      readonly by: string | null;
    }
  | { readonly kind: 'word'; readonly schema: z.ZodType };

/** Definition of a zod schema, as far as the contract uses it. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
}

function definition(schema: z.ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}

export function isOptional(schema: z.ZodType): boolean {
  return definition(schema).type === 'optional';
}

const forms = new WeakMap<z.ZodType, Form>();

/** Returns the form of a part of the contract, optional or not. */
export function formOf(schema: z.ZodType): Form {
  const known = forms.get(schema) ?? makeForm(schema);
  forms.set(schema, known);
  return known;
}

function makeForm(schema: z.ZodType): Form {
  const { type, innerType, shape, element, keyType, valueType, options, discriminator } = definition(schema);
  switch (type) {
    case 'optional':
      return formOf(innerType!);
    case 'object':
      return { kind: 'record', schema, shape: shape! };
    case 'array':
      return { kind: 'list', schema, item: element! };
    case 'record':
      return { kind: 'rows', schema, key: keyType!, row: valueType! };
    case 'union':
      return { kind: 'choice', schema, options: options!, by: discriminator ?? null };
    default:
      return { kind: 'word', schema };
  }
}

/** Type of a single-word value, in zod's terms: string, number, boolean, enum, literal. */
export function wordType(schema: z.ZodType): string {
  return definition(schema).type;
}

const LOOKS_LIKE_NUMBER = /^[-+]?[\d.,]/;

/** Returns which of the possible forms was meant; null if the value has none of them. */
export function optionFor({ options, by }: Extract<Form, { kind: 'choice' }>, node: SourceNode): z.ZodType | null {
  if (by !== null) return node.kind === 'mapping' ? byField(options, by, node) : null;
  const fitting = options.filter((option) => {
    const { kind } = formOf(option);
    return kind === 'word'
      ? node.kind === 'scalar'
      : kind === 'list'
        ? node.kind === 'sequence'
        : node.kind === 'mapping';
  });
  if (fitting.length < 2 || node.kind !== 'scalar') return fitting[0] ?? null;
  const isNumber = typeof node.value === 'number' || LOOKS_LIKE_NUMBER.test(node.text);
  return fitting.find((option) => (wordType(option) === 'number') === isNumber) ?? null;
}

/** Chooses between records by the field that tells them apart; if that is unusable, by the fields that are present. */
function byField(options: readonly z.ZodType[], by: string, node: SourceMapping): z.ZodType | null {
  const said = entryOf(node, by)?.value;
  const shapes = options.map((option) => {
    const form = formOf(option);
    return { option, shape: form.kind === 'record' ? form.shape : {} };
  });
  const stated = shapes.find(
    ({ shape }) => said?.kind === 'scalar' && shape[by]!.safeParse(said.value ?? undefined).success,
  );
  const [likely] = shapes.toSorted((a, b) => misfit(a.shape, node) - misfit(b.shape, node));
  return (stated ?? likely)?.option ?? null;
}

/** Number of fields that the record does not have, plus the number of required fields that are missing. */
function misfit(shape: Readonly<Record<string, z.ZodType>>, { entries }: SourceMapping): number {
  const keys = new Set(entries.map(({ key }) => key));
  return (
    [...keys].filter((key) => !Object.hasOwn(shape, key)).length +
    Object.keys(shape).filter((key) => !isOptional(shape[key]!) && !keys.has(key)).length
  );
}
