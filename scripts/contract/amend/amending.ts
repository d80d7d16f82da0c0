import type { z } from 'zod';
import type { SourceEntry, SourceNode, SourceScalar } from '../../model/tree.ts';

/** The record or rows around a value: where an entry goes that is indented too far. */
export interface Outer {
  /** Whether it has fields of its own; rows take any name. */
  readonly isRecord: boolean;
  accepts(entry: SourceEntry): boolean;
  take(entry: SourceEntry): void;
}

/** What each part of the amending needs of the whole. */
export interface Amending {
  /** Nodes of which has been said all there is to say: what they hold is not known. */
  readonly unclear: WeakSet<SourceNode>;
  /** Keys that a mapping lacks for a reason that has been told. */
  readonly excused: WeakMap<SourceNode, ReadonlySet<string>>;
  /** Keys of a mapping that are written otherwise, and of which was guessed that they were meant. */
  readonly guessed: WeakMap<SourceNode, ReadonlySet<string>>;
  /** What was meant by a value, where a part of the contract belongs. */
  amend(schema: z.ZodType, node: SourceNode, outer?: Outer | null): SourceNode;
  /** `plan:behaald` where a group of fields belongs is one word for YAML: tells so, and gives the word. */
  colonless(node: SourceNode): SourceNode;
  told(offset: number, message: string): void;
  /** A text as it is written, for what the parser has joined. */
  raw(node: SourceScalar): string;
}
