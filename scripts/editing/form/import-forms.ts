import { ADD_DOCUMENT } from '../../contract/names/resolve.ts';
import { nodeAt } from '../../contract/tree.ts';
import { cellAt, cellName } from '../../site/downloads/archive.ts';
import { type LocatedProblem, problemLine } from '../../model/position.ts';
import { didYouMean } from '../../model/suggestion.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { type Edit, type Plan, problemsOfEdits, textOf, withEdits } from '../draft.ts';
import { inStyle } from '../format.ts';
import { schemaLine } from '../schemas.ts';
import { documentText, readDocument, recordsIn } from '../yaml-document.ts';
import {
  answersIn,
  asksResponsible,
  changedFields,
  columnOf,
  responseOn,
  rowsOf,
  sameText,
  sourcesIn,
  subjectOf,
  writeAnswers,
  writeResponse,
} from './find-rows.ts';
import { atCell, FIELDS, RESPONSE, type Sheet, type SheetReading, WITHHELD } from './layout.ts';
import { type Answers, answersOf, type FormSubject, responseIn, resultsDocument } from './rows.ts';

/** Sources that the report does not know. Checked here too, since the contract stops at the first mistake in a row. */
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
      atCell(sheet, row, columnOf('bron'), `onbekende bron "${id}"${didYouMean(id, known, ADD_DOCUMENT)}`),
    );
  });
}

/** Whether the cell of the sources keeps a withheld one where there is none: it was copied from another row. */
function isCopied(before: Answers, after: Answers): boolean {
  return after.bron === WITHHELD && before.bron !== WITHHELD;
}

const COPIED =
  'bij dit punt staat geen bron die niet openbaar is, dus er is niets dat kan blijven; noem een bron, of maak de cel leeg';

/** What one form does to the data, before the contract has judged it. */
interface FilledForm {
  readonly sheet: Sheet;
  readonly subject: FormSubject;
  /** Rows of the sheet, by ambition. */
  readonly rows: ReadonlyMap<string, number>;
  /** How many ambitions have an answer that differs from the data. */
  readonly changed: number;
  /** Whether the organisation's own response differs. */
  readonly responds: boolean;
  /** The edit of the results file, if anything changed. */
  readonly edits: readonly Edit[];
  /** What is wrong with the form itself, each with its cell. */
  readonly problems: readonly string[];
}

/** Turns a filled-in form into an edit of the results file, or returns the reasons why that cannot be done. */
function fillIn(folder: SourceFolder, sheet: Sheet): FilledForm | { readonly refused: readonly string[] } {
  const subject = subjectOf(folder, sheet);
  if ('refused' in subject) return subject;
  const { rows, problems } = rowsOf(sheet, subject);
  const { document, rows: written } = resultsDocument(folder, subject);
  if (!written)
    return { refused: [`${subject.path}: dit bestand heeft geen lijst "resultaten"; draai npm run validate`] };
  written.flow = false;

  const asks = asksResponsible(sheet);
  const changes = [...rows].map(([id, row]) => {
    const before = answersOf(written.get(id, true), subject.report);
    const after = answersIn(sheet, row);
    return { id, before, after: asks ? after : { ...after, verantwoordelijk: before.verantwoordelijk } };
  });
  // A missing status is a problem of its own; without one the row stays as it is.
  const changed = changes.filter(
    ({ before, after }) =>
      changedFields(before, after).length > 0 &&
      !(
        after.status === '' &&
        (subject.norm.complete || FIELDS.some((field) => after[field].trim() !== '' && after[field] !== WITHHELD))
      ),
  );
  for (const { id, before, after } of changed) writeAnswers(document, written, id, before, after);
  const response = responseOn(sheet);
  const responds = response !== null && !sameText(responseIn(document), response);
  if (responds) writeResponse(document, response);
  const copied = changes
    .filter(({ before, after }) => isCopied(before, after))
    .map(({ id }) => atCell(sheet, rows.get(id)!, columnOf('bron'), COPIED));
  return {
    sheet,
    subject,
    rows,
    changed: changed.length,
    responds,
    edits: changed.length === 0 && !responds ? [] : [editOf(folder, subject.path, documentText(document))],
    problems: [...problems, ...copied, ...unknownSources(folder, sheet, subject, rows)],
  };
}

function editOf(folder: SourceFolder, path: string, text: string): Edit {
  const isNew = textOf(folder, path) === null;
  const line = isNew ? schemaLine(folder, path, 'resultaten') : null;
  return inStyle(folder, { path, text: line === null ? text : `${line}\n${text}` });
}

/**
 * A problem of the data as they would be written, at the cell of this form that caused it; null if it is not from this
 * form.
 */
function problemAtCell({ sheet, subject, rows }: FilledForm, draft: SourceFolder, problem: LocatedProblem) {
  const file = draft.files.find(({ path }) => path === subject.path);
  if (!file || file.file !== problem.file) return null;
  const root = file.tree?.kind === 'mapping' ? file.tree.entries : [];
  if (root.findLast(({ keyStart }) => keyStart <= problem.place.offset)?.key === 'reactie')
    return atCell(sheet, RESPONSE.row, RESPONSE.column, problem.message);
  const results = nodeAt(file.tree, ['resultaten']);
  if (results?.kind !== 'mapping') return problemLine(problem);
  const entry = results.entries.findLast(({ keyStart }) => keyStart <= problem.place.offset);
  const row = entry && rows.get(entry.key);
  if (!entry || row === undefined) return problemLine(problem);
  const inner =
    entry.value.kind === 'mapping'
      ? entry.value.entries.findLast(({ keyStart }) => keyStart <= problem.place.offset)?.key
      : undefined;
  const field = problem.message.includes('"reden" nodig') ? 'reden' : (inner ?? 'status');
  return atCell(sheet, row, Math.max(columnOf(field), columnOf('status')), problem.message);
}

