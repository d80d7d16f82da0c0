import { nodeAt } from '../../contract/tree.ts';
import { cellAt, cellName } from '../../model/cell-name.ts';
import { problemLine, type LocatedProblem } from '../../model/position.ts';
import type { SourceFolder } from '../../model/tree.ts';
import { columnOf } from './find-rows.ts';
import type { FilledForm } from './import-form.ts';
import { atCell, type Sheet } from './sheet.ts';

/** A problem of the data as they would be written, at the cell from which it came, if it came from this form; else null. */
export function problemAtCell({ sheet, subject, rows }: FilledForm, draft: SourceFolder, problem: LocatedProblem) {
  const file = draft.files.find(({ path }) => path === subject.path);
  if (!file || file.file !== problem.file) return null;
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

/** So many cells are told; who has more wrong needs another form. */
const MOST = 500;

/** All that is wrong with one form, by row; of a cell that cannot be read, nothing more than that. */
export function problemsOfForm(sheet: Sheet, lines: readonly string[]): string[] {
  const cells = sheet.problems.map(({ row, column }) => `${sheet.name}!${cellName(row, column)}: `);
  const others = lines.filter((line) => !cells.some((cell) => line.startsWith(cell)));
  const unreadable = sheet.problems.map(({ row, column, sentence }) => atCell(sheet, row, column, sentence));
  const all = [...new Set([...unreadable, ...others])].sort(byCell);
  return all.length <= MOST ? all : [...all.slice(0, MOST), `${sheet.name}: en nog ${all.length - MOST} andere fouten`];
}

/** Row by row, from left to right; what has no cell comes last. */
function byCell(a: string, b: string): number {
  const [[rowA, columnA], [rowB, columnB]] = [a, b].map((line) => {
    const at = cellAt(/!([A-Z]+\d+): /.exec(line)?.[1] ?? '');
    return [at?.row ?? Infinity, at?.column ?? 0] as const;
  }) as [readonly [number, number], readonly [number, number]];
  return rowA === rowB ? columnA - columnB : rowA - rowB;
}
