import type { z } from 'zod';
import { error, type Problem } from '../../model/problem.ts';
import type { SourceEntry, SourceMapping, SourceNode, SourceScalar } from '../../model/tree.ts';
import { type Form, formOf, optionFor } from '../forms.ts';
import { nameMark } from '../marks.ts';
import {
  alike,
  type Amending,
  apart,
  colonMessage,
  fits,
  isEmpty,
  isText,
  linesIn,
  listIn,
  type Outer,
  wordsOf,
} from './amending.ts';
import { partsOf, withoutEchoes } from './merged.ts';
import { RecordAmender } from './record.ts';

type RowsForm = Extract<Form, { kind: 'rows' }>;

/** Key of a row whose name is unknown. A name cannot be empty, so the two never clash. */
export const NAMELESS = '';

/** Amends a value where named rows belong. */
function amendRows(amender: Amending, form: RowsForm, node: SourceNode, around: Outer | null): SourceNode {
  if (node.kind === 'sequence' && node.items.every((item) => item.kind === 'mapping' && item.entries.length === 1)) {
    amender.addProblem(node.start, 'hier horen regels zonder streepje; haal het streepje ("- ") voor elke regel weg');
    const entries = node.items.flatMap((item) => (item as SourceMapping).entries);
    return amendRows(amender, form, { kind: 'mapping', start: node.start, entries }, around);
  }
  if (node.kind !== 'mapping') return amender.colonless(node);
  const row = formOf(form.row);
  const written = withFields(amender, row, oneOfTwo(node)).filter(
    (entry) => !isFieldAround(amender, form, entry, around),
  );
  const rows = new Map(written.map((entry) => [entry.key, entry]));
  for (const entry of written) {
    const outer: Outer = {
      isRecord: false,
      within: entry.key,
      accepts: ({ key, value }) => !rows.has(key) && fits(form.row, value),
      take: (taken) => rows.set(taken.key, taken),
    };
    const [value, ...others] = partsOf(amender, row, entry.value);
    rows.set(entry.key, { ...entry, value: amender.amend(form.row, value!, outer) });
    for (const other of others) rows.set(NAMELESS, { key: NAMELESS, keyStart: other.start, value: other });
  }
  for (const entry of node.repeated ?? []) {
    amender.addProblem(
      entry.keyStart,
      `"${entry.key}" staat hier twee keer; haal een van de twee weg, of noem het punt dat u bedoelde`,
    );
    rows.set(NAMELESS, { ...entry, key: NAMELESS });
  }
  return { ...node, entries: [...rows.values()] };
}

/** Reports a field of the surrounding record that is among the rows, and hands it to that record. */
function isFieldAround(amender: Amending, { row }: RowsForm, entry: SourceEntry, around: Outer | null): boolean {
  if (!around?.isRecord || fits(row, entry.value) || !around.accepts(entry)) return false;
  amender.addProblem(
    entry.keyStart,
    `"${entry.key}" hoort niet onder "${around.within}"; zet dit veld erboven, even ver ingesprongen als "${around.within}"`,
  );
  around.take(entry);
  return true;
}

/** Of a key that occurs twice and is empty the first time, takes the second. */
function oneOfTwo({ entries, repeated = [] }: SourceMapping): readonly SourceEntry[] {
  const again = new Map(repeated.map((entry) => [entry.key, entry]));
  return entries.map((entry) => (isEmpty(entry.value) && again.get(entry.key)) || entry);
}

/** Moves fields that are not indented far enough from between the rows to the row above. */
function withFields(amender: Amending, form: Form, entries: readonly SourceEntry[]): readonly SourceEntry[] {
  const options = form.kind === 'choice' ? form.options.map(formOf) : [form];
  const record = options.find((option) => option.kind === 'record');
  if (!record) return entries;
  const rows: SourceEntry[] = [];
  let told: string | null = null;
  for (const entry of entries) {
    const above = rows.at(-1);
    const value = above?.value;
    const isField =
      Object.hasOwn(record.shape, entry.key) &&
      value?.kind === 'mapping' &&
      value.entries.every(({ key }) => key !== entry.key) &&
      !fits(form.schema, entry.value);
    if (!above || !isField) {
      rows.push(entry);
      continue;
    }
    if (told !== above.key)
      amender.addProblem(
        entry.keyStart,
        `"${entry.key}" hoort onder "${above.key}"; zet er evenveel spaties voor als bij de andere regels daaronder`,
      );
    told = above.key;
    rows[rows.length - 1] = { ...above, value: { ...value, entries: [...value.entries, entry] } };
  }
  return rows;
}

