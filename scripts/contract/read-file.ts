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
import type { OtherWords } from './values.ts';

/** A file of the contract as read. If it is missing or cannot be read, all of it is in doubt. */
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

  /**
   * `holds`: what belongs in the file, in Dutch, for the message if it is missing. `others`: words that people use for
   * those of the contract.
   */
  static read<Schema extends z.ZodType>(
    slot: Slot,
    schema: Schema,
    holds: string,
    others?: OtherWords,
  ): ReadFile<z.output<Schema>> {
    const missing = error({ file: slot.shown, offset: 0 }, `dit bestand ontbreekt; maak het, met daarin ${holds}`);
    const source: SourceFile = slot.file ?? {
      path: slot.shown,
      file: slot.shown,
      text: '',
      tree: null,
      problems: [missing],
    };
    return new ReadFile<z.output<Schema>>(source, schema as unknown as z.ZodType<z.output<Schema>>, others);
  }

  private constructor(source: SourceFile, schema: z.ZodType<Value>, others?: OtherWords) {
    const { value, tree, problems, names, doubts } = readValue(schema, source, others);
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
    // Built on demand: once for a file in which every row is misspelt, instead of once per row.
    this.#tree ??=
      this.#written &&
      [...this.#renamed.values()].reduce((tree, { list, names }) => renamed(tree, list, names), this.#written);
    return this.#tree;
  }

  readonly isDoubtful = (path: Path, withAll = false): boolean =>
    this.doubts.has(path) || (withAll && this.doubts.hasWithin(path));

  /** Place of the value at a path. */
  placeOf(path: Path): Place {
    return { file: this.file, offset: startOf(nodeAt(this.tree, path)) };
  }

  /** Replaces the value at a path by what was meant. */
  set(path: Path, value: unknown): void {
    let at = this.value as Record<string | number, unknown>;
    for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
    at[path.at(-1)!] = value;
  }

  /** Renames a row to what was meant; removes it if that is unknown (null). */
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
  /** File name without extension. */
  readonly name: string;
  readonly file: ReadFile<AuthoredResults>;
  /** Id of its organisation, as far as that is clear. */
  organisation: string;
  /** Number of rows whose ambition is unknown. */
  unclear: number;
  /** Number of rows left out because their ambition was reported as wrong; includes the unclear ones. */
  leftOut: number;
}

export interface ReadRound {
  readonly name: string;
  readonly file: ReadFile<AuthoredRound>;
  readonly results: readonly ReadResults[];
}

export interface ReadNorm {
  /** Name of the folder, and its path as shown to people. */
  readonly name: string;
  readonly folder: string;
  readonly isVersion: boolean;
  readonly file: ReadFile<AuthoredNorm>;
  readonly rounds: readonly ReadRound[];
  /** The version that was meant. */
  version: string;
  /** The norm that it replaces; null if there is none, or if it is unknown which. */
  predecessor: ReadNorm | null;
}

/** All files of a report, as read. */
export interface ReadReport {
  readonly report: ReadFile<AuthoredReport>;
  readonly organisations: ReadFile<AuthoredOrganisations>;
  readonly documents: ReadFile<AuthoredDocuments>;
  readonly norms: readonly ReadNorm[];
}

/** All files of a report, outermost folder first. */
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
