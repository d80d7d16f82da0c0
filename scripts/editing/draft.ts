import { locate, type LocatedProblem } from '../io/position.ts';
import { parseYaml } from '../io/yaml.ts';
import { readContract } from '../contract/read.ts';
import type { ReportData } from '../model/report.ts';
import type { SourceFile, SourceFolder } from '../model/tree.ts';
import { buildReport } from '../report.ts';

/** A file as it will be written. `path` within the data folder, with `/` between names. */
export interface Edit {
  readonly path: string;
  readonly text: string;
}

/** What a command wants to write and say; or why it writes nothing. */
export type Plan =
  | { readonly edits: readonly Edit[]; readonly notes: readonly string[] }
  | { readonly refused: readonly string[] };

/** Why a command writes nothing, in Dutch sentences. */
export const refused = (...reasons: string[]): Plan => ({ refused: reasons });

const sourceOf = (folder: SourceFolder, { path, text }: Edit): SourceFile => {
  const file = folder.folder === '' ? path : `${folder.folder}/${path}`;
  return { path, file, text, ...parseYaml(text, file) };
};

/** The folder as it will be; nothing is on disk yet. */
export const withEdits = (folder: SourceFolder, edits: readonly Edit[]): SourceFolder => {
  const changed = new Map(edits.map((edit) => [edit.path, sourceOf(folder, edit)]));
  const kept = folder.files.filter(({ path }) => !changed.has(path));
  return { ...folder, files: [...kept, ...changed.values()].sort((a, b) => (a.path < b.path ? -1 : 1)) };
};

/** Errors that edits would bring into a folder; those that it had before are left out. */
export const problemsOfEdits = (folder: SourceFolder, edits: readonly Edit[]): LocatedProblem[] => {
  const known = new Set(buildReport(folder).problems.map(({ place, message }) => `${place.file} ${message}`));
  const draft = withEdits(folder, edits);
  const added = buildReport(draft).problems.filter(({ place, message, severity }) => severity === 'error' && !known.has(`${place.file} ${message}`));
  return locate(added, draft.files);
};

/** The text of a file of the folder; null where there is none. */
export const textOf = (folder: SourceFolder, path: string): string | null => folder.files.find((file) => file.path === path)?.text ?? null;

/** Finds a report by its folder. Without a name: the one at `/`, or else the first. */
export const findReport = (folder: SourceFolder, name: string): { readonly report: ReportData } | { readonly refused: string } => {
  const reports = readContract(folder).reports.map(({ data }) => data);
  const report = name === '' ? (reports.find(({ path }) => path === '/') ?? reports[0]) : reports.find(({ id }) => id === name);
  if (report) return { report };
  return { refused: name === '' ? 'er is geen rapport dat te lezen is; draai eerst npm run validate' : `er is geen rapport "${name}"; kies uit ${reports.map(({ id }) => id).join(', ')}` };
};
