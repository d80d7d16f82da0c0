import type { z } from 'zod';
import { withoutInvisible } from '../../model/invisible.ts';
import type { SourceNode } from '../../model/tree.ts';
import { formOf, optionFor, type Form } from '../forms.ts';
import { isFreeText } from '../marks.ts';
import { plain } from '../tree.ts';

export function isEmpty(node: SourceNode): boolean {
  return node.kind === 'scalar' && node.text === '';
}

/** Whether a value has the form that a part of the contract asks for, of records by the names of their fields. */
export function fits(schema: z.ZodType, node: SourceNode): boolean {
  const form = formOf(schema);
  switch (form.kind) {
    case 'record':
      return node.kind === 'mapping' && node.entries.every(({ key }) => key in form.shape);
    case 'list':
      return node.kind === 'sequence' && node.items.every((item) => fits(form.item, item));
    case 'rows':
      return node.kind === 'mapping' && node.entries.every(({ value }) => fits(form.row, value));
    case 'choice': {
      const option = optionFor(form, node);
      return option !== null && fits(option, node);
    }
    case 'word':
      return node.kind === 'scalar' && schema.safeParse(plain(node)).success;
  }
}

/** A key as people compare them: without capitals, and with one sign between words. */
export function alike(key: string): string {
  return withoutInvisible(key)
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}

/** What the items are of a list that is one of the forms a value may have; null where none is. */
export function listIn(form: Extract<Form, { kind: 'choice' }>): z.ZodType | null {
  for (const option of form.options) {
    const inner = formOf(option);
    if (inner.kind === 'list') return inner.item;
  }
  return null;
}

/** More than any number of wrong fields: a word where a record belongs, or a record where a word does. */
export const MISFIT = 1000;

/** How much of an item has no place in a list: the number of its fields that are not known there. */
export function oddity(schema: z.ZodType, node: SourceNode): number {
  const form = formOf(schema);
  if (form.kind === 'choice') {
    const option = optionFor(form, node);
    return option ? oddity(option, node) : MISFIT;
  }
  if (form.kind === 'record' && node.kind === 'mapping')
    return node.entries.filter(({ key }) => !Object.hasOwn(form.shape, key)).length;
  return form.kind === 'word' && node.kind === 'scalar' ? 0 : MISFIT;
}

/** Whether a value may be a text of several lines. */
export function isText(schema: z.ZodType): boolean {
  const form = formOf(schema);
  return form.kind === 'word' && isFreeText(form.schema);
}
