import type { z } from 'zod';
import { withoutInvisible } from '../model/invisible.ts';
import { error, type Problem, warning } from '../model/problem.ts';
import type { SourceFile, SourceMapping, SourceNode, SourceScalar } from '../model/tree.ts';
import { Amender } from './amend/amender.ts';
import { brokenRules, Doubts } from './record-rules.ts';
import { plainlyWritten, quoted } from './fields.ts';
import { type Form, formOf, isOptional, optionFor, wordType } from './forms.ts';
import { isFreeText, isNumber, nameMark, type NameMark } from './marks.ts';
import { emptyRefusal } from './records.ts';
import { offsetWithin, type Path, startOf } from './tree.ts';
import { meantBy, messageOf, type OtherWords, noText, standIn, wrongWord } from './values.ts';

const NONE: ReadonlySet<string> = new Set();

/** A name in a file: given to a record, or referring to one. */
export interface NameUse extends NameMark {
  /** Null if it is missing or cannot be a name. */
  readonly name: string | null;
  readonly path: Path;
  /** Whether it is the key of a row rather than a value. */
  readonly isKey: boolean;
  readonly offset: number;
  /** Whether a problem with it has already been reported. */
  readonly isReported?: boolean;
}

/** Content of a file as far as it is clear, with its problems. */
export interface Reading<Value> {
  readonly value: Value;
  /** Tree of what was meant; null if the file could not be read. */
  readonly tree: SourceNode | null;
  readonly problems: readonly Problem[];
  readonly names: readonly NameUse[];
  readonly doubts: Doubts;
}

/**
 * Reads a file with its schema. Always returns a value: where the file does not have one, a placeholder stands in and
 * `doubts` has its path, so that later steps can continue and skip what depends on it. `others`: words that people use
 * for those of the contract.
 */
export function readValue<Schema extends z.ZodType>(
  schema: Schema,
  source: SourceFile,
  others: OtherWords = new Map(),
): Reading<z.output<Schema>> {
  const reader = new ValueReader(source, others);
  const { value, tree } = reader.file(schema);
  return {
    value: value as z.output<Schema>,
    tree,
    problems: [...source.problems, ...reader.problems],
    names: reader.names,
    doubts: reader.doubts,
  };
}

/** Whether a number is in everyday notation; YAML also accepts `083`, `0x53` and `8e1`. */
function isPlainNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) && !Object.is(Number(text), -0);
}

class ValueReader {
  readonly problems: Problem[] = [];
  readonly names: NameUse[] = [];
  readonly doubts = new Doubts();
  readonly #source: SourceFile;
  readonly #others: OtherWords;
  readonly #amender: Amender;
  /** Names that were reported as not being text. */
  readonly #toldNames = new WeakSet<SourceNode>();

  constructor(source: SourceFile, others: OtherWords) {
    this.#source = source;
    this.#others = others;
    this.#amender = new Amender(source.file, source.text);
  }

