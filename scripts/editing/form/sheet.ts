import { cellName } from '../../model/cell-name.ts';

/** One sheet of a form, as people see it: the text of each cell, by row and column from 0; nothing where a cell is empty. */
export interface Sheet {
  /** Stands before the name of a cell in a problem: "Blad 1". */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Cells that cannot be read, or hold more than a text. */
  readonly problems: readonly CellProblem[];
}

/** Why a cell is not read, with the way out: a sentence without the name of the cell. */
export interface CellProblem {
  readonly row: number;
  readonly column: number;
  readonly sentence: string;
}

/** A sheet, and what the file says of who made it; or why it is not read, with the cell where there is one. */
export type SheetReading =
  { readonly sheet: Sheet; readonly people: readonly string[] } | { readonly refused: readonly string[] };

/** A form has fewer rows than this. */
export const MAX_ROWS = 1000;

export function tooManyRows(name: string): string {
  return `${name}!A${MAX_ROWS + 1}: dit blad heeft meer dan ${MAX_ROWS} regels; een formulier heeft er niet zo veel. Maak een nieuw formulier met npm run form`;
}

/** A problem as people find it: "Blad 1!C7: zin". */
export function atCell(sheet: { readonly name: string }, row: number, column: number, sentence: string): string {
  return `${sheet.name}!${cellName(row, column)}: ${sentence}`;
}

/** Without the empty rows at the end, which spreadsheets like to keep. */
export function withoutEmptyEnd(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.slice(0, rows.findLastIndex((row) => row.some((text) => text.trim() !== '')) + 1);
}
