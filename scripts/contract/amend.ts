import type { z } from 'zod';
import { invisibleIn, withoutInvisible } from '../model/invisible.ts';
import { error, type Problem } from '../model/problem.ts';
import { nearest } from '../model/suggestion.ts';
import type { SourceEntry, SourceMapping, SourceNode, SourceScalar, SourceSequence } from '../model/tree.ts';
import { formOf, isOptional, optionFor, type Form } from './forms.ts';
import { isFreeText } from './marks.ts';
import { reasonOf } from './records.ts';
import { plain } from './tree.ts';

type RecordForm = Extract<Form, { kind: 'record' }>;
type ListForm = Extract<Form, { kind: 'list' }>;
type RowsForm = Extract<Form, { kind: 'rows' }>;

/** The record or rows around a value: where an entry goes that is indented too far. */
interface Outer {
  /** Whether it has fields of its own; rows take any name. */
  readonly isRecord: boolean;
  accepts(entry: SourceEntry): boolean;
  take(entry: SourceEntry): void;
}

/** A row of which the name is gone. No name is empty, so it is never mistaken for one. */
export const NAMELESS = '';

/**
 * Makes of what stands in a file what was meant, as far as that is clear, and says what was not: keys that are misspelt, stand
 * twice, or too far to the left or right; records and lists that ran into each other where a line is gone. What is read of
 * the outcome is then as good as what the author will have when the problem is solved, so nothing follows from it.
 */
