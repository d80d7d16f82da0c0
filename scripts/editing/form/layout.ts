import { STATUS_WORDS } from '../../contract/files/results.ts';
import { cellName } from '../../site/downloads/archive.ts';

/** Name of the form's only sheet. */
export const SHEET = 'Blad 1';

/** A column of the form: its heading, and the contract field if editors fill it in. */
interface Column {
  readonly heading: string;
  readonly field: 'status' | 'toelichting' | 'reden' | 'verwacht' | 'bron' | 'verantwoordelijk' | null;
  /** In characters. */
  readonly width: number;
  readonly hint: string | null;
}

/** From column A. */
export const COLUMNS: readonly Column[] = [
  { heading: 'Punt', field: null, width: 24, hint: null },
  { heading: 'Nummer', field: null, width: 9, hint: null },
  { heading: 'Ambitiepunt', field: null, width: 38, hint: null },
  { heading: 'Uitleg', field: null, width: 44, hint: null },
  { heading: 'Status', field: 'status', width: 20, hint: `Kies: ${STATUS_WORDS.join(', ')}.` },
  {
    heading: 'Toelichting',
    field: 'toelichting',
    width: 48,
    hint: 'Wat er is gedaan, of nog moet gebeuren. Iedereen kan dit lezen.',
  },
  {
    heading: 'Reden',
    field: 'reden',
    width: 30,
    hint: 'Waarom het punt niet van toepassing is. Alleen dan, op één regel.',
  },
  { heading: 'Verwacht', field: 'verwacht', width: 14, hint: 'Wanneer het punt klaar is, zoals 2026-12 of 2026.' },
  {
    heading: 'Bron',
    field: 'bron',
    width: 28,
    hint: 'Id van een document uit documenten.yaml; meer ids met een komma ertussen.',
  },
  {
    heading: 'Verantwoordelijk',
    field: 'verantwoordelijk',
    width: 28,
    hint: 'Welke afdeling of functie ervoor verantwoordelijk is; nooit de naam van een persoon.',
  },
];

/** The columns of a list of ambitions: the contract's name for each, with the headings that people use. */
export const POINT_COLUMNS = {
  nummer: { heading: 'Nummer', also: ['nr', 'nr.', 'no'], width: 9 },
  thema: { heading: 'Thema', also: ['onderwerp'], width: 26 },
  titel: { heading: 'Ambitiepunt', also: ['titel', 'punt', 'afspraak', 'ambitie'], width: 44 },
  toelichting: { heading: 'Omschrijving', also: ['toelichting', 'uitleg'], width: 60 },
  geldt_voor: { heading: 'Geldt voor', also: ['voor wie', 'geldt_voor', 'wie'], width: 30 },
  criteria: { heading: 'Criteria', also: ['wanneer behaald', 'criterium'], width: 44 },
  id: { heading: 'Id', also: [], width: 20 },
} as const;

export type PointField = keyof typeof POINT_COLUMNS;

export const POINT_FIELDS = Object.keys(POINT_COLUMNS) as PointField[];

export const FIELDS = ['status', 'toelichting', 'reden', 'verwacht', 'bron', 'verantwoordelijk'] as const;

/** What the form is about, by the label in column A; the id is in column B. */
export const ABOUT = ['Rapport', 'Norm', 'Meting', 'Organisatie'] as const;

/** Rows, from 1. */
export const ABOUT_ROW = 4;
export const HEADING_ROW = ABOUT_ROW + ABOUT.length + 1;

/** Row of the organisation's own response, from 0. */
export const RESPONSE = {
  label: 'Reactie',
  row: HEADING_ROW - 2,
  column: 2,
  hint: 'Wat uw organisatie zelf zegt over haar resultaten in deze meting. Mag leeg blijven.',
} as const;

/** Shown in place of sources that are not public; stays as it is. */
export const WITHHELD = '(niet openbaar: blijft zoals het is)';

/** One sheet of a form as people see it: the text of each cell by row and column, from 0; an empty cell has none. */
export interface Sheet {
  /** Prefix of a cell's name in a problem: "Blad 1". */
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

/** A sheet, and what the file says about who made it; or why it is not read, with the cell if there is one. */
export type SheetReading =
  { readonly sheet: Sheet; readonly people: readonly string[] } | { readonly refused: readonly string[] };

/** No form has this many rows. */
export const MAX_ROWS = 1000;

export function tooManyRows(name: string): string {
  return `${name}!A${MAX_ROWS + 1}: dit blad heeft meer dan ${MAX_ROWS} regels; een formulier heeft er niet zo veel. Maak een nieuw formulier met npm run form`;
}

/** A problem as people find it: "Blad 1!C7: zin". */
export function atCell(sheet: { readonly name: string }, row: number, column: number, sentence: string): string {
  return `${sheet.name}!${cellName(row, column)}: ${sentence}`;
}

/** Without trailing empty rows, which spreadsheets like to keep. */
export function withoutEmptyEnd(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.slice(0, rows.findLastIndex((row) => row.some((text) => text.trim() !== '')) + 1);
}
