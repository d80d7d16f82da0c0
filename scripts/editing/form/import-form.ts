import { nodeAt } from '../../contract/tree.ts';
import { problemLine, type LocatedProblem } from '../../model/position.ts';
import { didYouMean } from '../../model/suggestion.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { problemsOfEdits, refused, textOf, withEdits, type Edit, type Plan } from '../draft.ts';
import { inStyle } from '../format/in-style.ts';
import { schemaLine } from '../schema-line.ts';
import { documentText, readDocument, recordsIn } from '../yaml-document.ts';
import { cellAt, cellName } from '../../model/cell-name.ts';
import { changedFields, sourcesIn, writeAnswers } from './answers.ts';
import { answersIn, columnOf, rowsOf, subjectOf } from './find-rows.ts';
import { FIELDS, WITHHELD } from './layout.ts';
import { answersOf, resultsDocument, type Answers, type FormSubject } from './rows.ts';
import { atCell, type Sheet } from './sheet.ts';

/** Sources that the report does not know; checked here too, as the contract looks no further in a row with another mistake. */
function unknownSources(
  folder: SourceFolder,
  sheet: Sheet,
  { report }: FormSubject,
  rows: ReadonlyMap<string, number>,
): string[] {
  const list = readDocument(textOf(folder, `${report.id}/documenten.yaml`) ?? '').toJS() as {
    documenten?: unknown;
  } | null;
  const known = recordsIn(list?.documenten).map(({ id }) => String(id));
  return [...rows.values()].flatMap((row) => {
    const { bron } = answersIn(sheet, row);
    const ids = bron === WITHHELD ? [] : sourcesIn(bron).filter((id) => !known.includes(id));
    return ids.map((id) =>
      atCell(
        sheet,
        row,
        columnOf('bron'),
        `onbekende bron "${id}"${didYouMean(id, known, 'voeg het document toe aan documenten.yaml')}`,
      ),
    );
  });
}

/** Whether the cell of the sources keeps what is withheld, where nothing is: it comes from another row. */
function isCopied(before: Answers, after: Answers): boolean {
  return after.bron === WITHHELD && before.bron !== WITHHELD;
}

const COPIED =
  'bij dit punt staat geen bron die niet openbaar is, dus er is niets dat kan blijven; noem een bron, of maak de cel leeg';

/** A problem of the file that would be written, at the cell from which it came; others as they are. */
function problemAtCell(sheet: Sheet, path: string, draft: SourceFolder, rows: ReadonlyMap<string, number>) {
  return (problem: LocatedProblem): string => {
    const file = draft.files.find((each) => each.path === path);
    const results = file && nodeAt(file.tree, ['resultaten']);
    if (!file || file.file !== problem.file || results?.kind !== 'mapping') return problemLine(problem);
    const entry = results.entries.findLast(({ keyStart }) => keyStart <= problem.place.offset);
    const row = entry && rows.get(entry.key);
    if (!entry || row === undefined) return problemLine(problem);
    const inner =
      entry.value.kind === 'mapping'
        ? entry.value.entries.findLast(({ keyStart }) => keyStart <= problem.place.offset)?.key
        : undefined;
    const field = problem.message.includes('"reden" nodig') ? 'reden' : (inner ?? 'status');
    return atCell(sheet, row, Math.max(columnOf(field), columnOf('status')), problem.message);
  };
}

/** All that is wrong, by row; of a cell that cannot be read, nothing more than that. */
function refusal(sheet: Sheet, lines: readonly string[]): Plan {
  const cells = sheet.problems.map(({ row, column }) => `${sheet.name}!${cellName(row, column)}: `);
  const others = lines.filter((line) => !cells.some((cell) => line.startsWith(cell)));
  const unreadable = sheet.problems.map(({ row, column, sentence }) => atCell(sheet, row, column, sentence));
  return refused(...[...new Set([...unreadable, ...others])].sort(byCell));
}

/** From a form that was filled in to the file of results; a form in which nothing changed writes nothing. */
export function importForm(folder: SourceFolder, sheet: Sheet): Plan {
  const subject = subjectOf(folder, sheet);
  if ('refused' in subject) return refusal(sheet, subject.refused);
  const { rows, problems } = rowsOf(sheet, subject);
  const { document, rows: written } = resultsDocument(folder, subject);
  if (!written) return refused(`${subject.path}: dit bestand heeft geen lijst "resultaten"; draai npm run validate`);
  written.flow = false;

  const changes = [...rows].map(([id, row]) => ({
    id,
    before: answersOf(written.get(id, true), subject.report),
    after: answersIn(sheet, row),
  }));
  // A status that is missing is a problem by itself; without it the row stays as it is.
  const changed = changes.filter(
    ({ before, after }) =>
      changedFields(before, after).length > 0 &&
      !(
        after.status === '' &&
        (subject.norm.complete || FIELDS.some((field) => after[field].trim() !== '' && after[field] !== WITHHELD))
      ),
  );
  for (const { id, before, after } of changed) writeAnswers(document, written, id, before, after);
  const edits = changed.length === 0 ? [] : [editOf(folder, subject.path, documentText(document))];
  const draft = withEdits(folder, edits);
  const copied = changes
    .filter(({ before, after }) => isCopied(before, after))
    .map(({ id }) => atCell(sheet, rows.get(id)!, columnOf('bron'), COPIED));
  const all = [
    ...problems,
    ...copied,
    ...unknownSources(folder, sheet, subject, rows),
    ...(edits.length === 0 ? [] : problemsOfEdits(folder, edits).map(problemAtCell(sheet, subject.path, draft, rows))),
  ];
  if (all.length + sheet.problems.length > 0) return refusal(sheet, all);
  return { edits, notes: [notes(subject, changed.length)] };
}

/** Row by row, from left to right; what has no cell comes last. */
function byCell(a: string, b: string): number {
  const [[rowA, columnA], [rowB, columnB]] = [a, b].map((line) => {
    const at = cellAt(/!([A-Z]+\d+): /.exec(line)?.[1] ?? '');
    return [at?.row ?? Infinity, at?.column ?? 0] as const;
  }) as [readonly [number, number], readonly [number, number]];
  return rowA === rowB ? columnA - columnB : rowA - rowB;
}

function editOf(folder: SourceFolder, path: string, text: string): Edit {
  const isNew = textOf(folder, path) === null;
  const line = isNew ? schemaLine(folder, path, 'resultaten') : null;
  return inStyle(folder, { path, text: line === null ? text : `${line}\n${text}` });
}

function notes({ organisation, round }: FormSubject, count: number): string {
  return count === 0
    ? `Het formulier zegt hetzelfde als de gegevens van "${organisation}" in de meting "${round.id}". Er verandert niets.`
    : `${count} ${count === 1 ? 'punt' : 'punten'} van "${organisation}" in de meting "${round.id}" aangepast.`;
}
