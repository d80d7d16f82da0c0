import type { z } from 'zod';
import { nearest } from '../../model/suggestion.ts';
import type { SourceEntry, SourceMapping, SourceNode } from '../../model/tree.ts';
import { type Form, formOf, isOptional } from '../forms.ts';
import { nameMark } from '../marks.ts';
import { reasonOf } from '../records.ts';
import { alike, type Amending, colonMessage, fits, isEmpty, type Outer } from './amending.ts';
import { findSwallowed, type Merged, separateLists } from './merged.ts';

type RecordForm = Extract<Form, { kind: 'record' }>;

/** Amends one record. */
export class RecordAmender {
  readonly #amender: Amending;
  readonly #form: RecordForm;
  readonly #node: SourceMapping;
  readonly #outer: Outer | null;
  readonly #taken = new Map<string, SourceEntry>();
  readonly #excused = new Set<string>();
  readonly #guessed = new Set<string>();
  readonly #repeated: ReadonlySet<SourceEntry>;
  /** Fields that took in an entry that was not indented far enough; reported once per field. */
  readonly #moved = new Set<string>();

  constructor(amender: Amending, form: RecordForm, node: SourceMapping, outer: Outer | null) {
    this.#amender = amender;
    this.#form = form;
    this.#node = node;
    this.#outer = outer;
    this.#repeated = new Set(node.repeated);
  }

  record(): SourceMapping {
    const { shape, schema } = this.#form;
    const others: SourceEntry[] = [];
    for (const first of this.#node.entries) {
      // Of a key that occurs twice and is empty the first time, the second counts.
      const entry = (isEmpty(first.value) && [...this.#repeated].find(({ key }) => key === first.key)) || first;
      if (Object.hasOwn(shape, entry.key)) this.#taken.set(entry.key, entry);
      else others.push(entry);
    }
    const merged: Merged = {
      shape,
      taken: this.#taken,
      absent: () => this.#absent(),
      needed: () => this.#needed(),
      excuse: (key) => this.#excused.add(key),
    };
    separateLists(this.#amender, merged);
    findSwallowed(this.#amender, merged);
    const fields = [...this.#taken.values()];
    fields.forEach((entry) => this.#amendValue(entry));
    if (!this.#isTwice()) others.push(...(this.#node.repeated ?? []));
    others.sort((a, b) => a.keyStart - b.keyStart);
    this.#nameAsKey(others);
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
    this.#amender.guessed.set(record, this.#guessed);
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
      within: entry.key,
      accepts: ({ key }) => Object.hasOwn(this.#form.shape, key) && !this.#taken.has(key),
      take: (moved) => this.#amendValue(moved),
    };
    this.#taken.set(entry.key, {
      ...entry,
      value: this.#amender.amend(this.#form.shape[entry.key]!, entry.value, outer),
    });
  }

  #meant(entry: SourceEntry, key: string): void {
    this.#guessed.add(key);
    this.#amendValue({ ...entry, key });
  }

  /** `adam: {vanaf: "2025"}`, where the name is the value of a field: takes it, and the fields below it, as such. */
  #nameAsKey(others: SourceEntry[]): void {
    const { shape } = this.#form;
    const [entry, another] = others;
    const field = Object.keys(shape).find((key) => !isOptional(shape[key]!) && nameMark(formOf(shape[key]!).schema));
    if (!entry || another || this.#taken.size > 0 || field === undefined || entry.value.kind !== 'mapping') return;
    const { key, keyStart, value } = entry;
    if (!value.entries.every((inner) => inner.key !== field && Object.hasOwn(shape, inner.key))) return;
    if (Object.hasOwn(shape, key) || !shape[field]!.safeParse(key).success) return;
    this.#amender.addProblem(
      keyStart,
      `"${key}" is geen veld; schrijf {${[`${field}: ${key}`, ...value.entries.map((inner) => `${inner.key}: …`)].join(', ')}}`,
    );
    const name: SourceNode = {
      kind: 'scalar',
      start: keyStart,
      end: keyStart + key.length,
      text: key,
      value: key,
      isPlain: true,
    };
    for (const inner of [{ key: field, keyStart, value: name }, ...value.entries]) this.#amendValue(inner);
    others.length = 0;
  }

  /** Reports fields that do not belong in this kind of record at all, as one mistake. */
  #refuse(others: readonly SourceEntry[], why: string): void {
    const [first, ...rest] = others;
    this.#amender.addProblem(
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
      // An unknown key where exactly one is missing: most likely that one was meant.
      const only = left.length === 1 ? this.#onlyMissing(needed, entry.value) : null;
      if (only !== null) {
        this.#amender.addProblem(
          entry.keyStart,
          isRepeated
            ? `"${entry.key}" staat hier twee keer, en "${only}" ontbreekt; bedoelde u "${only}"?`
            : `onbekend veld "${entry.key}"; bedoelde u "${only}"?`,
        );
        this.#meant(entry, only);
        continue;
      }
      this.#amender.addProblem(
        entry.keyStart,
        isRepeated
          ? `"${entry.key}" staat hier twee keer; haal een van de twee weg`
          : `onbekend veld "${entry.key}"; haal het weg`,
      );
      const missing = needed.shift();
      if (missing !== undefined) this.#excused.add(missing);
      // The unknown field may stand for any missing optional field that fits.
      for (const key of this.#absent())
        if (isOptional(this.#form.shape[key]!) && fits(this.#form.shape[key]!, entry.value)) this.#excused.add(key);
    }
  }

  /** The one missing field that a value fits: the only required one, or else the only one of all. */
  #onlyMissing(needed: readonly string[], value: SourceNode): string | null {
    if (needed.length > 0) return needed.length === 1 && fits(this.#form.shape[needed[0]!]!, value) ? needed[0]! : null;
    const fitting = this.#absent().filter((key) => fits(this.#form.shape[key]!, value));
    return value.kind !== 'scalar' && fitting.length === 1 ? fitting[0]! : null;
  }

  /** Reports as one mistake that all, or the begin of it, stands there once more. */
  #isTwice(): boolean {
    const { entries, repeated = [] } = this.#node;
    const again = repeated.map(({ key }) => key);
    const isWhole =
      again.length > 1 &&
      again.every((key, index) => key === entries[index]?.key) &&
      repeated[0]!.keyStart > entries.at(-1)!.keyStart;
    if (isWhole)
      this.#amender.addProblem(
        repeated[0]!.keyStart,
        `vanaf deze regel staan ${again.map((key) => `"${key}"`).join(', ')} hier nog een keer; haal een van de twee weg`,
      );
    return isWhole;
  }

