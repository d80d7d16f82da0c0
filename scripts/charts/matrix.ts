import type { TopLevelSpec } from 'vega-lite';
import type { StatusWords } from '../model/norm.ts';
import type { Status } from '../model/round.ts';
import { statusText } from '../format/terms.ts';
import type { ChartType, Variant } from './chart.ts';
import { CONFIG, SCHEMA, STATUS_COLOUR, textLimit } from './style.ts';

/** A table of statuses. */
export interface Matrix {
  /** Names of the columns. */
  readonly organisations: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** What the norm calls its results. */
  readonly words: StatusWords;
}

/** One point; null where it does not apply to an organisation. */
export interface MatrixRow {
  /** Short: a number, or the first words. */
  readonly label: string;
  readonly title: string;
  readonly statuses: readonly (Status | null)[];
}

const CELL = 22;
const HEAD = 118;
/** Room for the names of the last columns, which lean over. */
const LEAN = 66;
const LABEL: Readonly<Record<Variant, number>> = { narrow: 40, wide: 380 };

const column = { field: 'kolom', type: 'ordinal' as const, scale: { paddingInner: 0, paddingOuter: 0 }, axis: null };
const row = { field: 'rij', type: 'ordinal' as const, scale: { paddingInner: 0, paddingOuter: 0 }, axis: null };

function spec(variant: Variant): TopLevelSpec {
  return {
    $schema: SCHEMA,
    width: { step: CELL },
    height: { step: CELL },
    padding: { left: LABEL[variant], right: LEAN, top: HEAD, bottom: 0 },
    autosize: 'none',
    layer: [
      {
        data: { name: 'organisaties' },
        mark: { type: 'text', align: 'left', y: -6, angle: -60, fontSize: 12 },
        encoding: { x: column, text: { field: 'organisatie' } },
      },
      {
        data: { name: 'punten' },
        mark: { type: 'text', align: 'right', x: -8, fontSize: 12, limit: textLimit(LABEL[variant] - 10) },
        encoding: { y: row, text: { field: variant === 'narrow' ? 'nummer' : 'punt' } },
      },
      {
        data: { name: 'cellen' },
        mark: { type: 'rect', width: CELL - 2, height: CELL - 2, aria: true },
        encoding: {
          x: column,
          y: row,
          color: { field: 'kleur', type: 'nominal', scale: null },
          description: { field: 'omschrijving' },
        },
      },
      {
        data: { name: 'cellen' },
        mark: { type: 'text', fontSize: 12 },
        encoding: {
          x: column,
          y: row,
          text: { field: 'teken' },
          color: { field: 'tekstkleur', type: 'nominal', scale: null },
        },
      },
    ],
    config: CONFIG,
  };
}

/** Organisation × point as a heat map, with the symbol of its status in each cell. Grows with its data. */
export const matrix: ChartType<Matrix> = {
  name: 'matrix',
  spec,
  datasets: ({ organisations, rows, words }) => ({
    organisaties: organisations.map((organisatie, kolom) => ({ kolom, organisatie })),
    punten: rows.map(({ label, title }, rij) => ({ rij, nummer: label, punt: title })),
    cellen: rows.flatMap(({ label, title, statuses }, rij) =>
      statuses.flatMap((status, kolom) => {
        if (status === null) return [];
        const { symbol, text } = statusText(status, words);
        const { fill, text: colour } = STATUS_COLOUR[status];
        return [
          {
            kolom,
            rij,
            organisatie: organisations[kolom]!,
            naam: title,
            status: text,
            teken: symbol,
            kleur: fill,
            tekstkleur: colour,
            omschrijving: `${organisations[kolom]}, ${label}: ${text}`,
          },
        ];
      }),
    ),
  }),
};
