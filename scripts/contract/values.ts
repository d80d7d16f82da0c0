import type { z } from 'zod';
import { invisibleIn, withoutInvisible } from '../model/invisible.ts';
import { nearest } from '../model/suggestion.ts';
import type { SourceMapping, SourceNode, SourceScalar, SourceSequence } from '../model/tree.ts';
import { formOf, isOptional, wordType } from './forms.ts';
import { isFreeText } from './marks.ts';
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

/** Message for a value that the contract does not accept. A word where fields belong gets the field that it fits. */
export function messageOf(schema: z.ZodType, node: SourceNode): string {
  const form = formOf(schema);
  if (node.kind === 'scalar') {
    const group = form.kind === 'record' ? asGroup(form.shape, node) : null;
    if (group !== null) return `hier hoort een groep velden; schrijf ${group}`;
    const item = form.kind === 'list' ? formOf(form.item) : null;
    const only = item?.kind === 'record' ? asGroup(item.shape, node) : null;
    if (only !== null) return `hier hoort een lijst; schrijf [${only}]`;
  }
  return refusalOf(schema, plain(node)) ?? '';
}

function refusalOf(schema: z.ZodType, value: unknown): string | null {
  const result = schema.safeParse(value);
  return result.success
    ? null
    : (result.error.issues.find(({ path }) => path.length === 0) ?? result.error.issues[0]!).message;
}

/** A word as the one field of a record that it fits, with the other fields that the record needs; null if none is. */
function asGroup(shape: Readonly<Record<string, z.ZodType>>, node: SourceScalar): string | null {
  const fields = Object.entries(shape).map(([key, inner]) => ({ key, inner, form: formOf(inner) }));
  const fitting = fields.flatMap(({ key, inner, form }) => {
    if (form.kind !== 'word' || isFreeText(form.schema)) return [];
    // `door elkaar`, where `door: elkaar` was meant.
    const text = node.text.startsWith(`${key} `) ? node.text.slice(key.length + 1) : node.text;
    const meant =
      [node.value, text].find((value) => form.schema.safeParse(value).success) ?? nearWord(form.schema, text);
    return meant === null ? [] : [{ key, meant, isNeeded: !isOptional(inner) }];
  });
  const needed = fitting.filter(({ isNeeded }) => isNeeded);
  const [only, second] = needed.length > 0 ? needed : fitting;
  if (!only || second) return null;
  const others = fields.flatMap(({ key, inner }) => (isOptional(inner) || key === only.key ? [] : [`, ${key}: …`]));
  return `{${only.key}: ${written(only.meant)}${others.join('')}}`;
}

function written(value: unknown): string {
  return typeof value === 'string' && !/^[a-z][a-z0-9 -]*$/i.test(value) ? `"${value}"` : String(value);
}

/** One of a few words, with which a text has much in common; null if there is none. */
function nearWord(word: z.ZodType, text: string): string | null {
  const { entries } = word._zod.def as unknown as { entries?: Readonly<Record<string, string>> };
  return entries ? nearest(text, Object.values(entries)) : null;
}

/** Words that people use, each with that of the contract. */
export type OtherWords = ReadonlyMap<string, string>;

/** Word that was most likely meant by an unknown one; null if that is not clear. */
export function meantBy(word: z.ZodType, node: SourceScalar, others: OtherWords): unknown {
  const text = withoutInvisible(node.text).trim();
  if (word.safeParse(text).success) return text;
  if (wordType(word) === 'boolean')
    return text === 'true' || text === 'ja' ? true : text === 'false' || text === 'nee' ? false : null;
  return otherWord(word, text, others) ?? nearWord(word, text);
}

/** Word of the contract for which another is used; null if that is none of these. */
function otherWord(word: z.ZodType, text: string, others: OtherWords): string | null {
  const { entries } = word._zod.def as unknown as { entries?: Readonly<Record<string, string>> };
  const typed = text.toLowerCase();
  const said = others.has(typed) ? typed : nearWord(word, text) === null ? nearest(typed, others.keys()) : null;
  const meant = said === null ? null : others.get(said)!;
  return meant !== null && entries && Object.values(entries).includes(meant) ? meant : null;
}

/** Message for a word that the contract does not know. */
export function wrongWord(word: z.ZodType, node: SourceScalar, others: OtherWords): string {
  const hidden = invisibleIn(node.text);
  const clean = withoutInvisible(node.text).trim();
  if (hidden && word.safeParse(clean).success) return `in deze waarde staat ${hidden.name}; bedoelde u "${clean}"?`;
  const said = messageOf(word, node);
  const other = otherWord(word, clean, others);
  const meant = other ?? nearWord(word, clean);
  // What was meant may itself need more than a word.
  const refusal = meant === null || meant === node.text ? null : refusalOf(word, meant);
  return refusal ?? (other === null ? said : `${said.replace(/;.*$/s, '')}; bedoelde u "${other}"?`);
}

/** Message for a group or a list where text belongs; `organisatie: modelstad` may be one word. */
export function noText(word: z.ZodType, node: SourceMapping | SourceSequence): string {
  const [entry, second] = node.kind === 'mapping' ? node.entries : [];
  const joined = entry?.value.kind === 'scalar' && !second ? `${entry.key}:${entry.value.text}` : null;
  return joined !== null && !isFreeText(word) && word.safeParse(joined).success
    ? `hier hoort één woord, zonder spatie na de dubbele punt; bedoelde u "${joined}"?`
    : 'hier hoort tekst, geen lijst of groep velden; schrijf haar achter de dubbele punt';
}
