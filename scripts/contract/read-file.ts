import type { z } from 'zod';
import { error, type Place, type Problem } from '../model/problem.ts';
import type { CheckedFile, SourceEntry, SourceFile, SourceNode } from '../model/tree.ts';
import type { AuthoredNorm } from './files/norm.ts';
import type { AuthoredDocuments, AuthoredOrganisations, AuthoredReport } from './files/report.ts';
import type { AuthoredResults } from './files/results.ts';
import type { AuthoredRound } from './files/round.ts';
import type { Slot } from './layout.ts';
import { type NameUse, readValue } from './read-value.ts';
import { Doubts } from './record-rules.ts';
import { nodeAt, type Path, startOf } from './tree.ts';

/** A file of the contract as it was read; where it is missing or cannot be read, all of it is in doubt. */
export class ReadFile<Value> implements CheckedFile {
  readonly path: string;
  readonly file: string;
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly value: Value;
  readonly names: readonly NameUse[];
  readonly doubts: Doubts;
  readonly #written: SourceNode | null;
  readonly #renamed = new Map<string, { list: Path; names: Map<string, string | null> }>();
  #tree: SourceNode | null = null;

  /** `holds`: what belongs in the file, in Dutch, for who has to make it. */
  static read<Schema extends z.ZodType>(slot: Slot, schema: Schema, holds: string): ReadFile<z.output<Schema>> {
    const missing = error({ file: slot.shown, offset: 0 }, `dit bestand ontbreekt; maak het, met daarin ${holds}`);
    const source: SourceFile = slot.file ?? {
      path: slot.shown,
      file: slot.shown,
      text: '',
      tree: null,
      problems: [missing],
    };
    return new ReadFile<z.output<Schema>>(source, schema as unknown as z.ZodType<z.output<Schema>>);
  }

  private constructor(source: SourceFile, schema: z.ZodType<Value>) {
    const { value, tree, problems, names, doubts } = readValue(schema, source);
    this.path = source.path;
    this.file = source.file;
    this.text = source.text;
    this.#written = tree;
    this.problems = problems;
    this.value = value;
    this.names = names;
    this.doubts = doubts;
  }

  get tree(): SourceNode | null {
    // Put together when it is asked for: of a file in which every row is misspelt, once and not at each row.
    this.#tree ??=
      this.#written &&
      [...this.#renamed.values()].reduce((tree, { list, names }) => renamed(tree, list, names), this.#written);
    return this.#tree;
  }

  readonly isDoubtful = (path: Path, withAll = false): boolean =>
    this.doubts.has(path) || (withAll && this.doubts.hasWithin(path));

  /** Where the value at a path stands. */
  placeOf(path: Path): Place {
    return { file: this.file, offset: startOf(nodeAt(this.tree, path)) };
  }

  /** Puts what was meant in the place of what stands at a path. */
  set(path: Path, value: unknown): void {
    let at = this.value as Record<string | number, unknown>;
    for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
    at[path.at(-1)!] = value;
  }

  /** Gives a row the name that was meant; takes it away where it is not known which that is. */
  renameRow(path: Path, name: string | null): void {
    const [list, key] = [path.slice(0, -1), String(path.at(-1))];
    let rows = this.value as Record<string | number, unknown>;
    for (const step of list) rows = rows[step] as Record<string | number, unknown>;
    const row = rows[key];
    delete rows[key];
    if (name !== null && !Object.hasOwn(rows, name)) rows[name] = row;
    const inList = this.#renamed.get(list.join()) ?? { list, names: new Map<string, string | null>() };
    this.#renamed.set(list.join(), inList);
    inList.names.set(key, name);
    this.#tree = null;
  }
}

function renamed(node: SourceNode, list: Path, names: ReadonlyMap<string, string | null>): SourceNode {
  if (node.kind !== 'mapping') return node;
  const [step, ...rest] = list;
  const entries = node.entries.flatMap((entry): SourceEntry[] => {
    if (step !== undefined)
      return [entry.key === step ? { ...entry, value: renamed(entry.value, rest, names) } : entry];
    const name = names.get(entry.key);
    return name === null ? [] : [{ ...entry, key: name ?? entry.key }];
  });
  return { ...node, entries };
}

export interface ReadResults {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly file: ReadFile<AuthoredResults>;
  /** Id of the organisation that it is of, as far as that is clear. */
  organisation: string;
  /** Rows of which it is not known which point they are about. */
  unclear: number;
  /** Rows that are left out, since what they are about was reported as wrong. */
  leftOut: number;
}

export interface ReadRound {
  readonly name: string;
  readonly file: ReadFile<AuthoredRound>;
  readonly results: readonly ReadResults[];
}

export interface ReadNorm {
  /** Name of the folder, and the folder as people see it. */
  readonly name: string;
  readonly folder: string;
  readonly isVersion: boolean;
  readonly file: ReadFile<AuthoredNorm>;
  readonly rounds: readonly ReadRound[];
  /** As it was meant. */
  version: string;
  /** The norm that it replaces; null where it replaces none, or it is not known which. */
  predecessor: ReadNorm | null;
}

/** All files of a report, as they were read. */
export interface ReadReport {
  readonly report: ReadFile<AuthoredReport>;
  readonly organisations: ReadFile<AuthoredOrganisations>;
  readonly documents: ReadFile<AuthoredDocuments>;
  readonly norms: readonly ReadNorm[];
}

/** Every file of a report, from the outside in. */
export function filesOf({ report, organisations, documents, norms }: ReadReport): readonly ReadFile<unknown>[] {
  return [
    report,
    organisations,
    documents,
    ...norms.flatMap(({ file, rounds }) => [
      file,
      ...rounds.flatMap((round) => [round.file, ...round.results.map((each) => each.file)]),
    ]),
  ];
}
