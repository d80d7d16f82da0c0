import type { AuthoredDocuments } from '../files/documents.ts';
import type { AuthoredNorm } from '../files/norm.ts';
import type { AuthoredOrganisations } from '../files/organisations.ts';
import type { AuthoredReport } from '../files/report.ts';
import type { AuthoredResults } from '../files/results.ts';
import type { AuthoredRound } from '../files/round.ts';
import type { ReadFile } from '../read-file.ts';

export interface ReadResults {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly file: ReadFile<AuthoredResults>;
  /** Id of the organisation that it is of, as far as that is clear. */
  organisation: string;
  /** Rows of which it is not known which point they are about. */
  unclear: number;
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