export class Amender {
  readonly problems: Problem[] = [];
  /** Nodes of which has been said all there is to say: what they hold is not known. */
  readonly unclear = new WeakSet<SourceNode>();
  /** Keys that a mapping lacks for a reason that has been told. */
  readonly excused = new WeakMap<SourceNode, ReadonlySet<string>>();
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
        return this.#asRecord(form, node, outer);
      case 'list':
        return this.#asList(form, node, outer);
      case 'rows':
        return this.#asRows(form, node);
      case 'choice': {
        const option = optionFor(form, node);
        return option ? this.amend(option, node, outer) : this.#asColonless(node);
      }
      case 'word':
        return node;
    }
  }

  #told(offset: number, message: string): void {
    this.problems.push(error({ file: this.#file, offset }, message));
  }

  #isUnclear<Node extends SourceNode>(node: Node): Node {
    this.unclear.add(node);
    return node;
  }

  /** `plan:behaald` where a group of fields belongs is one word for YAML. */
  #asColonless(node: SourceNode): SourceNode {
    const found = node.kind === 'scalar' && node.isPlain ? /^([\p{L}\p{N}_-]+)([:;=])\s*\S/u.exec(node.text) : null;
    if (!found) return node;
    const [, key = '', sign = ''] = found;
    this.#told(
      node.start + key.length,
      sign === ':'
        ? `na de dubbele punt ontbreekt een spatie; schrijf "${key}: …"`
        : `hier staat ${sign === ';' ? 'een puntkomma' : 'een isgelijkteken'} waar een dubbele punt hoort; schrijf "${key}: …"`,
    );
    return this.#isUnclear(node);
  }

  #asRecord(form: RecordForm, node: SourceNode, outer: Outer | null): SourceNode {
    if (node.kind === 'sequence' && node.items.length === 1 && node.items[0]!.kind === 'mapping') {
      this.#told(node.start, 'hier hoort een groep velden, geen lijst; haal het streepje ("- ") weg');
      return this.#asRecord(form, node.items[0]!, outer);
    }
    return node.kind === 'mapping' ? new RecordAmender(this, form, node, outer).record() : this.#asColonless(node);
  }

  #asList({ item, schema }: ListForm, node: SourceNode, outer: Outer | null): SourceNode {
    const inner = formOf(item);
    if (node.kind === 'sequence')
      return {
        ...node,
        items: this.#withoutEchoes(node.items)
          .flatMap((each) => this.#apart(inner, each))
          .flatMap((each) => this.#lines(item, each))
          .map((each) => this.amend(item, each, outer)),
      };
    if (node.kind === 'mapping' && inner.kind === 'record' && node.entries.some(({ key }) => key in inner.shape)) {
      const [first = ''] = Object.keys(inner.shape);
      const isThere = node.entries.some(({ key }) => key === first);
      this.#told(
        node.start,
        isThere
          ? 'hier hoort een lijst; zet "- " voor de eerste regel van elk onderdeel'
          : `boven deze regel ontbreekt de eerste regel van een onderdeel van de lijst; zet die terug: "- ${first}: …"`,
      );
      if (!isThere) this.excused.set(node, new Set([first]));
      return this.#asList(
        { kind: 'list', schema, item },
        { kind: 'sequence', start: node.start, items: [node] },
        outer,
      );
    }
    if (node.kind === 'scalar' && node.isPlain && inner.kind === 'word' && /\n\s*- /.test(this.raw(node)))
      return { kind: 'sequence', start: node.start, items: this.#dashless(node) };
    if (node.kind === 'scalar' && node.text !== '' && inner.kind === 'word' && typeof node.value === 'string') {
      const tight = node.isPlain ? /^-(?=[^\s-])/.exec(node.text) : null;
      if (tight) {
        const text = node.text.slice(1);
        this.#told(node.start, `na het streepje ontbreekt een spatie; schrijf - ${text}`);
        return { kind: 'sequence', start: node.start, items: [{ ...node, start: node.start + 1, text, value: text }] };
      }
      const items = wordsOf(node);
      this.#told(node.start, `hier hoort een lijst; schrijf [${items.map(({ text }) => text).join(', ')}]`);
      return { kind: 'sequence', start: node.start, items };
    }
    return node;
  }

  /** A list of which the first word has no dash: the parser has joined them all. */
  #dashless(node: SourceScalar): readonly SourceNode[] {
    return linesIn(this.raw(node)).map(({ text, dash, index }) => {
      const start = node.start + index;
      if (dash === '') this.#told(start, `voor deze regel van een lijst ontbreekt een streepje; schrijf - ${text}`);
      return { ...node, start, end: start + text.length, text, value: text };
    });
  }

  /** Words of a list that the parser has joined: the second has no dash, or is indented too far. */
  #lines(schema: z.ZodType, node: SourceNode): readonly SourceNode[] {
    if (node.kind !== 'scalar' || !node.isPlain || isText(schema)) return [node];
    const words = linesIn(this.raw(node));
    if (words.length < 2) return [node];
    const dashes = words.filter(({ dash }) => dash !== '').length;
    if (dashes > 1)
      this.#told(
        node.start,
        'deze regel springt minder ver in dan de andere van deze lijst; zet er evenveel spaties voor',
      );
    return words.map(({ text, dash, index }, at) => {
      const start = node.start + index;
      if (at > 0 && (dash === '' || dashes === 1))
        this.#told(
          start - dash.length,
          dash === ''
            ? `voor deze regel van een lijst ontbreekt een streepje; schrijf - ${text}`
            : 'deze regel springt verder in dan de andere van deze lijst; haal de spaties ervoor weg die hij te veel heeft',
        );
      return { ...node, start, end: start + text.length, text, value: text };
    });
  }

  /** The first line of a record that stands twice is a record of one field, before one that begins alike. */
  #withoutEchoes(items: readonly SourceNode[]): readonly SourceNode[] {
    return items.filter((item, index) => {
      const next = items[index + 1];
      if (item.kind !== 'mapping' || next?.kind !== 'mapping' || item.entries.length !== 1 || item.repeated)
        return true;
      const [own, other] = [item.entries[0]!, next.entries[0]];
      const isEcho =
        other?.key === own.key &&
        next.entries.length > 1 &&
        JSON.stringify(plain(own.value)) === JSON.stringify(plain(other.value));
      if (isEcho) this.#told(other.keyStart, `deze regel staat hier twee keer; haal een van de twee weg`);
      return !isEcho;
    });
  }

  #asRows(form: RowsForm, node: SourceNode): SourceNode {
    if (node.kind === 'sequence' && node.items.every((item) => item.kind === 'mapping' && item.entries.length === 1)) {
      this.#told(node.start, 'hier horen regels zonder streepje; haal het streepje ("- ") voor elke regel weg');
      const entries = node.items.flatMap((item) => (item as SourceMapping).entries);
      return this.#asRows(form, { kind: 'mapping', start: node.start, entries });
    }
    if (node.kind !== 'mapping') return this.#asColonless(node);
    const row = formOf(form.row);
    const written = this.#fieldsIn(row, this.#oneOfTwo(node));
    const rows = new Map(written.map((entry) => [entry.key, entry]));
    const outer: Outer = {
      isRecord: false,
      accepts: ({ key, value }) => !rows.has(key) && fits(form.row, value),
      take: (entry) => rows.set(entry.key, entry),
    };
    for (const entry of written) {
      const parts = row.kind === 'choice' ? this.#partsOfRow(row, entry.value) : [entry.value];
      rows.set(entry.key, { ...entry, value: this.amend(form.row, parts[0]!, outer) });
      if (parts.length > 1) rows.set(NAMELESS, { key: NAMELESS, keyStart: parts[1]!.start, value: parts[1]! });
    }
    const repeated = node.repeated ?? [];
    for (const { key, keyStart } of repeated)
      this.#told(keyStart, `"${key}" staat hier twee keer; haal een van de twee weg, of noem het punt dat u bedoelde`);
    const [first] = repeated;
    if (first) rows.set(NAMELESS, { ...first, key: NAMELESS });
    return { ...node, entries: [...rows.values()] };
  }

  /** Of a key that stands twice, the first time with nothing behind it, the second counts. */
  #oneOfTwo({ entries, repeated = [] }: SourceMapping): readonly SourceEntry[] {
    return entries.map((entry) => (isEmpty(entry.value) && repeated.find(({ key }) => key === entry.key)) || entry);
  }

  /** Fields of a row that are not indented far enough stand between the rows. */
  #fieldsIn(form: Form, entries: readonly SourceEntry[]): readonly SourceEntry[] {
    const options = form.kind === 'choice' ? form.options.map(formOf) : [form];
    const record = options.find((option) => option.kind === 'record');
    const rows: SourceEntry[] = [];
    let told: SourceEntry | null = null;
    for (const entry of entries) {
      const before = rows.at(-1);
      if (
        !record ||
        !before ||
        before.value.kind !== 'mapping' ||
        !Object.hasOwn(record.shape, entry.key) ||
        before.value.entries.some(({ key }) => key === entry.key) ||
        fits(form.schema, entry.value)
      ) {
        rows.push(entry);
        continue;
      }
      if (told?.key !== before.key)
        this.#told(
          entry.keyStart,
          `"${entry.key}" hoort onder "${before.key}"; zet er evenveel spaties voor als bij de regels erboven`,
        );
      told = before;
      rows[rows.length - 1] = { ...before, value: { ...before.value, entries: [...before.value.entries, entry] } };
    }
    return rows;
  }

  /** A row that holds two, since the line with the name of the second is gone. */
  #partsOfRow(form: Extract<Form, { kind: 'choice' }>, value: SourceNode): readonly SourceNode[] {
    const option = optionFor(form, value);
    const [first] = value.kind === 'mapping' ? (value.repeated ?? []) : [];
    if (!option || formOf(option).kind !== 'record' || value.kind !== 'mapping' || first?.key !== value.entries[0]?.key)
      return [value];
    if (value.entries[1] === undefined || value.entries[1].keyStart > first!.keyStart) return [value];
    this.#told(
      first!.keyStart,
      'hier begint een volgende rij zonder haar naam; zet de regel terug met de naam van het punt en een dubbele punt',
    );
    return splitAt(value, first!.keyStart);
  }

  /** A record of a list that holds two, since the line that begins the second is gone. */
  #apart(form: Form, node: SourceNode): readonly SourceNode[] {
    const option = form.kind === 'choice' ? optionFor(form, node) : null;
    const record = option ? formOf(option) : form;
    const repeated = node.kind === 'mapping' ? (node.repeated ?? []) : [];
    if (record.kind !== 'record' || node.kind !== 'mapping' || repeated.length < 2) return [node];
    const first = repeated.reduce((a, b) => (a.keyStart < b.keyStart ? a : b));
    const parts = splitAt(node, first.keyStart);
    const key = node.entries[0]!.key;
    this.#told(
      first.keyStart,
      `"${first.key}" staat hier twee keer: boven deze regel ontbreekt de eerste regel van een nieuw onderdeel; zet die terug, zoals "- ${key}: …"`,
    );
    this.excused.set(parts[1]!, new Set([key]));
    return [parts[0]!, ...this.#apart(form, parts[1]!)];
  }

  /** What stands in a record other than the contract has it. */
  unknown(offset: number, message: string): void {
    this.#told(offset, message);
  }

  /** Raw text, for what the parser has joined. */
  raw(node: SourceScalar): string {
    return this.#text.slice(node.start, node.end);
  }
}

