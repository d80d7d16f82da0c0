import type { TopLevelSpec } from 'vega-lite';
import { nameMark, ROW, WIDTH, type ChartType, type Variant } from './chart.ts';
import { COLOUR, CONFIG, SCHEMA } from './style.ts';

/** Ambitions with the same fate, such as "gelijk gebleven" or "vervallen". */
export interface PointsRow {
  readonly way: string;
  readonly points: readonly OnePoint[];
}

interface OnePoint {
  readonly title: string;
  readonly fate: 'comparable' | 'changed' | 'gone';
}

const STEP = 38;
const BLOCK = 13;
const DOWN = 10;
/** Minimum number of blocks that fit in a row, so that a few do not stretch into bars. */
const FEWEST = 20;

const LOOK: Readonly<Record<OnePoint['fate'], { readonly fill: string; readonly stroke: string }>> = {
  comparable: { fill: COLOUR.main, stroke: COLOUR.main },
  changed: { fill: COLOUR.band, stroke: COLOUR.main },
  gone: { fill: COLOUR.paper, stroke: COLOUR.before },
};

function x(variant: Variant, field: string) {
  return {
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, 1], range: [1, WIDTH[variant] - 1] },
    axis: null,
  };
}

function spec(variant: Variant): TopLevelSpec {
  return {
    $schema: SCHEMA,
    width: WIDTH[variant],
    height: { step: STEP },
    padding: { left: 0, right: 0, top: 0, bottom: 2 },
    autosize: 'none',
    layer: [
      nameMark(variant, -STEP / 2 + 4),
      {
        data: { name: 'punten' },
        mark: { type: 'rect', height: BLOCK, yOffset: DOWN, strokeWidth: 1.5, aria: true },
        encoding: {
          y: ROW,
          x: x(variant, 'van'),
          x2: { field: 'tot' },
          fill: { field: 'kleur', type: 'nominal', scale: null },
          stroke: { field: 'rand', type: 'nominal', scale: null },
          description: { field: 'omschrijving' },
        },
      },
    ],
    config: CONFIG,
  };
}

/** What happened to each ambition of a norm: one block per ambition, one row per fate. */
export const points: ChartType<readonly PointsRow[]> = {
  name: 'punten',
  spec,
  datasets: (rows) => {
    const room = Math.max(FEWEST, ...rows.map((row) => row.points.length));
    return {
      rijen: rows.map(({ way, points: { length } }, order) => ({ volgorde: order, naam: `${length} ${way}` })),
      punten: rows.flatMap((row, order) =>
        row.points.map(({ title, fate }, index) => ({
          volgorde: order,
          naam: `${row.points.length} ${row.way}`,
          van: index / room,
          tot: (index + 0.8) / room,
          kleur: LOOK[fate].fill,
          rand: LOOK[fate].stroke,
          omschrijving: `${title}: ${row.way}`,
        })),
      ),
    };
  },
};
