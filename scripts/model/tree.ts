import type { Problem } from './problem.ts';

/** A value in an authored file, with the UTF-16 offset at which it begins. */
export type SourceNode = SourceScalar | SourceSequence | SourceMapping;

export interface SourceScalar {
  readonly kind: 'scalar';
  readonly start: number;
  readonly value: string | number | boolean | null;
  /** As written, without quotes. */
  readonly text: string;
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
  /** Of a picture or font, which are no text: its bytes in base64. */
  readonly text: string;
  readonly tree: SourceNode | null;
  readonly problems: readonly Problem[];
}

/** A file that was held against the contract. */
export interface CheckedFile extends SourceFile {
  /** Whether the value at a path, or one that it is part of, was put aside because something was wrong with it. */
  readonly isDoubtful: (path: readonly (string | number)[]) => boolean;
}

/** A data folder as it was read. */
export interface SourceFolder {
  /** As shown to people. */
  readonly folder: string;
  readonly files: readonly SourceFile[];
}
