import type { Source } from '../../model/source.ts';
import type { CheckedFile } from '../../model/tree.ts';
import type { AuthoredDocuments } from '../files/documents.ts';
import type { Path } from '../tree.ts';

type AuthoredDocument = AuthoredDocuments['documenten'][number];

/** Turns document ids into sources. Ids of documents that are not public go no further than here. */
export class SourceReader {
  readonly #documents: ReadonlyMap<string, AuthoredDocument>;

  constructor({ documenten }: AuthoredDocuments) {
    this.#documents = new Map(documenten.map((document) => [document.id, document]));
  }

  /** The sources at `path` of a file: one id, or a list of them. Of one that is not known, which has been told, there is none. */
  read(authored: string | readonly string[] | undefined, { isDoubtful }: CheckedFile, path: Path): Source[] {
    const isList = Array.isArray(authored);
    const ids: readonly string[] = isList ? authored : authored === undefined ? [] : [authored as string];
    return ids.flatMap((id, index): Source[] => {
      const document = isDoubtful(isList ? [...path, index] : path) ? undefined : this.#documents.get(id);
      return document ? [document.openbaar ? { public: true, document: id } : { public: false }] : [];
    });
  }
}
