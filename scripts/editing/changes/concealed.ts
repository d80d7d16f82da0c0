import { nodeAt, plain } from '../../contract/tree.ts';
import { roleOf } from '../../contract/layout.ts';
import type { SourceFile, SourceFolder } from '../../model/tree.ts';

function valueAt({ tree }: SourceFile, key: string): unknown {
  const node = nodeAt(tree, [key]);
  return node && plain(node);
}

function withheldIds(file: SourceFile): string[] {
  const documents = valueAt(file, 'documenten');
  return Array.isArray(documents)
    ? documents.flatMap((each: { id?: unknown; openbaar?: unknown } | null) =>
        each && each.openbaar !== true && typeof each.id === 'string' ? [each.id] : [],
      )
    : [];
}

/** Ids of documents that are not public, on either side of a change. */
export function withheldIn(folders: readonly SourceFolder[]): ReadonlySet<string> {
  return new Set(
    folders.flatMap(({ files }) =>
      files.flatMap((file) => (roleOf(file.path)?.role === 'documents' ? withheldIds(file) : [])),
    ),
  );
}

/** Whether a problem tells of a document that is not public. */
export function concealer(folders: readonly SourceFolder[]): (message: string) => boolean {
  const ids = [...withheldIn(folders)];
  return (message) => ids.some((id) => message.includes(`"${id}"`) || message.includes(`/${id}/`));
}