  file(schema: z.ZodType): { value: unknown; tree: SourceNode | null } {
    const { tree } = this.#source;
    if (!tree || (tree.kind === 'scalar' && tree.text === '')) {
      if (tree) this.#addProblem(tree.start, 'dit bestand is leeg; vul het in');
      this.doubts.add([]);
      return { value: standIn(schema), tree: null };
    }
    const amended = this.#amender.amend(schema, tree);
    for (const problem of this.#amender.problems) this.problems.push(problem);
    return { value: this.#read(schema, amended, []), tree: amended };
  }

  #addProblem(offset: number, message: string): void {
    this.problems.push(error({ file: this.#source.file, offset }, message));
  }

  /** Reports a problem with a value, and returns a placeholder. */
  #refused(schema: z.ZodType, path: Path, offset: number, message: string | null): unknown {
    if (message !== null) this.#addProblem(offset, message);
    this.doubts.add(path);
    // A record that cannot be read still has a name, though an unknown one.
    const form = formOf(schema);
    const record = form.kind === 'choice' && form.by !== null ? formOf(form.options[0]!) : form;
    const shape = record.kind === 'record' ? record.shape : {};
    for (const [key, inner] of Object.entries(shape)) {
      const mark = nameMark(inner);
      if (mark?.gives) this.names.push({ ...mark, name: null, path: [...path, key], isKey: false, offset });
    }
    return isOptional(schema) ? undefined : standIn(schema);
  }

  #read(schema: z.ZodType, node: SourceNode, path: Path): unknown {
    const form = formOf(schema);
    if (this.#amender.unclear.has(node)) return this.#refused(schema, path, node.start, null);
    if (node.kind === 'scalar' && node.value === null && form.kind !== 'word')
      return this.#refused(schema, path, node.start, this.#nothing(node, path));
    switch (form.kind) {
      case 'record':
        return node.kind === 'mapping'
          ? this.#record(form, node, path)
          : this.#refused(schema, path, node.start, messageOf(form.schema, node));
      case 'list':
        return node.kind === 'sequence'
          ? this.#list(schema, form, node.items, node.start, path)
          : this.#refused(schema, path, node.start, messageOf(form.schema, node));
      case 'rows':
        return node.kind === 'mapping'
          ? this.#rows(form, node, path)
          : this.#refused(schema, path, node.start, messageOf(form.schema, node));
      case 'choice': {
        const option = optionFor(form, node);
        return option
          ? this.#read(option, node, path)
          : this.#refused(schema, path, node.start, messageOf(form.schema, node));
      }
      case 'word':
        return this.#word(schema, form.schema, node, path);
    }
  }

  /** Message for a missing value. Not everyone knows that text after # is a comment. */
  #nothing(node: SourceScalar, path: Path): string {
    const remark = /^[ \t]*#\S/.test(this.#source.text.slice(node.end));
    const away =
      typeof path.at(-1) === 'number' ? 'haal deze regel weg' : 'haal het veld weg als het niet verplicht is';
    return remark
      ? 'hier ontbreekt een waarde: wat na # staat, leest de computer niet; zet de tekst tussen aanhalingstekens'
      : `hier ontbreekt een waarde; vul die in, of ${away}`;
  }

  #record({ shape, schema }: Extract<Form, { kind: 'record' }>, node: SourceMapping, path: Path): unknown {
    const entries = new Map(node.entries.map((entry) => [entry.key, entry]));
    const excused = this.#amender.excused.get(node);
    const value: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(shape)) {
      const entry = entries.get(key);
      const at = [...path, key];
      if (entry) value[key] = this.#read(inner, entry.value, at);
      else if (excused?.has(key)) value[key] = this.#absent(inner, at, null, node);
      else if (!isOptional(inner))
        value[key] = this.#absent(inner, at, `het veld "${key}" ontbreekt; voeg een regel "${key}: …" toe`, node);
      if (value[key] === undefined) delete value[key];
    }
    const guessed = this.#amender.guessed.get(node) ?? NONE;
    for (const { within, message } of brokenRules(schema, value, { path, guessed, doubts: this.doubts }))
      this.#addProblem(offsetWithin(node, within), message);
    return value;
  }