type ChoiceForm = Extract<Form, { kind: 'choice' }>;
type ListForm = Extract<Form, { kind: 'list' }>;

/** Amends a value where a list belongs. */
function amendList(amender: Amending, form: ListForm, node: SourceNode, outer: Outer | null): SourceNode {
  const inner = formOf(form.item);
  if (node.kind === 'sequence') {
    const items = withoutEchoes(amender, node.items)
      .flatMap((item) => recordsIn(amender, inner, item))
      .flatMap((item) => wordsIn(amender, form.item, item));
    return { ...node, items: items.map((item) => amender.amend(form.item, item, outer)) };
  }
  if (node.kind === 'mapping')
    return inner.kind === 'record' && node.entries.some(({ key }) => Object.hasOwn(inner.shape, key))
      ? amendList(amender, form, asItem(amender, inner, node), outer)
      : node;
  return inner.kind === 'word' && typeof node.value === 'string' ? asWords(amender, node, inner.schema) : node;
}

/** Wraps a record that lacks its dash, or its first line, in a list. */
function asItem(amender: Amending, { shape }: Extract<Form, { kind: 'record' }>, node: SourceMapping): SourceNode {
  const [first = ''] = Object.keys(shape);
  const isThere = node.entries.some(({ key }) => key === first);
  amender.addProblem(
    node.start,
    isThere
      ? 'hier hoort een lijst; zet "- " voor de eerste regel van elk onderdeel'
      : `boven deze regel ontbreekt de eerste regel van een onderdeel van de lijst; zet die terug: "- ${first}: …"`,
  );
  if (!isThere) amender.excused.set(node, new Set([first]));
  return { kind: 'sequence', start: node.start, items: [node] };
}

const noSpace = 'na het streepje ontbreekt een spatie';
const noDash = 'voor deze regel van een lijst ontbreekt een streepje';

/** Splits a text where a list of words belongs: written without dashes, or with commas. */
function asWords(amender: Amending, node: SourceScalar, schema: z.ZodType): SourceNode {
  if (node.isPlain && /\n\s*- /.test(amender.raw(node))) {
    const items = linesIn(amender.raw(node)).map(({ text, dash, index }) => {
      if (dash === '') amender.addProblem(node.start + index, `${noDash}; schrijf - ${text}`);
      return wordAt(node, index, text);
    });
    return { kind: 'sequence', start: node.start, items };
  }
  const tight = node.isPlain ? /^-(?=[^\s-])/.exec(node.text) : null;
  if (tight) {
    const text = node.text.slice(1);
    amender.addProblem(node.start, `${noSpace}; schrijf - ${text}`);
    return { kind: 'sequence', start: node.start, items: [wordAt(node, 1, text)] };
  }
  const items = wordsOf(node, nameMark(schema) !== null);
  // Whether a single word is a name is seen once it is in a list.
  if (items.length === 1) amender.told.add(items[0]!);
  amender.addProblem(node.start, `hier hoort een lijst; schrijf [${items.map(({ text }) => text).join(', ')}]`);
  return { kind: 'sequence', start: node.start, items };
}

/** Splits several names where one name, or a list of names, belongs. */
function severalIn(amender: Amending, form: ChoiceForm, option: z.ZodType, node: SourceNode): SourceNode {
  const item = listIn(form);
  if (node.kind !== 'scalar' || !item || nameMark(option) === null) return node;
  const items = wordsOf(node, true);
  if (items.length < 2 || !items.every((each) => fits(item, each))) return node;
  amender.addProblem(node.start, `hier staan er meer dan een; schrijf [${items.map(({ text }) => text).join(', ')}]`);
  return { kind: 'sequence', start: node.start, items };
}

function wordAt(node: SourceScalar, index: number, text: string): SourceScalar {
  const start = node.start + index;
  return { ...node, start, end: start + text.length, text, value: text };
}

