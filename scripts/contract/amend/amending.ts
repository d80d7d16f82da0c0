import type { z } from 'zod';
import { withoutInvisible } from '../../model/invisible.ts';
import type { SourceEntry, SourceMapping, SourceNode, SourceScalar } from '../../model/tree.ts';
import { type Form, formOf, optionFor } from '../forms.ts';
import { isFreeText } from '../marks.ts';
import { plain } from '../tree.ts';

/** The record or rows around a value, which take an entry that is indented too far. */
export interface Outer {
  /** Whether it has fields of its own; rows accept any name. */
  readonly isRecord: boolean;
  /** The field or row that contains the value. */
  readonly within: string;
  accepts(entry: SourceEntry): boolean;
  take(entry: SourceEntry): void;
}

/** The part of `Amender` that its helpers use. */
export interface Amending {
  /** Nodes whose problem has been reported and whose content is unknown. */
  readonly unclear: WeakSet<SourceNode>;
  /** Names of which a problem has been reported; then no other is. */
  readonly told: WeakSet<SourceNode>;
  /** Keys that are missing from a mapping for a reason that has been reported. */
  readonly excused: WeakMap<SourceNode, ReadonlySet<string>>;
  /** Keys of a mapping that were written differently, and are a guess at what was meant. */
  readonly guessed: WeakMap<SourceNode, ReadonlySet<string>>;
  /** Amends a value by its part of the contract. */
  amend(schema: z.ZodType, node: SourceNode, outer?: Outer | null): SourceNode;
  /**
   * Reports `plan:behaald` where a group of fields belongs, which is one word in YAML; returns that word.
   * `isField`: whether that may stand before the colon.
   */
  colonless(node: SourceNode, isField?: (key: string) => boolean): SourceNode;
  addProblem(offset: number, message: string): void;
  /** A text as written, before the parser joined its lines. */
  raw(node: SourceScalar): string;
}

/**
 * Splits a word into the lines that the parser joined: the dash at the start of each, its text, and the offset of that.
 */
export function linesIn(
  raw: string,
): readonly { readonly text: string; readonly dash: string; readonly index: number }[] {
  return [...raw.matchAll(/(?:^|\n)[ \t]*(- +)?([^\n#]*[^\s#])/g)].map((found) => {
    const [whole, dash = '', text = ''] = found;
    return { text, dash, index: found.index + whole.length - text.length };
  });
}

/** Splits a text that should have been a list at its commas; names also at "en". */
export function wordsOf(node: SourceScalar, areNames: boolean): SourceScalar[] {
  const part = areNames ? /(.+?)(?:\s*,|\s+en\s|\s*$)/gs : /([^,]+)/g;
  return [...node.text.matchAll(part)].flatMap((found): SourceScalar[] => {
    const text = found[1]!.trim();
    const start = node.start + (node.isPlain ? found.index + found[0].search(/\S/) : 0);
    return text === '' ? [] : [{ ...node, start, end: start + text.length, text, value: text }];
  });
}

/** All entries of a mapping in written order, including repeated keys. */
function writtenEntries({ entries, repeated = [] }: SourceMapping): readonly SourceEntry[] {
  return repeated.length === 0 ? entries : [...entries, ...repeated].sort((a, b) => a.keyStart - b.keyStart);
}

/** Splits a mapping that has absorbed others, at each key that repeats. */
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

/** Message for another character where a colon belongs, or for a colon without a space; `written`: the correct line. */
export function colonMessage(sign: string | undefined, written: string): string {
  return sign === ':'
    ? `na de dubbele punt ontbreekt een spatie; schrijf ${written}`
    : `hier staat ${sign === ';' ? 'een puntkomma' : 'een isgelijkteken'} waar een dubbele punt hoort; schrijf ${written}`;
}

export function isEmpty(node: SourceNode): boolean {
  return node.kind === 'scalar' && node.text === '';
}

/** Whether a value has the form that a part of the contract asks for; records are compared by field names only. */
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

/** A key in lower case with `_` between words, for comparison. */
export function alike(key: string): string {
  return withoutInvisible(key)
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}

/** Item type of the list among the forms that a value may have; null if none is a list. */
export function listIn(form: Extract<Form, { kind: 'choice' }>): z.ZodType | null {
  for (const option of form.options) {
    const inner = formOf(option);
    if (inner.kind === 'list') return inner.item;
  }
  return null;
}

/** More than any number of unknown fields: a word where a record belongs, or a record where a word does. */
export const MISFIT = 1000;

/** How badly an item fits in a list: its number of unknown fields. */
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

/** Whether a value may span several lines. */
export function isText(schema: z.ZodType): boolean {
  const form = formOf(schema);
  return form.kind === 'word' && isFreeText(form.schema);
}
