import type { FieldPlaces, Place } from '../model/problem.ts';
import type { CheckedFile, SourceEntry, SourceMapping, SourceNode } from '../model/tree.ts';

export type Path = readonly (string | number)[];

/** Largest mapping to be searched without an index; a file can have a hundred thousand keys. */
const FEW = 16;

const indexes = new WeakMap<SourceMapping, ReadonlyMap<string, SourceEntry>>();

function indexOf(node: SourceMapping): ReadonlyMap<string, SourceEntry> {
  const index = indexes.get(node) ?? new Map(node.entries.map((entry) => [entry.key, entry]));
  indexes.set(node, index);
  return index;
}

export function entryOf(node: SourceNode | undefined, key: string): SourceEntry | undefined {
  if (node?.kind !== 'mapping') return undefined;
  return node.entries.length <= FEW ? node.entries.find((entry) => entry.key === key) : indexOf(node).get(key);
}

/** The node at a path; undefined where there is none. */
export function nodeAt(node: SourceNode | null, path: Path): SourceNode | undefined {
  return path.reduce<SourceNode | undefined>(
    (at, step) =>
      typeof step === 'number' && at?.kind === 'sequence' ? at.items[step] : entryOf(at, String(step))?.value,
    node ?? undefined,
  );
}

/** Offset at which a missing key is reported: the first key of the mapping, or its start if it is empty. */
export function startOf(node: SourceNode | undefined): number {
  return node?.kind === 'mapping' ? (node.entries[0]?.keyStart ?? node.start) : (node?.start ?? 0);
}

/** Whether a mapping has the same key twice, so that a value would be lost. */
export function hasRepeated(node: SourceNode): boolean {
  switch (node.kind) {
    case 'scalar':
      return false;
    case 'sequence':
      return node.items.some(hasRepeated);
    case 'mapping':
      return node.repeated !== undefined || node.entries.some(({ value }) => hasRepeated(value));
  }
}

/** Returns the value as plain data. Mappings have no prototype, so that no key has a special meaning. */
export function plain(node: SourceNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map(plain);
    case 'mapping': {
      const object: Record<string, unknown> = Object.create(null);
      for (const { key, value } of node.entries) object[key] = plain(value);
      return object;
    }
  }
}

/** Places of the fields of the record at `path`. `keys`: the key of each field in the file. */
export function placesOf<Field extends string>(
  { file, tree, isDoubtful }: CheckedFile,
  path: Path,
  keys: Readonly<Record<Field, string>>,
): FieldPlaces<Field> {
  const node = nodeAt(tree, path);
  function at(offset: number): Place {
    return { file, offset };
  }
  // A record written as a single word, such as a participant without dates, is itself the value of its field.
  function pathOf(field: Field): Path {
    return node?.kind === 'scalar' ? path : [...path, keys[field]];
  }
  return {
    isDoubtful: (field, withAll) => isDoubtful(pathOf(field), withAll),
    whole: at(node?.start ?? 0),
    start: at(startOf(node)),
    key: (field) => at(entryOf(node, keys[field])?.keyStart ?? startOf(node)),
    value: (field, index) => {
      if (node?.kind === 'scalar') return at(node.start);
      const value = entryOf(node, keys[field])?.value;
      const element = index !== undefined && value?.kind === 'sequence' ? value.items[index] : value;
      return at(element?.start ?? startOf(node));
    },
  };
}

/** Offset at which to report a rule of a record: the value, or the place where it is missing. */
export function offsetWithin(node: SourceNode, path: Path): number {
  let at: SourceNode = node;
  for (const step of path) {
    const next: SourceNode | undefined =
      at.kind === 'sequence' && typeof step === 'number'
        ? at.items[step]
        : at.kind === 'mapping'
          ? at.entries.find(({ key }) => key === step)?.value
          : undefined;
    if (!next) return startOf(at);
    at = next;
  }
  return at.start;
}
