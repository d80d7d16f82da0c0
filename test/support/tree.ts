import { locate, problemLine } from '../../scripts/model/position.ts';
import { sourceFile } from '../../scripts/io/read.ts';
import type { Report } from '../../scripts/compute/report.ts';
import type { SourceFolder } from '../../scripts/model/tree.ts';
import { buildReport } from '../../scripts/report.ts';

/** A data folder as texts by path; nothing is on disk. */
export type Tree = Readonly<Record<string, string>>;

export function folderOf(tree: Tree): SourceFolder {
  return {
    folder: '',
    files: Object.entries(tree)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => sourceFile(path, path, text)),
  };
}

/** Every problem as printed: `path:line:column: sentence`. */
export function problemLines(tree: Tree): string[] {
  const folder = folderOf(tree);
  return locate(buildReport(folder).problems, folder.files).map(problemLine);
}

/** The report of valid data; fails with the problems if the data is not valid. */
export function reportOf(tree: Tree, folder: SourceFolder = folderOf(tree)): Report {
  const { report, problems } = buildReport(folder);
  const first = report?.reports[0];
  if (!first) throw new Error(`not valid:\n${locate(problems, folder.files).map(problemLine).join('\n')}`);
  return first;
}

/** The tree with one text changed; fails if there is nothing to change. Without `from`, the whole text is replaced. */
export function changed(tree: Tree, path: string, from: string, to: string): Tree {
  const text = tree[path] ?? '';
  if (!text.includes(from)) throw new Error(`nothing to change in ${path}: ${from}`);
  return { ...tree, [path]: from === '' ? to : text.replace(from, () => to) };
}

export function without(tree: Tree, ...paths: readonly string[]): Tree {
  for (const path of paths) if (!(path in tree)) throw new Error(`no ${path} to leave out`);
  return Object.fromEntries(Object.entries(tree).filter(([path]) => !paths.includes(path)));
}
