import { textOf, withEdits, type Edit } from '../draft.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { formatted } from './format.ts';

/** An edit in the one style, where the file is new or was in that style; what an editor did not touch keeps its own. */
export function inStyle(folder: SourceFolder, edit: Edit): Edit {
  const before = folder.files.find(({ path }) => path === edit.path);
  if (before && formatted(before) !== textOf(folder, edit.path)) return edit;
  const after = withEdits(folder, [edit]).files.find(({ path }) => path === edit.path)!;
  return { ...edit, text: formatted(after) ?? edit.text };
}
