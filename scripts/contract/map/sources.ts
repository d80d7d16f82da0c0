import { error, type Problem } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import type { CheckedFile } from '../../model/tree.ts';
import type { AuthoredDocuments } from '../files/documents.ts';
import { quoted } from '../fields.ts';
import { didYouMean } from '../../model/suggestion.ts';
import { nodeAt, startOf, type Path } from '../tree.ts';

type AuthoredDocument = NonNullable<AuthoredDocuments['documenten']>[number];

/** Turns document ids into sources. Ids of documents that are not public go no further than here. */
export class SourceReader {
  readonly problems: Problem[] = [];
  readonly #documents: ReadonlyMap<string, AuthoredDocument> | null;

  /** `documents` null: the list could not be read, so nothing can be said of any id. */
  constructor(documents: AuthoredDocuments | null) {
    this.#documents = documents && new Map((documents.documenten ?? []).map((document) => [document.id, document]));
  }

  /** The sources at `path` of a file: one id, or a list of them. An unknown id is a problem at that id. */
  read(
    authored: string | readonly string[] | undefined,
    { file, tree, isDoubtful }: CheckedFile,
    path: Path,
  ): Source[] {
    const isList = Array.isArray(authored);
    const ids: readonly string[] = isList ? authored : authored === undefined ? [] : [authored as string];
    return ids.flatMap((id, index): Source[] => {
      if (!this.#documents || isDoubtful(isList ? [...path, index] : path)) return [];
      const document = this.#documents.get(id);
      if (document) return [document.openbaar ? { public: true, document: id } : { public: false }];
      const node = nodeAt(tree, isList ? [...path, index] : path);
      this.problems.push(
        error(
          { file, offset: startOf(node) },
          `onbekende bron ${quoted(id)}${didYouMean(id, this.#documents.keys(), 'voeg het document toe aan documenten.yaml')}`,
        ),
      );
      return [];
    });
  }
}
