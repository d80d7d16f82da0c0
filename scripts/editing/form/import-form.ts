import { didYouMean } from '../../model/suggestion.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { textOf, type Edit } from '../draft.ts';
import { inStyle } from '../format/in-style.ts';
import { schemaLine } from '../schema-line.ts';
import { documentText, readDocument, recordsIn } from '../yaml-document.ts';
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

/** What one form does to the data, before the contract has judged it. */
export interface FilledForm {
  readonly sheet: Sheet;
  readonly subject: FormSubject;
  /** Rows of the sheet, by point. */
  readonly rows: ReadonlyMap<string, number>;
  /** How many points have another answer than the data. */
  readonly changed: number;
  /** Of the file of results, if anything changed. */
  readonly edits: readonly Edit[];
  /** What is wrong with the form itself, each with its cell. */
  readonly problems: readonly string[];
}

/** From a form that was filled in to the file of results; or why that cannot be, as lines. */
export function fillIn(folder: SourceFolder, sheet: Sheet): FilledForm | { readonly refused: readonly string[] } {
  const subject = subjectOf(folder, sheet);
  if ('refused' in subject) return subject;
  const { rows, problems } = rowsOf(sheet, subject);
  const { document, rows: written } = resultsDocument(folder, subject);
  if (!written)
    return { refused: [`${subject.path}: dit bestand heeft geen lijst "resultaten"; draai npm run validate`] };
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
  const copied = changes
    .filter(({ before, after }) => isCopied(before, after))
    .map(({ id }) => atCell(sheet, rows.get(id)!, columnOf('bron'), COPIED));
  return {
    sheet,
    subject,
    rows,
    changed: changed.length,
    edits: changed.length === 0 ? [] : [editOf(folder, subject.path, documentText(document))],
    problems: [...problems, ...copied, ...unknownSources(folder, sheet, subject, rows)],
  };
}

function editOf(folder: SourceFolder, path: string, text: string): Edit {
  const isNew = textOf(folder, path) === null;
  const line = isNew ? schemaLine(folder, path, 'resultaten') : null;
  return inStyle(folder, { path, text: line === null ? text : `${line}\n${text}` });
}
