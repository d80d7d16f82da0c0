import type { TopLevelSpec } from 'vega-lite';
import type { ChartType } from './chart.ts';
import { COLOUR, CONFIG, SCHEMA } from './style.ts';

/** The bounds of one round, in percent, 0 to 100; the same number twice where the percentage is known. */
export interface SparkPoint {
  readonly lower: number;
  readonly upper: number;
}

export const SPARK_WIDTH = 96;
export const SPARK_HEIGHT = 26;

const x = { field: 'volgorde', type: 'ordinal' as const, scale: { type: 'point' as const, padding: 0 }, axis: null };
function y(field: string) {
  return { field, type: 'quantitative' as const, scale: { domain: [0, 100] }, axis: null };
}

function spec(): TopLevelSpec {
  return {
    $schema: SCHEMA,
    width: SPARK_WIDTH - 12,
    height: SPARK_HEIGHT - 8,
    padding: { left: 6, right: 6, top: 4, bottom: 4 },
    autosize: 'none',
    data: { name: 'metingen' },
    layer: [
      {
        mark: { type: 'rule', x: 0, x2: SPARK_WIDTH - 12, color: COLOUR.line },
        encoding: { y: { datum: 0, type: 'quantitative', scale: { domain: [0, 100] }, axis: null } },
      },
      {
        mark: { type: 'area', color: COLOUR.band, opacity: 1 },
        encoding: { x, y: y('ondergrens'), y2: { field: 'bovengrens' } },
      },
      { mark: { type: 'line', color: COLOUR.main, strokeWidth: 2 }, encoding: { x, y: y('midden') } },
      {
        transform: [{ filter: 'datum.laatste' }],
        mark: { type: 'point', filled: true, size: 44, color: COLOUR.main, opacity: 1 },
        encoding: { x, y: y('midden') },
      },
    ],
    config: CONFIG,
  };
}

/** A small line beside a name in a list: the course over the rounds, on a scale from 0 to 100%. */
export const sparkline: ChartType<readonly SparkPoint[]> = {
  name: 'verloop',
  spec,
  datasets: (points) => ({
    metingen: points.map(({ lower, upper }, index) => ({
      volgorde: index,
      ondergrens: lower,
      bovengrens: upper,
      midden: (lower + upper) / 2,
      laatste: index === points.length - 1,
    })),
  }),
};
