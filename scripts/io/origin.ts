import type { FindOrigin } from '../model/problem.ts';
import type { SourceFolder } from '../model/tree.ts';
import { locator } from '../model/position.ts';

/**
 * Where a place is in the repository of the data. A folder below the one in which the command runs has the path that it
 * has there; of another folder only its own name is known, so that it is taken to stand at the root of its repository.
 */
export function originFinder({ folder, files }: SourceFolder): FindOrigin {
  const positionOf = locator(files);
  const known = new Map(files.map(({ file, path }) => [file, path]));
  const root = folder.startsWith('..') ? folder.split('/').at(-1)! : folder;
  return (place) => ({
    file: [root, known.get(place.file) ?? place.file].filter((part) => part !== '').join('/'),
    line: positionOf(place).line,
  });
}
