import type { Problem } from './problem.ts';

/** A value in an authored file, with the UTF-16 offset at which it begins. */
export type SourceNode = SourceScalar | SourceSequence | SourceMapping;

export interface SourceScalar {
  readonly kind: 'scalar';
  readonly start: number;
  /** Where its content ends, quotes not counted. */
  readonly end: number;
  readonly value: string | number | boolean | null;
  /** As written, without quotes; lines of one text joined as YAML does. */
  readonly text: string;
  /** Whether it is written without quotes and in no block, so that YAML gives some of its signs a meaning. */
  readonly isPlain: boolean;
}

export interface SourceSequence {
  readonly kind: 'sequence';
  readonly start: number;
  readonly items: readonly SourceNode[];
}

export interface SourceMapping {
  readonly kind: 'mapping';
  readonly start: number;
  readonly entries: readonly SourceEntry[];
  /** Entries whose key stands in the mapping already. */
  readonly repeated?: readonly SourceEntry[];
}

export interface SourceEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly value: SourceNode;
}

/** One authored file, read and parsed; `tree` is null where it could not be. */
export interface SourceFile {
  /** Within the data folder, with `/` between names. */
  readonly path: string;
  /** As shown to people: relative to the folder in which the command runs. */
  readonly file: string;
  /** Of a picture, font or archive, which are no text: its bytes in base64. */
  readonly text: string;
  readonly tree: SourceNode | null;
  readonly problems: readonly Problem[];
  /** Of a file of an edition only. */
  readonly frozen?: FrozenFile;
}

/** What is in a file of an edition. */
export interface FrozenFile {
  /** Null of a zip, and of what is no JSON. */
  readonly json: unknown;
  /** Of its content as it was published, in hexadecimal. */
  readonly sha256: string;
}

/**
 * A file that was held against the contract. Its tree is what was meant, as far as that is clear: misspelt keys put
 * right, say.
 */
export interface CheckedFile extends SourceFile {
  /** Whether the value at a path, or one that it is part of, is in doubt: wrong, or not known to be right. */
  readonly isDoubtful: (path: readonly (string | number)[], withAll?: boolean) => boolean;
}

/** A data folder as it was read. */
export interface SourceFolder {
  /** As shown to people. */
  readonly folder: string;
  readonly files: readonly SourceFile[];
}