function isEmpty(node: SourceNode): boolean {
  return node.kind === 'scalar' && node.text === '';
}

/** The lines that the parser has joined into one word, with the dash that a line begins with, and where its text does. */
function linesIn(raw: string): readonly { readonly text: string; readonly dash: string; readonly index: number }[] {
  return [...raw.matchAll(/(?:^|\n)[ \t]*(- +)?([^\n#]*[^\s#])/g)].map((found) => {
    const [whole, dash = '', text = ''] = found;
    return { text, dash, index: found.index + whole.length - text.length };
  });
}

/** Words of a text that should have been a list. */
function wordsOf(node: SourceScalar): SourceScalar[] {
  return [...node.text.matchAll(/[^,]+/g)].flatMap((found): SourceScalar[] => {
    const text = found[0].trim();
    const start = node.start + (node.isPlain ? found.index + found[0].search(/\S/) : 0);
    return text === '' ? [] : [{ ...node, start, end: start + text.length, text, value: text }];
  });
}

function splitAt(node: SourceMapping, offset: number): readonly [SourceMapping, SourceMapping] {
  const all = [...node.entries, ...(node.repeated ?? [])].sort((a, b) => a.keyStart - b.keyStart);
  const [first, second] = [
    all.filter(({ keyStart }) => keyStart < offset),
    all.filter(({ keyStart }) => keyStart >= offset),
  ];
  return [mappingOf(node.start, first), mappingOf(offset, second)];
}

function mappingOf(start: number, all: readonly SourceEntry[]): SourceMapping {
  const seen = new Set<string>();
  const [entries, repeated]: [SourceEntry[], SourceEntry[]] = [[], []];
  for (const entry of all) {
    (seen.has(entry.key) ? repeated : entries).push(entry);
    seen.add(entry.key);
  }
  return { kind: 'mapping', start, entries, ...(repeated.length > 0 ? { repeated } : {}) };
}

/** Whether a value has the form that a part of the contract asks for, of records by the names of their fields. */
function fits(schema: z.ZodType, node: SourceNode): boolean {
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
function alike(key: string): string {
  return withoutInvisible(key)
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');
}

/** One record on its way to what was meant. */
class RecordAmender {
  readonly #amender: Amender;
  readonly #form: RecordForm;
  readonly #node: SourceMapping;
  readonly #outer: Outer | null;
  readonly #taken = new Map<string, SourceEntry>();
  readonly #excused = new Set<string>();

  constructor(amender: Amender, form: RecordForm, node: SourceMapping, outer: Outer | null) {
    this.#amender = amender;
    this.#form = form;
    this.#node = node;
    this.#outer = outer;
  }

  record(): SourceMapping {
    const { shape, schema } = this.#form;
    const others: SourceEntry[] = [];
    for (const first of this.#node.entries) {
      // Of a key that stands twice, the first time with nothing behind it, the second counts.
      const entry = (isEmpty(first.value) && this.#node.repeated?.find(({ key }) => key === first.key)) || first;
      if (Object.hasOwn(shape, entry.key)) this.#taken.set(entry.key, entry);
      else others.push(entry);
    }
    this.#separateLists();
    this.#findSwallowed();
    for (const entry of [...this.#taken.values()]) this.#amendValue(entry);
    others.push(...(this.#node.repeated ?? []));
    others.sort((a, b) => a.keyStart - b.keyStart);
    const why = reasonOf(schema);
    if (why && others.length > 0) this.#refuse(others, why);
    else this.#explain(others);
    const record: SourceMapping = {
      kind: 'mapping',
      start: this.#node.start,
      entries: [...this.#taken.values()].sort((a, b) => a.keyStart - b.keyStart),
    };
    const before = this.#amender.excused.get(this.#node) ?? [];
    this.#amender.excused.set(record, new Set([...before, ...this.#excused]));
    return record;
  }

  #absent(): string[] {
    return Object.keys(this.#form.shape).filter((key) => !this.#taken.has(key));
  }

  #needed(): string[] {
    const excused = this.#amender.excused.get(this.#node);
    return this.#absent().filter((key) => !isOptional(this.#form.shape[key]!) && !excused?.has(key));
  }

  #amendValue(entry: SourceEntry): void {
    const outer: Outer = {
      isRecord: true,
      accepts: ({ key }) => Object.hasOwn(this.#form.shape, key) && !this.#taken.has(key),
      take: (moved) => this.#amendValue(moved),
    };
    this.#taken.set(entry.key, {
      ...entry,
      value: this.#amender.amend(this.#form.shape[entry.key]!, entry.value, outer),
    });
  }

  #meant(entry: SourceEntry, key: string): void {
    this.#amendValue({ ...entry, key });
  }

  /** Fields that do not go with a record of this kind at all are one mistake. */
  #refuse(others: readonly SourceEntry[], why: string): void {
    const [first, ...rest] = others;
    this.#amender.unknown(
      first!.keyStart,
      rest.length === 0
        ? `"${first!.key}" ${why}`
        : `"${first!.key}", ${rest.map(({ key }) => `"${key}"`).join(', ')}: dat ${why}`,
    );
  }

  #explain(others: readonly SourceEntry[]): void {
    const left: SourceEntry[] = [];
    for (const entry of others) {
      const isExplained =
        this.#moveIn(entry) ||
        (this.#outer?.isRecord === true && this.#moveOut(entry)) ||
        this.#isMisspelt(entry) ||
        this.#isColonless(entry) ||
        (!this.#isRepeated(entry) && this.#needed().length === 0 && this.#moveOut(entry));
      if (!isExplained) left.push(entry);
    }
    const needed = this.#needed();
    for (const entry of left) {
      const isRepeated = this.#isRepeated(entry);
      // A key of which nothing is known, where exactly one is missing: most likely that was meant.
      const only = left.length === 1 ? this.#onlyMissing(needed, entry.value) : null;
      if (only !== null) {
        this.#amender.unknown(
          entry.keyStart,
          isRepeated
            ? `"${entry.key}" staat hier twee keer, en "${only}" ontbreekt; bedoelde u "${only}"?`
            : `onbekend veld "${entry.key}"; bedoelde u "${only}"?`,
        );
        this.#meant(entry, only);
        continue;
      }
      this.#amender.unknown(
        entry.keyStart,
        isRepeated
          ? `"${entry.key}" staat hier twee keer; haal een van de twee weg`
          : `onbekend veld "${entry.key}"; haal het weg`,
      );
      const missing = needed.shift();
      if (missing !== undefined) this.#excused.add(missing);
      // It may have been any that is not there.
      for (const key of this.#absent())
        if (isOptional(this.#form.shape[key]!) && fits(this.#form.shape[key]!, entry.value)) this.#excused.add(key);
    }
  }

  /** The one field that is missing and that a value fits: one that is needed, or that no other fits. */
  #onlyMissing(needed: readonly string[], value: SourceNode): string | null {
    if (needed.length > 0) return needed.length === 1 && fits(this.#form.shape[needed[0]!]!, value) ? needed[0]! : null;
    const fitting = this.#absent().filter((key) => fits(this.#form.shape[key]!, value));
    return value.kind !== 'scalar' && fitting.length === 1 ? fitting[0]! : null;
  }

  #isRepeated(entry: SourceEntry): boolean {
    return this.#node.repeated?.includes(entry) ?? false;
  }

  #isMisspelt(entry: SourceEntry): boolean {
    const absent = this.#absent();
    const same = absent.find((key) => alike(key) === alike(entry.key));
    const meant = same ?? (this.#isRepeated(entry) ? null : nearest(entry.key, absent));
    if (meant === null || meant === undefined) return false;
    const hidden = invisibleIn(entry.key);
    this.#amender.unknown(
      entry.keyStart,
      hidden
        ? `in de naam van dit veld staat ${hidden.name}; bedoelde u "${meant}"?`
        : `onbekend veld "${entry.key}"; bedoelde u "${meant}"?`,
    );
    this.#meant(entry, meant);
    return true;
  }

  /** `{status:behaald}`: between braces, that is a key without a value. */
  #isColonless({ key, keyStart, value }: SourceEntry): boolean {
    const found = /^([\p{L}_-]+)([:;=])\s*(\S.*)$/u.exec(key);
    if (!found || value.kind !== 'scalar' || value.text !== '') return false;
    const [, name = '', sign, text = ''] = found;
    const same = this.#absent().find((each) => alike(each) === alike(name));
    if (!same) return false;
    this.#amender.unknown(
      keyStart + name.length,
      sign === ':'
        ? `na de dubbele punt ontbreekt een spatie; schrijf ${same}: ${text}`
        : `hier staat ${sign === ';' ? 'een puntkomma' : 'een isgelijkteken'} waar een dubbele punt hoort; schrijf ${same}: ${text}`,
    );
    const start = keyStart + key.length - text.length;
    this.#meant(
      { key, keyStart, value: { kind: 'scalar', start, end: start + text.length, text, value: text, isPlain: true } },
      same,
    );
    return true;
  }

  /** The field before this one, if that holds a record or rows that this one belongs in: it is not indented far enough. */
  #moveIn(entry: SourceEntry): boolean {
    const before = [...this.#taken.values()].filter(({ keyStart }) => keyStart < entry.keyStart);
    const last = before.reduce<SourceEntry | null>((a, b) => (a && a.keyStart > b.keyStart ? a : b), null);
    if (!last) return false;
    const grown = this.#grown(this.#form.shape[last.key]!, last.value, entry);
    if (!grown) return false;
    const isFirst = !this.#moved.has(last.key);
    this.#moved.add(last.key);
    if (isFirst)
      this.#amender.unknown(
        entry.keyStart,
        `"${entry.key}" hoort onder "${last.key}"; zet er evenveel spaties voor als bij de regels die daar ook onder horen`,
      );
    this.#taken.set(last.key, { ...last, value: grown });
    return true;
  }

  readonly #moved = new Set<string>();

  /** A value with one more entry; null where it does not belong there. */
  #grown(schema: z.ZodType, value: SourceNode, entry: SourceEntry): SourceNode | null {
    const form = formOf(schema);
    const isEmpty = value.kind === 'scalar' && value.text === '';
    const within = value.kind === 'mapping' ? value : null;
    if (form.kind === 'list' && value.kind === 'sequence' && value.items.length > 0) {
      const item = this.#grown(form.item, value.items.at(-1)!, entry);
      return item && { ...value, items: [...value.items.slice(0, -1), item] };
    }
    const isAbsent = within === null || within.entries.every(({ key }) => key !== entry.key);
    if (!(isEmpty || within) || !isAbsent) return null;
    const start = within?.start ?? entry.keyStart;
    const entries = within?.entries ?? [];
    if (form.kind === 'rows' && fits(form.row, entry.value))
      return {
        kind: 'mapping',
        start,
        entries: [...entries, { ...entry, value: this.#amender.amend(form.row, entry.value) }],
      };
    if (form.kind !== 'record' || !Object.hasOwn(form.shape, entry.key)) return null;
    const grown: SourceMapping = {
      kind: 'mapping',
      start,
      entries: [...entries, { ...entry, value: this.#amender.amend(form.shape[entry.key]!, entry.value) }],
    };
    if (within) this.#amender.excused.set(grown, this.#amender.excused.get(within) ?? new Set());
    return grown;
  }

  /** A field of the record around this one: it is indented too far. */
  #moveOut(entry: SourceEntry): boolean {
    if (!this.#outer?.accepts(entry)) return false;
    this.#amender.unknown(
      entry.keyStart,
      `"${entry.key}" hoort niet onder de regel erboven; haal de spaties weg die deze regel te veel heeft`,
    );
    this.#outer.take(entry);
    return true;
  }

  /** Lists that ran into each other, since the line with the name of the second is gone. */
  #separateLists(): void {
    for (const [key, entry] of [...this.#taken]) {
      const form = formOf(this.#form.shape[key]!);
      const { value } = entry;
      if (value.kind !== 'sequence' || (form.kind !== 'list' && form.kind !== 'choice')) continue;
      const own = form.kind === 'list' ? form.item : listIn(form);
      if (!own) continue;
      const from = value.items.findIndex((item) => oddity(own, item) > 0);
      const rest = from < 0 ? [] : value.items.slice(from);
      const other = this.#absent().find((each) => {
        const inner = formOf(this.#form.shape[each]!);
        return (
          inner.kind === 'list' &&
          rest.length > 0 &&
          rest.every((item) => oddity(inner.item, item) < oddity(own, item) && oddity(inner.item, item) < MISFIT)
        );
      });
      if (other === undefined) continue;
      const list: SourceSequence = { kind: 'sequence', start: rest[0]!.start, items: rest };
      this.#amender.unknown(
        from === 0 ? entry.keyStart : rest[0]!.start,
        from === 0
          ? `onder "${key}" staat hier wat bij "${other}" hoort; bedoelde u "${other}"?`
          : `boven deze regel ontbreekt de regel "${other}:"; zet die terug`,
      );
      if (from === 0) this.#taken.delete(key);
      else this.#taken.set(key, { ...entry, value: { ...value, items: value.items.slice(0, from) } });
      this.#taken.set(other, { key: other, keyStart: rest[0]!.start, value: list });
    }
  }

  /** A word that the parser has joined with the lines below it, which is what it does with a list without a name. */
  #findSwallowed(): void {
    for (const [key, entry] of this.#taken) {
      const { value } = entry;
      const schema = this.#form.shape[key]!;
      // A text may have several lines; one of which an empty line is a part was meant to have one.
      if (value.kind !== 'scalar' || !value.isPlain || (isText(schema) && !value.text.includes('\n'))) continue;
      if (isText(schema) && schema.safeParse(value.text).success) continue;
      const next = /\n\s*(?=\S)/.exec(this.#amender.raw(value));
      if (!next) continue;
      if (isText(schema)) this.#needed().forEach((each) => this.#excused.add(each));
      const raw = this.#amender.raw(value);
      const isList = raw.slice(next.index).trim().startsWith('- ');
      const lists = this.#absent().filter((each) => formOf(this.#form.shape[each]!).kind === 'list');
      this.#amender.unknown(
        value.start + next.index + next[0].length,
        isList
          ? `boven deze lijst ontbreekt een regel met haar naam, zoals "${lists[0] ?? key}:"; zet die terug`
          : `deze regel hoort nu bij "${key}" erboven; zet er "naam: " voor, of haal hem weg`,
      );
      this.#amender.unclear.add(value);
      for (const each of isList ? lists : this.#needed()) this.#excused.add(each);
    }
  }
}

function listIn(form: Extract<Form, { kind: 'choice' }>): z.ZodType | null {
  for (const option of form.options) {
    const inner = formOf(option);
    if (inner.kind === 'list') return inner.item;
  }
  return null;
}

/** More than any number of wrong fields: a word where a record belongs, or a record where a word does. */
const MISFIT = 1000;

/** How much of an item has no place in a list: the number of its fields that are not known there. */
function oddity(schema: z.ZodType, node: SourceNode): number {
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
function isText(schema: z.ZodType): boolean {
  const form = formOf(schema);
  return form.kind === 'word' && isFreeText(form.schema);
}
