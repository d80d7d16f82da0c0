import type { z } from 'zod';
import type { SourceMapping, SourceNode, SourceScalar } from '../../model/tree.ts';
import { formOf, optionFor, type Form } from '../forms.ts';
import { plain } from '../tree.ts';
import type { Amending, Outer } from './amending.ts';
import { apart, linesIn, wordsOf } from './entries.ts';
import { isText } from './fit.ts';

type ListForm = Extract<Form, { kind: 'list' }>;

/** What was meant by a value where a list belongs. */
export function amendList(amender: Amending, form: ListForm, node: SourceNode, outer: Outer | null): SourceNode {
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
  return inner.kind === 'word' && typeof node.value === 'string' ? asWords(amender, node) : node;
}

/** One record without its dash, or without the line that begins it. */
function asItem(amender: Amending, { shape }: Extract<Form, { kind: 'record' }>, node: SourceMapping): SourceNode {
  const [first = ''] = Object.keys(shape);
  const isThere = node.entries.some(({ key }) => key === first);
  amender.told(
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

/** A text where a list of words belongs: without dashes, or with commas between. */
function asWords(amender: Amending, node: SourceScalar): SourceNode {
  if (node.isPlain && /\n\s*- /.test(amender.raw(node))) {
    const items = linesIn(amender.raw(node)).map(({ text, dash, index }) => {
      if (dash === '') amender.told(node.start + index, `${noDash}; schrijf - ${text}`);
      return wordAt(node, index, text);
    });
    return { kind: 'sequence', start: node.start, items };
  }
  const tight = node.isPlain ? /^-(?=[^\s-])/.exec(node.text) : null;
  if (tight) {
    const text = node.text.slice(1);
    amender.told(node.start, `${noSpace}; schrijf - ${text}`);
    return { kind: 'sequence', start: node.start, items: [wordAt(node, 1, text)] };
  }
  const items = wordsOf(node);
  amender.told(node.start, `hier hoort een lijst; schrijf [${items.map(({ text }) => text).join(', ')}]`);
  return { kind: 'sequence', start: node.start, items };
}

function wordAt(node: SourceScalar, index: number, text: string): SourceScalar {
  const start = node.start + index;
  return { ...node, start, end: start + text.length, text, value: text };
}

/** Words of a list that the parser has joined: the second has no dash, or is indented too far. */
function wordsIn(amender: Amending, schema: z.ZodType, node: SourceNode): readonly SourceNode[] {
  if (node.kind !== 'scalar' || !node.isPlain || isText(schema)) return [node];
  const words = linesIn(amender.raw(node));
  if (words.length < 2) return [node];
  const dashes = words.filter(({ dash }) => dash !== '').length;
  if (dashes > 1)
    amender.told(
      node.start,
      'deze regel springt minder ver in dan de andere van deze lijst; zet er evenveel spaties voor',
    );
  return words.map(({ text, dash, index }, at) => {
    if (at > 0 && dash === '') amender.told(node.start + index, `${noDash}; schrijf - ${text}`);
    else if (at > 0 && dashes === 1)
      amender.told(
        node.start + index - dash.length,
        'deze regel springt verder in dan de andere van deze lijst; haal de spaties ervoor weg die hij te veel heeft',
      );
    return wordAt(node, index, text);
  });
}

/** The first line of a record that stands twice is a record of one field, before one that begins alike. */
function withoutEchoes(amender: Amending, items: readonly SourceNode[]): readonly SourceNode[] {
  return items.filter((item, index) => {
    const next = items[index + 1];
    if (item.kind !== 'mapping' || next?.kind !== 'mapping' || item.entries.length !== 1 || item.repeated) return true;
    const [own, other] = [item.entries[0]!, next.entries[0]];
    const isEcho =
      other?.key === own.key &&
      next.entries.length > 1 &&
      JSON.stringify(plain(own.value)) === JSON.stringify(plain(other.value));
    if (isEcho) amender.told(other.keyStart, 'deze regel staat hier twee keer; haal een van de twee weg');
    return !isEcho;
  });
}

/** A record of a list that holds several, since the lines that begin the others are gone. */
function recordsIn(amender: Amending, form: Form, node: SourceNode): readonly SourceNode[] {
  const option = form.kind === 'choice' ? optionFor(form, node) : null;
  const record = option ? formOf(option) : form;
  if (record.kind !== 'record' || node.kind !== 'mapping' || (node.repeated?.length ?? 0) < 2) return [node];
  const [first, ...others] = apart(node);
  const key = first!.entries[0]!.key;
  for (const other of others) {
    amender.told(
      other.start,
      `"${other.entries[0]!.key}" staat hier twee keer: boven deze regel ontbreekt de eerste regel van een nieuw onderdeel; zet die terug, zoals "- ${key}: …"`,
    );
    amender.excused.set(other, new Set([key]));
  }
  return [first!, ...others];
}