/** Splits words of a list that the parser has joined, because the second has no dash or is indented too far. */
function wordsIn(amender: Amending, schema: z.ZodType, node: SourceNode): readonly SourceNode[] {
  if (node.kind !== 'scalar' || !node.isPlain || isText(schema)) return [node];
  const words = linesIn(amender.raw(node));
  if (words.length < 2) return [node];
  const dashes = words.filter(({ dash }) => dash !== '').length;
  if (dashes > 1)
    amender.addProblem(
      node.start,
      'deze regel springt minder ver in dan de andere van deze lijst; zet er evenveel spaties voor',
    );
  return words.map(({ text, dash, index }, at) => {
    if (at > 0 && dash === '') amender.addProblem(node.start + index, `${noDash}; schrijf - ${text}`);
    else if (at > 0 && dashes === 1)
      amender.addProblem(
        node.start + index - dash.length,
        'deze regel springt verder in dan de andere van deze lijst; haal de spaties ervoor weg die hij te veel heeft',
      );
    return wordAt(node, index, text);
  });
}

/** Splits a record of a list that has absorbed others, because their first lines are missing. */
function recordsIn(amender: Amending, form: Form, node: SourceNode): readonly SourceNode[] {
  const option = form.kind === 'choice' ? optionFor(form, node) : null;
  const record = option ? formOf(option) : form;
  if (record.kind !== 'record' || node.kind !== 'mapping' || (node.repeated?.length ?? 0) < 2) return [node];
  const [first, ...others] = apart(node);
  const key = first!.entries[0]!.key;
  for (const other of others) {
    amender.addProblem(
      other.start,
      `"${other.entries[0]!.key}" staat hier twee keer: boven deze regel ontbreekt de eerste regel van een nieuw onderdeel; zet die terug, zoals "- ${key}: …"`,
    );
    amender.excused.set(other, new Set([key]));
  }
  return [first!, ...others];
}

/**
 * Turns a file's content into what was meant, as far as that is clear, and reports each difference: keys that are
 * misspelt, repeated or indented too little or too much; records and lists that merged because a line is missing. The
 * result is what the author will have once the problem is solved, so that one mistake does not cause others.
 */
export class Amender implements Amending {
  readonly problems: Problem[] = [];
  readonly unclear = new WeakSet<SourceNode>();
  readonly told = new WeakSet<SourceNode>();
  readonly excused = new WeakMap<SourceNode, ReadonlySet<string>>();
  readonly guessed = new WeakMap<SourceNode, ReadonlySet<string>>();
  readonly #toldAt = new Set<number>();
  readonly #file: string;
  readonly #text: string;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  amend(schema: z.ZodType, node: SourceNode, outer: Outer | null = null): SourceNode {
    const form = formOf(schema);
    switch (form.kind) {
      case 'record':
        return this.#record(form, node, outer);
      case 'list':
        return amendList(this, form, node, outer);
      case 'rows':
        return amendRows(this, form, node, outer);
      case 'choice': {
        const option = optionFor(form, node);
        return option ? this.amend(option, severalIn(this, form, option, node), outer) : this.colonless(node);
      }
      case 'word':
        return node;
    }
  }

  hasTold(offset: number): boolean {
    return this.#toldAt.has(offset);
  }

  addProblem(offset: number, message: string): void {
    this.#toldAt.add(offset);
    this.problems.push(error({ file: this.#file, offset }, message));
  }

  raw(node: SourceScalar): string {
    return this.#text.slice(node.start, node.end);
  }

  colonless(node: SourceNode, isField: (key: string) => boolean = () => true): SourceNode {
    const found = node.kind === 'scalar' && node.isPlain ? /^([\p{L}\p{N}_-]+)([:;=])\s*\S/u.exec(node.text) : null;
    if (!found) return node;
    const [, key = '', sign] = found;
    if (!isField(key)) return node;
    this.addProblem(node.start + key.length, colonMessage(sign, `"${key}: …"`));
    this.unclear.add(node);
    return node;
  }

  #record(form: Extract<Form, { kind: 'record' }>, node: SourceNode, outer: Outer | null): SourceNode {
    if (node.kind === 'sequence' && node.items.length === 1 && node.items[0]!.kind === 'mapping') {
      this.addProblem(node.start, 'hier hoort een groep velden, geen lijst; haal het streepje ("- ") weg');
      return this.#record(form, node.items[0]!, outer);
    }
    if (node.kind === 'mapping') return new RecordAmender(this, form, node, outer).record();
    return this.colonless(node, (key) => Object.keys(form.shape).some((each) => alike(each) === alike(key)));
  }
}
