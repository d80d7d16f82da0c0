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

/** Folders whose norm or round is in concept, with `/` at their end; a file that cannot be read is taken to be one. */
function conceptFolders({ files }: SourceFolder): string[] {
  return files.flatMap((file) => {
    const role = roleOf(file.path)?.role;
    const isConcept =
      (role === 'norm' && valueAt(file, 'status') !== 'van kracht' && valueAt(file, 'status') !== 'afgerond') ||
      (role === 'round' &&
        valueAt(file, 'concept') !== false &&
        (file.tree === null || valueAt(file, 'concept') !== undefined));
    return isConcept ? [file.path.replace(/[^/]+$/, '')] : [];
  });
}

/** Whether a problem tells of something that is in concept or not public, on either side of a change. */
export function concealer(folders: readonly SourceFolder[]): (file: string, message: string) => boolean {
  const ids = folders.flatMap(({ files }) =>
    files.flatMap((file) => (roleOf(file.path)?.role === 'documents' ? withheldIds(file) : [])),
  );
  const places = folders.flatMap(conceptFolders);
  const names = places.map((place) => place.split('/').at(-2)!).filter((name) => name !== '');
  return (file, message) =>
    places.some((place) => file.includes(place)) ||
    [...ids, ...names].some(
      (id) => message.includes(`"${id}"`) || message.includes(`/${id}/`) || message.includes(`norm ${id} `),
    );
}