/** At most this many cells are reported; a form with more mistakes is better replaced. */
const MOST = 500;

/** Everything wrong with one form, in order of row. An unreadable cell gets no other problem. */
function problemsOfForm(sheet: Sheet, lines: readonly string[]): string[] {
  const cells = sheet.problems.map(({ row, column }) => `${sheet.name}!${cellName(row, column)}: `);
  const others = lines.filter((line) => !cells.some((cell) => line.startsWith(cell)));
  const unreadable = sheet.problems.map(({ row, column, sentence }) => atCell(sheet, row, column, sentence));
  const all = [...new Set([...unreadable, ...others])].sort(byCell);
  return all.length <= MOST ? all : [...all.slice(0, MOST), `${sheet.name}: en nog ${all.length - MOST} andere fouten`];
}

/** Row by row, left to right; problems without a cell last. */
function byCell(a: string, b: string): number {
  const [[rowA, columnA], [rowB, columnB]] = [a, b].map((line) => {
    const at = cellAt(/!([A-Z]+\d+): /.exec(line)?.[1] ?? '');
    return [at?.row ?? Infinity, at?.column ?? 0] as const;
  }) as [readonly [number, number], readonly [number, number]];
  return rowA === rowB ? columnA - columnB : rowA - rowB;
}

/** A form as read, with the name of its file. */
export interface ReadForm {
  readonly file: string;
  readonly reading: SheetReading;
}

/** With several forms, a cell alone does not say which. */
function named({ file, reading }: ReadForm): ReadForm {
  return {
    file,
    reading:
      'sheet' in reading
        ? { ...reading, sheet: { ...reading.sheet, name: labelled(file, reading.sheet.name) } }
        : { refused: reading.refused.map((line) => labelled(file, line)) },
  };
}

function labelled(file: string, text: string): string {
  return text.startsWith(file) ? text : `${file}, ${text}`;
}

/** Each form with its results file, or what is wrong with the form as a whole. */
function filledIn(
  folder: SourceFolder,
  forms: readonly ReadForm[],
): (FilledForm | { readonly refused: readonly string[] })[] {
  const files = new Map<string, string>();
  return forms.map(({ file, reading }) => {
    if ('refused' in reading) return reading;
    const filled = fillIn(folder, reading.sheet);
    if ('refused' in filled) return { refused: problemsOfForm(reading.sheet, filled.refused) };
    const first = files.get(filled.subject.path);
    if (first !== undefined)
      return {
        refused: [
          `${file}: dit formulier is van dezelfde organisatie en meting als ${first}; lees er een van de twee in`,
        ],
      };
    files.set(filled.subject.path, file);
    return filled;
  });
}

/**
 * What all forms change together, each in the file of its organisation. One mistake in one of them refuses all; without
 * changes there is nothing to write. The contract judges them together, in one go.
 */
export function importForms(folder: SourceFolder, given: readonly ReadForm[]): Plan {
  const forms = filledIn(folder, given.length > 1 ? given.map(named) : given);
  const edits = forms.flatMap((form) => ('edits' in form ? form.edits : []));
  const draft = withEdits(folder, edits);
  const lines = new Map<FilledForm | null, string[]>();
  for (const problem of edits.length === 0 ? [] : problemsOfEdits(folder, edits)) {
    const found = forms
      .filter((form) => 'edits' in form)
      .map((form) => [form, problemAtCell(form, draft, problem)] as const)
      .find(([, line]) => line !== null);
    const [form, line] = found ?? [null, null];
    lines.set(form, [...(lines.get(form) ?? []), line ?? problemLine(problem)]);
  }
  const wrong = [
    ...forms.flatMap((form) =>
      'edits' in form ? problemsOfForm(form.sheet, [...form.problems, ...(lines.get(form) ?? [])]) : form.refused,
    ),
    ...(lines.get(null) ?? []),
  ];
  if (wrong.length > 0) return { refused: wrong };
  return { edits, notes: forms.flatMap((form) => ('edits' in form ? noteOf(form) : [])) };
}

function noteOf({ subject: { organisation, round }, changed, responds }: FilledForm): string {
  if (responds && changed === 0) return `De reactie van "${organisation}" op de meting "${round.id}" is aangepast.`;
  return changed === 0
    ? `Het formulier zegt hetzelfde als de gegevens van "${organisation}" in de meting "${round.id}". Er verandert niets.`
    : `${changed} ${changed === 1 ? 'punt' : 'punten'} van "${organisation}" in de meting "${round.id}" aangepast${responds ? ', en haar reactie' : ''}.`;
}

/** A note on files that name people; it does not say whom, since it may be shown in public. */
export function peopleNotes(forms: readonly ReadForm[]): string[] {
  return forms.flatMap(({ file, reading }) =>
    'people' in reading && reading.people.length > 0
      ? [
          `Let op: in ${file} staan namen (${reading.people.join(', ')}). De gegevens krijgen die niet, maar het bestand houdt ze. Zet het niet op een openbare plaats, of haal ze eerst weg (in Excel: Bestand > Info > Controleren op problemen > Document controleren).`,
        ]
      : [],
  );
}
