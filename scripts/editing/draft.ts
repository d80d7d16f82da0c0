import { locate, type LocatedProblem } from '../model/position.ts';
import { sourceFile } from '../io/read.ts';
import { readContract } from '../contract/read.ts';
import { memo } from '../model/memo.ts';
import type { Problem } from '../model/problem.ts';
import type { ReportData } from '../model/report.ts';
import type { SourceFile, SourceFolder } from '../model/tree.ts';
import { buildReport } from '../report.ts';

/** A file to be written. `path` is relative to the data folder, with `/` as separator. */
export interface Edit {
  readonly path: string;
  /** For an archive its bytes in base64. */
  readonly text: string;
}

/** What a command wants to write and say, or why it writes nothing. */
export type Plan =
  { readonly edits: readonly Edit[]; readonly notes: readonly string[] } | { readonly refused: readonly string[] };

/** Why a command writes nothing, in Dutch sentences. */
export function refused(...reasons: string[]): Plan {
  return { refused: reasons };
}

function sourceOf(folder: SourceFolder, { path, text }: Edit): SourceFile {
  const file = folder.folder === '' ? path : `${folder.folder}/${path}`;
  return sourceFile(path, file, text);
}

/** The folder after the edits; nothing is on disk yet. */
export function withEdits(folder: SourceFolder, edits: readonly Edit[]): SourceFolder {
  const changed = new Map(edits.map((edit) => [edit.path, sourceOf(folder, edit)]));
  const kept = folder.files.filter(({ path }) => !changed.has(path));
  return { ...folder, files: [...kept, ...changed.values()].sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** Identifies a problem by its message and the text of its line, so that it is recognised after that line has moved. */
function saidOf({ files }: SourceFolder): (problem: Problem) => string {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  return ({ place: { file, offset }, message }) => {
    const text = texts.get(file) ?? '';
    const end = text.indexOf('\n', offset);
    return [file, message, text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? undefined : end).trim()].join(
      '\n',
    );
  };
}

/** Problems that a folder did not have before; of identical ones, as many as there are more. */
export function addedProblems<Each extends Problem>(
  before: SourceFolder | null,
  problems: readonly Each[],
  after: SourceFolder,
): Each[] {
  const left = new Map<string, number>();
  if (before)
    for (const said of buildReport(before).problems.map(saidOf(before))) left.set(said, (left.get(said) ?? 0) + 1);
  const now = saidOf(after);
  return problems.filter((problem) => {
    const count = left.get(now(problem)) ?? 0;
    left.set(now(problem), count - 1);
    return count <= 0;
  });
}

/** Errors that edits would bring into a folder, without those it already had. */
export function problemsOfEdits(folder: SourceFolder, edits: readonly Edit[]): LocatedProblem[] {
  const draft = withEdits(folder, edits);
  const added = addedProblems(folder, buildReport(draft).problems, draft);
  return locate(
    added.filter(({ severity }) => severity === 'error'),
    draft.files,
  );
}

/** The text of a file of the folder; null if there is none. */
export function textOf(folder: SourceFolder, path: string): string | null {
  return folder.files.find((file) => file.path === path)?.text ?? null;
}

/** Remembers the data of a folder, so that a caller that asks for many reports or forms does not wait for each. */
const reportsIn = memo((folder: SourceFolder) => readContract(folder).reports.map(({ data }) => data));

/** Finds a report by its folder, if its files can be read. Without a name: the one at `/`, or else the first. */
export function findReport(
  folder: SourceFolder,
  name: string,
): { readonly report: ReportData } | { readonly refused: string } {
  const reports = reportsIn(folder);
  const broken = folder.files.find(
    ({ path, problems }) => problems.length > 0 && (name === '' || !path.includes('/') || path.startsWith(`${name}/`)),
  );
  if (broken)
    return { refused: `${broken.file} is niet te lezen; draai npm run validate en herstel eerst wat daar staat` };
  const report =
    name === '' ? (reports.find(({ path }) => path === '/') ?? reports[0]) : reports.find(({ id }) => id === name);
  if (report) return { report };
  return {
    refused:
      name === ''
        ? 'er is geen rapport dat te lezen is; draai eerst npm run validate'
        : `er is geen rapport "${name}"; kies uit ${reports.map(({ id }) => id).join(', ')}`,
  };
}
