import { type Document, isMap, type YAMLMap } from 'yaml';
import { nearest } from '../../model/suggestion.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { findReport } from '../draft.ts';
import { yamlNode } from '../yaml-document.ts';
import { ABOUT, ABOUT_ROW, atCell, COLUMNS, FIELDS, HEADING_ROW, RESPONSE, type Sheet, WITHHELD } from './layout.ts';
import { type Answers, formSubject, type FormSubject } from './rows.ts';

/** Whether two answers are equal, apart from trailing white space. */
export function sameText(a: string, b: string): boolean {
  return a.trimEnd() === b.trimEnd();
}

/** Fields whose answer differs from the file. */
export function changedFields(before: Answers, after: Answers): (typeof FIELDS)[number][] {
  return FIELDS.filter((field) => !sameText(before[field], after[field]));
}

/**
 * The ids in a cell of sources, separated by commas (as the form asks), semicolons (as Dutch lists are written) or line
 * breaks.
 */
export function sourcesIn(answer: string): string[] {
  return answer
    .split(/[,;\n]/)
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

function valueOf(document: Document, field: (typeof FIELDS)[number], answer: string): unknown {
  const ids = sourcesIn(answer);
  return yamlNode(
    document,
    field === 'bron' ? (ids.length === 1 ? ids[0] : ids) : field === 'toelichting' ? answer.trimEnd() : answer.trim(),
  );
}

/** The row as a group of fields; a status in one word becomes a group. */
function groupOf(document: Document, rows: YAMLMap, id: string): YAMLMap {
  const row = rows.get(id, true);
  if (isMap(row)) return row;
  const group = document.createNode({}) as YAMLMap;
  // The node itself moves along, with the comment behind it.
  if (row !== undefined) group.set('status', row);
  rows.set(id, group);
  return group;
}

/** Writes the answers for one ambition into the rows of a file; unchanged ones stay as they are, to the letter. */
export function writeAnswers(document: Document, rows: YAMLMap, id: string, before: Answers, after: Answers): void {
  const changed = changedFields(before, after).filter((field) => !(field === 'bron' && after.bron === WITHHELD));
  if (changed.length === 0) return;
  if (after.status === '') return void rows.delete(id);
  const row = rows.get(id, true);
  const needsGroup =
    isMap(row) ||
    after.status === 'niet van toepassing' ||
    FIELDS.some((field) => field !== 'status' && after[field] !== '');
  if (!needsGroup) return void setKeepingComment(document, rows, id, valueOf(document, 'status', after.status));
  const group = groupOf(document, rows, id);
  for (const field of changed) {
    if (after[field].trim() === '') group.delete(field);
    else setKeepingComment(document, group, field, valueOf(document, field, after[field]));
  }
  group.items.sort((a, b) => ORDER.indexOf(String(a.key)) - ORDER.indexOf(String(b.key)));
}

const ORDER = ['status', 'toelichting', 'reden', 'bron', 'verantwoordelijk', 'verwacht'];

/** Writes the organisation's own response above its results; an empty text removes it. */
export function writeResponse(document: Document, answer: string): void {
  const root = document.contents;
  if (!isMap(root)) return;
  if (answer.trim() === '') return void root.delete('reactie');
  setKeepingComment(document, root, 'reactie', yamlNode(document, answer.trimEnd()));
  const keys = ['organisatie', 'reactie', 'resultaten'];
  root.items.sort((a, b) => keys.indexOf(String(a.key)) - keys.indexOf(String(b.key)));
}

function setKeepingComment(document: Document, map: YAMLMap, key: string, value: unknown): void {
  const old = map.get(key, true) as { comment?: string | null; commentBefore?: string | null } | undefined;
  const node = (typeof value === 'object' && value !== null ? value : document.createNode(value)) as {
    comment?: string | null;
    commentBefore?: string | null;
  };
  if (old?.comment) node.comment = old.comment;
  if (old?.commentBefore) node.commentBefore = old.commentBefore;
  map.set(key, node);
}

const FIRST_ROW = HEADING_ROW;

function cell({ rows }: Sheet, row: number, column: number): string {
  return rows[row]?.[column] ?? '';
}

/** Column of a contract field, from 0. */
export function columnOf(field: string): number {
  return COLUMNS.findIndex((column) => column.field === field);
}

function answerIn(sheet: Sheet, row: number, field: (typeof FIELDS)[number]): string {
  const text = cell(sheet, row, columnOf(field));
  if (field === 'bron') return sourcesIn(text).join(', ');
  return field === 'toelichting' ? text : text.trim();
}

/** Whether a form has a column for the responsible party; older forms do not. */
export function asksResponsible(sheet: Sheet): boolean {
  return cell(sheet, HEADING_ROW - 1, columnOf('verantwoordelijk')).trim() !== '';
}

/** The organisation's own response; null if the form does not ask for it. */
export function responseOn(sheet: Sheet): string | null {
  return cell(sheet, RESPONSE.row, 0).trim() === RESPONSE.label ? cell(sheet, RESPONSE.row, RESPONSE.column) : null;
}

/** The answers in a row of the sheet. */
export function answersIn(sheet: Sheet, row: number): Answers {
  return Object.fromEntries(FIELDS.map((field) => [field, answerIn(sheet, row, field)])) as unknown as Answers;
}

/** Cells that do not hold the label or heading that belongs there; after an inserted row or column only the first. */
function misplacedIn(sheet: Sheet): string[] {
  const labels = ABOUT.map((label, index) => ({ label, row: ABOUT_ROW - 1 + index })).filter(
    ({ label, row }) => cell(sheet, row, 0).trim() !== label,
  );
  if (labels.length === ABOUT.length)
    return [
      atCell(
        sheet,
        ABOUT_ROW - 1,
        0,
        `hier hoort "${ABOUT[0]}" te staan; dit is geen formulier dat met npm run form is gemaakt, of er is een rij bij gekomen of weggehaald`,
      ),
    ];
  // Forms made before the last column existed do not have it.
  const asked = COLUMNS.filter(({ field }) => field !== 'verantwoordelijk' || asksResponsible(sheet));
  const headings = asked.flatMap(({ heading }, column) =>
    cell(sheet, HEADING_ROW - 1, column).trim() === heading ? [] : [{ heading, column }],
  );
  const isShifted = headings.length > 1 && headings.length === asked.length - headings[0]!.column;
  return [
    ...labels.map(({ label, row }) => atCell(sheet, row, 0, `hier hoort "${label}" te staan; zet dat terug`)),
    ...(isShifted ? headings.slice(0, 1) : headings).map(({ heading, column }) =>
      atCell(
        sheet,
        HEADING_ROW - 1,
        column,
        `hier hoort de kop "${heading}" te staan; ${isShifted ? 'er is een kolom bij gekomen of weggehaald: zet de kolommen terug' : 'verander de koppen niet'}`,
      ),
    ),
  ];
}

/** The results file that a sheet is about, or the cell that fails to say so. */
export function subjectOf(folder: SourceFolder, sheet: Sheet): FormSubject | { readonly refused: readonly string[] } {
  const misplaced = misplacedIn(sheet);
  if (misplaced.length > 0) return { refused: misplaced };
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

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Rows of the sheet by ambition, and a problem for every row that does not belong to the form. */
export function rowsOf(
  sheet: Sheet,
  { norm, ambitions, organisation }: FormSubject,
): { readonly rows: ReadonlyMap<string, number>; readonly problems: readonly string[] } {
  const rows = new Map<string, number>();
  const problems: string[] = [];
  const width = asksResponsible(sheet) ? COLUMNS.length : COLUMNS.length - 1;
  const known = new Map(ambitions.map((ambition) => [ambition.id, ambition]));
  const byTitle = new Map(ambitions.map(({ id, title }) => [flat(title), id]));
  /** Ambitions whose row has another id: that is one mistake, so they are not reported as missing as well. */
  const meant = new Set<string>();
  for (let row = FIRST_ROW; row < sheet.rows.length; row++) {
    const texts = sheet.rows[row] ?? [];
    const id = (texts[0] ?? '').trim();
    texts.forEach((text, column) => {
      if (column >= width && text.trim() !== '')
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
      if (column >= 0 && column < width)
        problems.push(
          atCell(
            sheet,
            row,
            column,
            'bij deze regel staat in kolom A geen punt; zet de tekst bij een punt of haal hem weg',
          ),
        );
    } else if (!known.has(id)) {
      const point = byTitle.get(flat(texts[2] ?? '')) ?? nearest(id, known.keys());
      if (point !== null) meant.add(point);
      problems.push(
        atCell(
          sheet,
          row,
          0,
          `norm ${norm.version} heeft voor "${organisation}" geen punt "${id}"; ${point === null ? 'maak een nieuw formulier' : `bedoelde u "${point}"?`}`,
        ),
      );
    } else if (rows.has(id)) {
      const point = byTitle.get(flat(texts[2] ?? ''));
      const isAnother = point !== undefined && point !== id;
      if (isAnother) meant.add(point);
      problems.push(
        atCell(
          sheet,
          row,
          0,
          `het punt "${id}" staat al op regel ${rows.get(id)! + 1}; ${isAnother ? `bedoelde u "${point}"?` : 'haal een van de twee weg'}`,
        ),
      );
    } else {
      rows.set(id, row);
      const { number, title, explanation } = known.get(id)!;
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
    .filter(({ id }) => !rows.has(id) && !meant.has(id))
    .map(({ id, title }) =>
      atCell(sheet, HEADING_ROW, 0, `het punt "${id}" (${title}) ontbreekt in dit formulier; maak een nieuw formulier`),
    );
  return { rows, problems: [...problems, ...missing] };
}
