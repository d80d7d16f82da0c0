import type { SourceEntry, SourceMapping, SourceNode } from '../../model/tree.ts';
import { formOf, optionFor, type Form } from '../forms.ts';
import type { Amending, Outer } from './amending.ts';
import { apart } from './entries.ts';
import { fits, isEmpty } from './fit.ts';

type RowsForm = Extract<Form, { kind: 'rows' }>;

/** The name of a row of which it is not known. No name is empty, so it is never taken for one. */
export const NAMELESS = '';

/** What was meant by a value where rows belong: a name, a colon, and what is said of it. */
export function amendRows(amender: Amending, form: RowsForm, node: SourceNode): SourceNode {
  if (node.kind === 'sequence' && node.items.every((item) => item.kind === 'mapping' && item.entries.length === 1)) {
    amender.told(node.start, 'hier horen regels zonder streepje; haal het streepje ("- ") voor elke regel weg');
    const entries = node.items.flatMap((item) => (item as SourceMapping).entries);
    return amendRows(amender, form, { kind: 'mapping', start: node.start, entries });
  }
  if (node.kind !== 'mapping') return amender.colonless(node);
  const row = formOf(form.row);
  const written = withFields(amender, row, oneOfTwo(node));
  const rows = new Map(written.map((entry) => [entry.key, entry]));
  const outer: Outer = {
    isRecord: false,
    accepts: ({ key, value }) => !rows.has(key) && fits(form.row, value),
    take: (entry) => rows.set(entry.key, entry),
  };
  for (const entry of written) {
    const [value, ...others] = partsOf(amender, row, entry.value);
    rows.set(entry.key, { ...entry, value: amender.amend(form.row, value!, outer) });
    for (const other of others) rows.set(NAMELESS, { key: NAMELESS, keyStart: other.start, value: other });
  }
  for (const entry of node.repeated ?? []) {
    amender.told(
      entry.keyStart,
      `"${entry.key}" staat hier twee keer; haal een van de twee weg, of noem het punt dat u bedoelde`,
    );
    rows.set(NAMELESS, { ...entry, key: NAMELESS });
  }
  return { ...node, entries: [...rows.values()] };
}

/** Of a key that stands twice, the first time with nothing behind it, the second counts. */
function oneOfTwo({ entries, repeated = [] }: SourceMapping): readonly SourceEntry[] {
  const again = new Map(repeated.map((entry) => [entry.key, entry]));
  return entries.map((entry) => (isEmpty(entry.value) && again.get(entry.key)) || entry);
}

/** Fields of a row that are not indented far enough stand between the rows: each goes to the row above it. */
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
      amender.told(
        entry.keyStart,
        `"${entry.key}" hoort onder "${above.key}"; zet er evenveel spaties voor als bij de andere regels daaronder`,
      );
    told = above.key;
    rows[rows.length - 1] = { ...above, value: { ...value, entries: [...value.entries, entry] } };
  }
  return rows;
}

/** A row that holds several, since the lines with the names of the others are gone. */
function partsOf(amender: Amending, form: Form, value: SourceNode): readonly SourceNode[] {
  const option = form.kind === 'choice' ? optionFor(form, value) : null;
  const [first] = value.kind === 'mapping' ? (value.repeated ?? []) : [];
  if (!first || value.kind !== 'mapping' || !option || formOf(option).kind !== 'record') return [value];
  // A line that stands twice is no second row.
  const [begin, second] = value.entries;
  if (first.key !== begin?.key || !second || second.keyStart > first.keyStart) return [value];
  const parts = apart(value);
  for (const part of parts.slice(1))
    amender.told(
      part.start,
      'hier begint een volgende rij zonder haar naam; zet de regel terug met de naam van het punt en een dubbele punt',
    );
  return parts;
}