  #isRepeated(entry: SourceEntry): boolean {
    return this.#repeated.has(entry);
  }

  #isMisspelt(entry: SourceEntry): boolean {
    const absent = this.#absent();
    const same = absent.find((key) => alike(key) === alike(entry.key));
    const meant = same ?? (this.#isRepeated(entry) ? null : nearest(entry.key, absent));
    if (meant === null || meant === undefined) return false;
    this.#amender.addProblem(entry.keyStart, `onbekend veld "${entry.key}"; bedoelde u "${meant}"?`);
    this.#meant(entry, meant);
    return true;
  }

  /** `{status:behaald}`: between braces this is a key without a value. */
  #isColonless({ key, keyStart, value }: SourceEntry): boolean {
    const found = /^([\p{L}_-]+)([:;=])\s*(\S.*)$/u.exec(key);
    if (!found || value.kind !== 'scalar' || value.text !== '') return false;
    const [, name = '', sign, text = ''] = found;
    const same = this.#absent().find((each) => alike(each) === alike(name));
    if (!same) return false;
    this.#amender.addProblem(keyStart + name.length, colonMessage(sign, `${same}: ${text}`));
    const start = keyStart + key.length - text.length;
    this.#meant(
      { key, keyStart, value: { kind: 'scalar', start, end: start + text.length, text, value: text, isPlain: true } },
      same,
    );
    return true;
  }

  /** Moves an entry that is not indented far enough into the preceding field, if it belongs there. */
  #moveIn(entry: SourceEntry): boolean {
    const before = [...this.#taken.values()].filter(({ keyStart }) => keyStart < entry.keyStart);
    const last = before.reduce<SourceEntry | null>((a, b) => (a && a.keyStart > b.keyStart ? a : b), null);
    if (!last) return false;
    const grown = this.#grown(this.#form.shape[last.key]!, last.value, entry);
    if (!grown) return false;
    const isFirst = !this.#moved.has(last.key);
    this.#moved.add(last.key);
    if (isFirst)
      this.#amender.addProblem(
        entry.keyStart,
        `"${entry.key}" hoort onder "${last.key}"; zet er evenveel spaties voor als bij de andere regels daaronder`,
      );
    this.#taken.set(last.key, { ...last, value: grown });
    return true;
  }

  /** A value with one more entry; null if the entry does not belong there. */
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

  /** Moves a field that is indented too far to the surrounding record. */
  #moveOut(entry: SourceEntry): boolean {
    if (!this.#outer?.accepts(entry)) return false;
    this.#amender.addProblem(
      entry.keyStart,
      `"${entry.key}" hoort niet onder de regel erboven; haal de spaties weg die deze regel te veel heeft`,
    );
    this.#outer.take(entry);
    return true;
  }
}