  #absent(schema: z.ZodType, path: Path, message: string | null, node: SourceMapping): unknown {
    const mark = nameMark(formOf(schema).schema);
    if (mark?.gives) this.names.push({ ...mark, name: null, path, isKey: false, offset: startOf(node) });
    return this.#refused(schema, path, startOf(node), message);
  }

  #list(
    schema: z.ZodType,
    form: Extract<Form, { kind: 'list' }>,
    items: readonly SourceNode[],
    start: number,
    path: Path,
  ): unknown {
    const refusal = items.length === 0 ? emptyRefusal(form.schema) : null;
    if (refusal) return this.#refused(schema, path, start, refusal);
    this.#refuseRepeated(form.item, items);
    return items.map((item, index) => this.#read(form.item, item, [...path, index]));
  }

  /** Reports words that a list has twice. */
  #refuseRepeated(schema: z.ZodType, items: readonly SourceNode[]): void {
    const seen = new Set<string>();
    if (formOf(schema).kind !== 'word') return;
    for (const item of items) {
      if (item.kind !== 'scalar' || item.text === '') continue;
      if (seen.has(item.text)) {
        this.#addProblem(item.start, `${quoted(item.text)} staat hier twee keer; haal een van de twee weg`);
        this.#toldNames.add(item);
      }
      seen.add(item.text);
    }
  }

  #rows({ key: keySchema, row }: Extract<Form, { kind: 'rows' }>, node: SourceMapping, path: Path): unknown {
    const mark = nameMark(keySchema);
    return Object.fromEntries(
      node.entries.map(({ key, keyStart, value }) => {
        if (mark)
          this.names.push({
            ...mark,
            name: key,
            path: [...path, key],
            isKey: true,
            offset: keyStart,
            isReported: this.#amender.hasTold(keyStart),
          });
        return [key, this.#read(row, value, [...path, key])];
      }),
    );
  }

  #word(schema: z.ZodType, word: z.ZodType, node: SourceNode, path: Path): unknown {
    const mark = nameMark(word);
    const value = this.#wordOf(schema, word, node, path);
    if (mark)
      this.names.push({
        ...mark,
        name: this.doubts.has(path) ? null : String(value),
        path,
        isKey: false,
        offset: node.start,
        isReported: this.#toldNames.has(node) || this.#amender.told.has(node),
      });
    return value;
  }

  #wordOf(schema: z.ZodType, word: z.ZodType, node: SourceNode, path: Path): unknown {
    const type = wordType(word);
    const isTextual = type === 'string' || type === 'enum';
    if (node.kind !== 'scalar')
      return this.#refused(schema, path, node.start, type === 'string' ? noText(word, node) : messageOf(word, node));
    if (node.value === null) return this.#refused(schema, path, node.start, this.#nothing(node, path));
    if (type === 'string' && typeof node.value !== 'string') {
      this.#addProblem(
        node.start,
        `zet ${node.text} tussen aanhalingstekens: "${node.text}"; zonder is het voor de computer geen tekst`,
      );
      if (nameMark(word)) this.#toldNames.add(node);
      else this.doubts.add(path);
      return nameMark(word) || word.safeParse(node.text).success ? node.text : standIn(word);
    }
    if (isFreeText(word)) this.#warnOfLoss(node);
    if (nameMark(word)) return this.#name(node, path);
    if (isNumber(word) && typeof node.value === 'number' && !isPlainNumber(node.text))
      return this.#refused(
        schema,
        path,
        node.start,
        `${node.text} is geen gewoon getal; ${word.safeParse(node.value).success ? `bedoelde u ${node.value + 0}?` : plainlyWritten}`,
      );
    const result = word.safeParse(node.value);
    if (result.success) return result.data;
    const meant = meantBy(word, node, this.#others);
    this.#addProblem(
      node.start,
      isTextual && !isFreeText(word) ? wrongWord(word, node, this.#others) : messageOf(word, node),
    );
    this.doubts.add(path);
    return meant ?? (isOptional(schema) ? undefined : standIn(schema));
  }

  /** Names are checked once all files have been read; only an empty one is reported here. */
  #name(node: SourceScalar, path: Path): string {
    if (withoutInvisible(node.text).trim() !== '') return node.text;
    this.#addProblem(node.start, 'hier ontbreekt een naam; vul de id in');
    this.doubts.add(path);
    return '…';
  }

  /** Warns that # after a space starts a comment, if text follows it directly: then it was probably not meant to. */
  #warnOfLoss(node: SourceScalar): void {
    const lost = node.isPlain ? /^[ \t]+#(?=\S)/.exec(this.#source.text.slice(node.end)) : null;
    if (lost)
      this.problems.push(
        warning(
          { file: this.#source.file, offset: node.end + lost[0].length - 1 },
          'wat na # staat, leest de computer niet: de tekst houdt hier op; zet de hele tekst tussen aanhalingstekens, of zet bij een opmerking een spatie na #',
        ),
      );
  }
}
