import type { SourceFile } from '../model/tree.ts';

/** A folder of a report as it is. */
export interface Folder {
  readonly name: string;
  readonly shown: string;
  readonly folders: Map<string, Folder>;
  readonly files: Map<string, SourceFile>;
}

/** The folders and files of a report; `shown`: its own folder as people see it. */
export function treeOf(
  files: readonly SourceFile[],
  { name, shown }: { readonly name: string; readonly shown: string },
): Folder {
  const root: Folder = { name, shown, folders: new Map(), files: new Map() };
  for (const file of files) {
    const steps = file.path.split('/').slice(1);
    let at = root;
    for (const step of steps.slice(0, -1)) {
      const inner = at.folders.get(step) ?? {
        name: step,
        shown: `${at.shown}/${step}`,
        folders: new Map(),
        files: new Map(),
      };
      at.folders.set(step, inner);
      at = inner;
    }
    at.files.set(steps.at(-1)!, file);
  }
  return root;
}

export function filesIn({ files, folders }: Folder): SourceFile[] {
  return [...files.values(), ...[...folders.values()].flatMap(filesIn)];
}
