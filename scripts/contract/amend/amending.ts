import type { z } from 'zod';
import { withoutInvisible } from '../../model/invisible.ts';
import type { SourceEntry, SourceMapping, SourceNode, SourceScalar } from '../../model/tree.ts';
import { type Form, formOf, optionFor } from '../forms.ts';
import { isFreeText } from '../marks.ts';
import { plain } from '../tree.ts';

/** The record or rows around a value: where an entry goes that is indented too far. */
export interface Outer {
  /** Whether it has fields of its own; rows take any name. */
  readonly isRecord: boolean;
  /** The field or row of it in which the value stands. */
  readonly within: string;
  accepts(entry: SourceEntry): boolean;
  take(entry: SourceEntry): void;
}

/** What each part of the amending needs of the whole. */
export interface Amending {
  /** Nodes of which has been said all there is to say: what they hold is not known. */
  readonly unclear: WeakSet<SourceNode>;
  /** Keys that a mapping lacks for a reason that has been reported. */
  readonly excused: WeakMap<SourceNode, ReadonlySet<string>>;
  /** Keys of a mapping that are written otherwise, and of which was guessed that they were meant. */
  readonly guessed: WeakMap<SourceNode, ReadonlySet<string>>;
  /** What was meant by a value, where a part of the contract belongs. */
  amend(schema: z.ZodType, node: SourceNode, outer?: Outer | null): SourceNode;
  /** `plan:behaald` where a group of fields belongs is one word to YAML: reports that, and returns the word. */
  colonless(node: SourceNode): SourceNode;
  addProblem(offset: number, message: string): void;
  /** A text as it is written, for what the parser has joined. */
  raw(node: SourceScalar): string;
}

/**
 * The lines that the parser has joined into one word, with the dash that a line begins with, and where its text does.
 */
export function linesIn(
  raw: string,
): readonly { readonly text: string; readonly dash: string; readonly index: number }[] {
  return [...raw.matchAll(/(?:^|\n)[ \t]*(- +)?([^\n#]*[^\s#])/g)].map((found) => {
    const [whole, dash = '', text = ''] = found;
    return { text, dash, index: found.index + whole.length - text.length };
  });
}

/** Words of a text that should have been a list. */
export function wordsOf(node: SourceScalar): SourceScalar[] {
  return [...node.text.matchAll(/[^,]+/g)].flatMap((found): SourceScalar[] => {
    const text = found[0].trim();
    const start = node.start + (node.isPlain ? found.index + found[0].search(/\S/) : 0);
    return text === '' ? [] : [{ ...node, start, end: start + text.length, text, value: text }];
  });
}

/** All entries of a mapping in the order in which they are written, those with a key that stands twice too. */
function writtenEntries({ entries, repeated = [] }: SourceMapping): readonly SourceEntry[] {
  return repeated.length === 0 ? entries : [...entries, ...repeated].sort((a, b) => a.keyStart - b.keyStart);
}

/** A mapping that holds several, since lines are gone: apart, each from the first key that stands twice. */
export function apart(node: SourceMapping): readonly SourceMapping[] {
  const parts: SourceEntry[][] = [[]];
  let seen = new Set<string>();
  for (const entry of writtenEntries(node)) {
    if (seen.has(entry.key)) {
      parts.push([]);
      seen = new Set();
    }
    seen.add(entry.key);
    parts.at(-1)!.push(entry);
  }
  return parts.map((entries, index) => ({
    kind: 'mapping',
    start: index === 0 ? node.start : entries[0]!.keyStart,
    entries,
  }));
}

/**
 * What is said of another sign where a colon belongs, or of a colon without a space; `written`: the line as it should
 * be.
 */
export function colonMessage(sign: string | undefined, written: string): string {
  return sign === ':'
    ? `na de dubbele punt ontbreekt een spatie; schrijf ${written}`
    : `hier staat ${sign === ';' ? 'een puntkomma' : 'een isgelijkteken'} waar een dubbele punt hoort; schrijf ${written}`;
}

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
