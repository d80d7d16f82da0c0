import type { SourceFile } from '../model/tree.ts';

/** A place that the contract has for a file, and the file that is meant for it; null where there is none. */
export interface Slot {
  /** Where the file belongs, as people see it. */
  readonly shown: string;
  readonly file: SourceFile | null;
}

export interface ResultsSlot extends Slot {
  /** Name of the file without its ending. */
  readonly name: string;
}

export interface RoundSlot extends Slot {
  /** Name of the folder. */
  readonly name: string;
  readonly results: readonly ResultsSlot[];
}

export interface NormSlot extends Slot {
  /** Name of the folder. */
  readonly name: string;
  /** The folder itself, as people see it. */
  readonly folder: string;
  /** Whether its name is a version; if not, that has been told. */
  readonly isVersion: boolean;
  readonly rounds: readonly RoundSlot[];
}

/** Every file of a report in its place; those that have another name, or lie elsewhere, in the place where they belong. */
export interface ReportSlots {
  readonly report: Slot;
  readonly organisations: Slot;
  readonly documents: Slot;
  readonly norms: readonly NormSlot[];
}
