import type { z } from 'zod';
import { withoutInvisible } from '../model/invisible.ts';
import { nearest } from '../model/suggestion.ts';
import type { SourceNode, SourceScalar } from '../model/tree.ts';
import { formOf, isOptional, wordType } from './forms.ts';
import { plain } from './tree.ts';

/** Placeholder for a missing or wrong value. */
export function standIn(schema: z.ZodType): unknown {
  const form = formOf(schema);
  switch (form.kind) {
    case 'record':
      return Object.fromEntries(
        Object.entries(form.shape).flatMap(([key, inner]) => (isOptional(inner) ? [] : [[key, standIn(inner)]])),
      );
    case 'list':
      return [];
    case 'rows':
      return {};
    case 'choice':
      return standIn(form.options[0]!);
    case 'word':
      return [false, true, 0, '…'].find((value) => form.schema.safeParse(value).success) ?? firstWord(form.schema);
  }
}

/** The first of the allowed words; "…" if any text is allowed. */
function firstWord(schema: z.ZodType): unknown {
  const { entries } = schema._zod.def as unknown as { entries?: Readonly<Record<string, string>> };
  return entries ? Object.values(entries)[0] : '…';
}

/** The contract's message for a value that it does not accept. */
export function messageOf(schema: z.ZodType, node: SourceNode): string {
  const result = schema.safeParse(plain(node));
  return result.success
    ? ''
    : (result.error.issues.find(({ path }) => path.length === 0) ?? result.error.issues[0]!).message;
}

/** Word that was most likely meant by an unknown one; null if that is not clear. */
export function meantBy(word: z.ZodType, node: SourceScalar): unknown {
  const text = withoutInvisible(node.text).trim();
  if (word.safeParse(text).success) return text;
  if (wordType(word) === 'boolean')
    return text === 'true' || text === 'ja' ? true : text === 'false' || text === 'nee' ? false : null;
  const { entries } = word._zod.def as unknown as { entries?: Readonly<Record<string, string>> };
  return entries ? nearest(text, Object.values(entries)) : null;
}
