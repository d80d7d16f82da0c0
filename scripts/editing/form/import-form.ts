import { nodeAt } from '../../contract/tree.ts';
import { problemLine, type LocatedProblem } from '../../model/position.ts';
import { didYouMean } from '../../model/suggestion.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { findReport, problemsOfEdits, refused, textOf, withEdits, type Edit, type Plan } from '../draft.ts';
import { inStyle } from '../format/in-style.ts';
import { schemaLine } from '../schema-line.ts';
import { documentText, readDocument, recordsIn } from '../yaml-document.ts';
import { changedFields, writeAnswers } from './answers.ts';
import { ABOUT, ABOUT_ROW, cellAt, COLUMNS, FIELDS, HEADING_ROW, WITHHELD } from './layout.ts';
import { answersOf, formSubject, resultsDocument, type Answers, type FormSubject } from './rows.ts';
import { atCell, type Sheet } from './sheet.ts';

const FIRST_ROW = HEADING_ROW;

function cell({ rows }: Sheet, row: number, column: number): string {
  return rows[row]?.[column] ?? '';
}

function columnOf(field: string): number {
  return COLUMNS.findIndex((column) => column.field === field);
}

function answersIn(sheet: Sheet, row: number): Answers {
  return Object.fromEntries(
    FIELDS.map((field) => [
      field,
      field === 'toelichting' ? cell(sheet, row, columnOf(field)) : cell(sheet, row, columnOf(field)).trim(),
    ]),
  ) as unknown as Answers;
}

/** Which file of results a sheet is about; or the cell that does not say so. */
function subjectOf(folder: SourceFolder, sheet: Sheet): FormSubject | { readonly refused: readonly string[] } {
  const labels = ABOUT.flatMap((label, index) =>
    cell(sheet, ABOUT_ROW - 1 + index, 0).trim() === label
      ? []
      : [
          atCell(
            sheet,
            ABOUT_ROW - 1 + index,
            0,
            `hier hoort "${label}" te staan; vul een formulier in dat met npm run form is gemaakt`,
          ),
        ],
  );
  const headings = COLUMNS.flatMap(({ heading }, column) =>
    cell(sheet, HEADING_ROW - 1, column).trim() === heading
      ? []
      : [atCell(sheet, HEADING_ROW - 1, column, `hier hoort de kop "${heading}" te staan; verander de koppen niet`)],
  );
  if (labels.length + headings.length > 0) return { refused: [...labels, ...headings] };
  const [report = '', norm = '', meting = '', organisatie = ''] = ABOUT.map((_, index) =>
    cell(sheet, ABOUT_ROW - 1 + index, 1).trim(),
  );
  const found = findReport(folder, report || '?');
  if ('refused' in found) return { refused: [atCell(sheet, ABOUT_ROW - 1, 1, found.refused)] };
  const subject = formSubject(found.report, { norm, meting, organisatie });
  if (!('refused' in subject)) return subject;
  const isNorm = !found.report.norms.some(({ version }) => version === norm);
  const row =
    ABOUT_ROW +
    (isNorm
      ? 0
      : found.report.norms.some(({ version, rounds }) => version === norm && rounds.some(({ id }) => id === meting))
        ? 2
        : 1);
  return {
    refused: [
      atCell(
        sheet,
        row,
        1,
        `dit formulier past niet bij de gegevens: ${subject.refused[0]!}; of maak een nieuw formulier met npm run form`,
      ),
    ],
  };
}

/** Rows of the sheet by point; and every row that is not one of the form. */
function rowsOf(
  sheet: Sheet,
  { norm, ambitions, organisation }: FormSubject,
): { readonly rows: ReadonlyMap<string, number>; readonly problems: readonly string[] } {
  const rows = new Map<string, number>();
  const problems: string[] = [];
  const known = new Map(ambitions.map((ambition) => [ambition.id, ambition]));
  for (let row = FIRST_ROW; row < sheet.rows.length; row++) {
    const texts = sheet.rows[row] ?? [];
    const id = (texts[0] ?? '').trim();
    texts.forEach((text, column) => {
      if (column >= COLUMNS.length && text.trim() !== '')
        problems.push(
          atCell(
            sheet,
            row,
            column,
            'deze kolom hoort niet bij het formulier; zet de tekst bij "Toelichting" of haal hem weg',
          ),
        );
    });
    if (id === '') {
      const column = texts.findIndex((text) => text.trim() !== '');
      if (column >= 0 && column < COLUMNS.length)
        problems.push(
          atCell(
            sheet,
            row,
            column,
            'bij deze regel staat in kolom A geen punt; zet de tekst bij een punt of haal hem weg',
          ),
        );
    } else if (!known.has(id))
      problems.push(
        atCell(
          sheet,
          row,
          0,
          `norm ${norm.version} heeft voor "${organisation}" geen punt "${id}"${didYouMean(id, known.keys(), 'maak een nieuw formulier')}`,
        ),
      );
    else if (rows.has(id))
      problems.push(
        atCell(sheet, row, 0, `het punt "${id}" staat al op regel ${rows.get(id)! + 1}; haal een van de twee weg`),
      );
    else {
      rows.set(id, row);
      const { number, title, explanation } = known.get(id)!;
      function flat(text: string): string {
        return text.replace(/\s+/g, ' ').trim();
      }
      for (const [column, fixed] of [
        [1, number],
        [3, explanation],
      ] as const) {
        if (flat(texts[column] ?? '') !== flat(fixed ?? ''))
          problems.push(
            atCell(
              sheet,
              row,
              column,
              `in deze kolom verandert u niets; zet wat u wilt zeggen bij "Toelichting", of zet "${fixed ?? ''}" terug`,
            ),
          );
      }
      if (flat(texts[2] ?? '') !== flat(title))
        problems.push(
          atCell(
            sheet,
            row,
            2,
            `dit punt heet in de gegevens "${title}"; dit formulier is van een andere versie, maak een nieuw formulier`,
          ),
        );
      const answers = answersIn(sheet, row);
      const saysMore = FIELDS.some((field) => answers[field].trim() !== '' && answers[field] !== WITHHELD);
      if (answers.status === '' && (norm.complete || saysMore))
        problems.push(
          atCell(sheet, row, columnOf('status'), 'hier ontbreekt een status; kies er een, of "niet beoordeeld"'),
        );
    }
  }
  const missing = ambitions
    .filter(({ id }) => !rows.has(id))
    .map(({ id, title }) =>
      atCell(sheet, HEADING_ROW, 0, `het punt "${id}" (${title}) ontbreekt in dit formulier; maak een nieuw formulier`),
    );
  return { rows, problems: [...problems, ...missing] };
}

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
    const ids =
      bron === WITHHELD
        ? []
        : bron
            .split(',')
            .map((id) => id.trim())
            .filter((id) => id !== '' && !known.includes(id));
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

/** From a form that was filled in to the file of results; a form in which nothing changed writes nothing. */
export function importForm(folder: SourceFolder, sheet: Sheet): Plan {
  const subject = subjectOf(folder, sheet);
  if ('refused' in subject) return subject;
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
    ...new Set([
      ...problems,
      ...copied,
      ...unknownSources(folder, sheet, subject, rows),
      ...(edits.length === 0
        ? []
        : problemsOfEdits(folder, edits).map(problemAtCell(sheet, subject.path, draft, rows))),
    ]),
  ];
  if (all.length > 0) return refused(...all.sort(byCell));
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
