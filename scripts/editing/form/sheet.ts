import { columnName } from './layout.ts';

/** The texts of one sheet, by row and column from 0; nothing where a cell is empty. */
export interface Sheet {
  /** Stands before the name of a cell in a problem: "Blad 1". */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A sheet, or why it is not read: sentences, with the cell where there is one. */
export type SheetReading = { readonly sheet: Sheet } | { readonly refused: readonly string[] };

/** A form has fewer rows than this. */
export const MAX_ROWS = 1000;

export function tooManyRows(name: string): string {
  return `${name}!A${MAX_ROWS + 1}: dit blad heeft meer dan ${MAX_ROWS} regels; een formulier heeft er niet zo veel. Maak een nieuw formulier met npm run form`;
}

/** A problem as people find it: "Blad 1!C7: zin". */
export function atCell(sheet: { readonly name: string }, row: number, column: number, sentence: string): string {
  return `${sheet.name}!${columnName(column)}${row + 1}: ${sentence}`;
}
