import { isMap, type Document, type YAMLMap } from 'yaml';
import { yamlNode } from '../yaml-document.ts';
import { FIELDS, WITHHELD } from './layout.ts';
import type { Answers } from './rows.ts';

function sameText(a: string, b: string): boolean {
  return a.trimEnd() === b.trimEnd();
}

/** Fields whose answer is another than what stands in the file. */
export function changedFields(before: Answers, after: Answers): (typeof FIELDS)[number][] {
  return FIELDS.filter((field) => !sameText(before[field], after[field]));
}

/** The ids in a cell of sources: between commas, as the form asks, semicolons, as a list is written in Dutch, or on lines. */
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

/** The row as a group of fields; one that is a status in one word becomes one. */
function groupOf(document: Document, rows: YAMLMap, id: string): YAMLMap {
  const row = rows.get(id, true);
  if (isMap(row)) return row;
  const group = document.createNode({}) as YAMLMap;
  // The node itself moves along, with the comment behind it.
  if (row !== undefined) group.set('status', row);
  rows.set(id, group);
  return group;
}

/** Writes the answers for one point into the rows of a file; what did not change stays as it is, to the letter. */
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

const ORDER = ['status', 'toelichting', 'reden', 'bron', 'verwacht'];

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
