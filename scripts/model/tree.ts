import type { Problem } from './problem.ts';

/** A value in an authored file, with the UTF-16 offset at which it starts. */
export type SourceNode = SourceScalar | SourceSequence | SourceMapping;

export interface SourceScalar {
  readonly kind: 'scalar';
  readonly start: number;
  /** Where its content ends, closing quote excluded. */
  readonly end: number;
  readonly value: string | number | boolean | null;
  /** As written, without quotes; lines are joined as in YAML. */
  readonly text: string;
  /** Whether it has no quotes and is not a block, so that YAML treats some of its characters as syntax. */
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
  /** Entries whose key occurs earlier in the mapping. */
  readonly repeated?: readonly SourceEntry[];
}

export interface SourceEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly value: SourceNode;
}

/** One authored file, read and parsed; `tree` is null if it could not be parsed. */
export interface SourceFile {
  /** Path within the data folder, with `/` as separator. */
  readonly path: string;
  /** Path as shown to people, relative to the folder in which the command runs. */
  readonly file: string;
  /** For an image, font or archive: its bytes in base64. */
  readonly text: string;
  readonly tree: SourceNode | null;
  readonly problems: readonly Problem[];
  /** Only for files of an edition. */
  readonly frozen?: FrozenFile;
}

/** Content of a file of an edition. */
export interface FrozenFile {
  /** Null for a zip, and for anything that is not valid JSON. */
  readonly json: unknown;
  /** Hash of its published content, in hexadecimal. */
  readonly sha256: string;
}

/**
 * A file checked against the contract. Its tree is what was meant, as far as that is clear, with misspelt keys
 * corrected for example.
 */
export interface CheckedFile extends SourceFile {
  /**
   * Whether the value at a path, or one that contains it, is in doubt: wrong, or not known to be right. `withAll`
   * includes everything within it.
   */
  readonly isDoubtful: (path: readonly (string | number)[], withAll?: boolean) => boolean;
}

/** A data folder as read. */
export interface SourceFolder {
  /** Path as shown to people. */
  readonly folder: string;
  readonly files: readonly SourceFile[];
}
