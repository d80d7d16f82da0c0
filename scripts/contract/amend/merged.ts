import type { z } from 'zod';
import type { SourceEntry, SourceNode, SourceSequence } from '../../model/tree.ts';
import { type Form, formOf, optionFor } from '../forms.ts';
import { plain } from '../tree.ts';
import { type Amending, apart, isText, listIn, MISFIT, oddity } from './amending.ts';

/** A record that may lack lines, so that the values below them ended up under other fields. */
export interface Merged {
  readonly shape: Readonly<Record<string, z.ZodType>>;
  /** Its fields, by the names that were meant. */
  readonly taken: Map<string, SourceEntry>;
  /** Fields that the record lacks, and those of them that it must have. */
  readonly absent: () => readonly string[];
  readonly needed: () => readonly string[];
  /** Marks a field as missing for a reason that has been reported. */
  readonly excuse: (key: string) => void;
}

/** Separates lists that merged because the line with the name of the second is missing. */
export function separateLists(amender: Amending, { shape, taken, absent, excuse }: Merged): void {
  const fields = [...taken];
  for (const [key, entry] of fields) {
    const { value } = entry;
    if (value.kind !== 'sequence') continue;
    const own = itemIn(shape[key]!);
    const from = value.items.findIndex((item) => oddity(own, item) > 0);
    const rest = from < 0 ? [] : value.items.slice(from);
    const other = absent().find((each) => {
      const inner = formOf(shape[each]!);
      return (
        inner.kind === 'list' &&
        rest.length > 0 &&
        rest.every((item) => oddity(inner.item, item) < oddity(own, item) && oddity(inner.item, item) < MISFIT)
      );
    });
    if (other === undefined) continue;
    const list: SourceSequence = { kind: 'sequence', start: rest[0]!.start, items: rest };
    amender.addProblem(
      from === 0 ? entry.keyStart : rest[0]!.start,
      from === 0
        ? `onder "${key}" staat hier wat bij "${other}" hoort; bedoelde u "${other}"?`
        : `boven deze regel ontbreekt de regel "${other}:"; zet die terug`,
    );
    if (from === 0) {
      taken.delete(key);
      excuse(key);
    } else taken.set(key, { ...entry, value: { ...value, items: value.items.slice(0, from) } });
    taken.set(other, { key: other, keyStart: rest[0]!.start, value: list });
  }
}

/** Item type of a list field; for a field that is not a list, the type of the field itself. */
function itemIn(schema: z.ZodType): z.ZodType {
  const form = formOf(schema);
  return form.kind === 'list' ? form.item : (form.kind === 'choice' && listIn(form)) || schema;
}

/** Reports a word that the parser joined with the lines below it, as it does with a list that has no name. */
export function findSwallowed(amender: Amending, { shape, taken, absent, needed, excuse }: Merged): void {
  for (const [key, entry] of taken) {
    const { value } = entry;
    const schema = shape[key]!;
    // A text may be wrapped over several lines, but a one-line text cannot contain an empty line.
    if (value.kind !== 'scalar' || !value.isPlain || (isText(schema) && !value.text.includes('\n'))) continue;
    if (isText(schema) && schema.safeParse(value.text).success) continue;
    const next = /\n\s*(?=\S)/.exec(amender.raw(value));
    if (!next) continue;
    if (isText(schema)) needed().forEach((each) => excuse(each));
    const raw = amender.raw(value);
    const isList = raw.slice(next.index).trim().startsWith('- ');
    const lists = absent().filter((each) => formOf(shape[each]!).kind === 'list');
    amender.addProblem(
      value.start + next.index + next[0].length,
      isList
        ? `boven deze lijst ontbreekt een regel met haar naam, zoals "${lists[0] ?? key}:"; zet die terug`
        : `deze regel hoort nu bij "${key}" erboven; zet er "naam: " voor, of haal hem weg`,
    );
    amender.unclear.add(value);
    for (const each of isList ? lists : needed()) excuse(each);
  }
}

/** Drops a record that is only the first line of the next one, written twice. */
export function withoutEchoes(amender: Amending, items: readonly SourceNode[]): readonly SourceNode[] {
  return items.filter((item, index) => {
    const next = items[index + 1];
    if (item.kind !== 'mapping' || next?.kind !== 'mapping' || item.entries.length !== 1 || item.repeated) return true;
    const [own, other] = [item.entries[0]!, next.entries[0]];
    const isEcho =
      other?.key === own.key &&
      next.entries.length > 1 &&
      JSON.stringify(plain(own.value)) === JSON.stringify(plain(other.value));
    if (isEcho) amender.addProblem(other.keyStart, 'deze regel staat hier twee keer; haal een van de twee weg');
    return !isEcho;
  });
}

/** Splits a row that has absorbed others, because the lines with their names are missing. */
export function partsOf(amender: Amending, form: Form, value: SourceNode): readonly SourceNode[] {
  const option = form.kind === 'choice' ? optionFor(form, value) : null;
  const [first] = value.kind === 'mapping' ? (value.repeated ?? []) : [];
  if (!first || value.kind !== 'mapping' || !option || formOf(option).kind !== 'record') return [value];
  // A repeated line does not start a second row.
  const [begin, second] = value.entries;
  if (first.key !== begin?.key || !second || second.keyStart > first.keyStart) return [value];
  const parts = apart(value);
  for (const part of parts.slice(1))
    amender.addProblem(
      part.start,
      'hier begint een volgende rij zonder haar naam; zet de regel terug met de naam van het punt en een dubbele punt',
    );
  return parts;
}
