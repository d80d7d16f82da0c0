import { STATUS_WORDS } from '../../contract/files/results.ts';

/** Name of the one sheet of a form. */
export const SHEET = 'Blad 1';

/** A column of the form: its heading, and for what an editor fills in the field of the contract. */
export interface Column {
  readonly heading: string;
  readonly field: 'status' | 'toelichting' | 'reden' | 'verwacht' | 'bron' | null;
  /** In characters. */
  readonly width: number;
  readonly hint: string | null;
}

/** From A on. */
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
];

export const FIELDS = ['status', 'toelichting', 'reden', 'verwacht', 'bron'] as const;

/** What the form is about, by the label in column A; the id stands in column B. */
export const ABOUT = ['Rapport', 'Norm', 'Meting', 'Organisatie'] as const;

/** Rows from 1. */
export const ABOUT_ROW = 4;
export const HEADING_ROW = ABOUT_ROW + ABOUT.length + 1;

/** In place of sources that are not public; stays as it is. */
export const WITHHELD = '(niet openbaar: blijft zoals het is)';
