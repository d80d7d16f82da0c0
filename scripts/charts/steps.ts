import type { TopLevelSpec } from 'vega-lite';
import { hatch, nameMark, ROW, WIDTH, type ChartType, type Variant } from './chart.ts';
import { COLOUR, CONFIG, SCHEMA } from './style.ts';

/** How many results of one set got better, stayed equal, or got worse. */
export interface StepsRow {
  readonly label: string;
  /** "4 beter, 9 gelijk gebleven". */
  readonly text: string;
  readonly better: number;
  readonly equal: number;
  readonly worse: number;
}

/** On a phone the counts go below the name, otherwise next to it. */
const STEP: Readonly<Record<Variant, number>> = { narrow: 62, wide: 46 };
const BAR = 14;
const DOWN: Readonly<Record<Variant, number>> = { narrow: 19, wide: 11 };

function x(variant: Variant, field: string) {
  return {
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, 1], range: [1, WIDTH[variant] - 1] },
    axis: null,
  };
}

function spec(variant: Variant): TopLevelSpec {
  const [top, down] = [-STEP[variant] / 2 + 4, DOWN[variant]];
  return {
    $schema: SCHEMA,
    width: WIDTH[variant],
    height: { step: STEP[variant] },
    padding: { left: 0, right: 0, top: 0, bottom: 2 },
    autosize: 'none',
    layer: [
      nameMark(variant, top, variant === 'narrow' ? 0 : 260),
      {
        data: { name: 'rijen' },
        mark:
          variant === 'narrow'
            ? { type: 'text', align: 'left', baseline: 'top', x: 3, yOffset: top + 18, fontWeight: 'bold' }
            : { type: 'text', align: 'right', baseline: 'top', x: WIDTH.wide, yOffset: top, fontWeight: 'bold' },
        encoding: { y: ROW, text: { field: 'tekst' } },
      },
      {
        data: { name: 'rijen' },
        mark: { type: 'rect', height: BAR, yOffset: down, fill: COLOUR.paper, stroke: COLOUR.before, aria: true },
        encoding: { y: ROW, x: x(variant, 'nul'), x2: { field: 'een' }, description: { field: 'omschrijving' } },
      },
      {
        data: { name: 'rijen' },
        transform: [{ filter: 'datum.beter > 0' }],
        mark: { type: 'rect', height: BAR, yOffset: down, color: COLOUR.main },
        encoding: { y: ROW, x: x(variant, 'nul'), x2: { field: 'beter' } },
      },
      hatch('datum.slechter < 1', BAR, down, COLOUR.before, x(variant, 'slechter'), 'een'),
    ],
    config: CONFIG,
  };
}

/** How results changed between two norms: one bar per set, divided into better, equal and worse, in that order. */
export const steps: ChartType<readonly StepsRow[]> = {
  name: 'stappen',
  spec,
  datasets: (rows) => ({
    rijen: rows.map(({ label, text, better, equal, worse }, order) => ({
      volgorde: order,
      naam: label,
      tekst: text,
      nul: 0,
      een: 1,
      beter: better / (better + equal + worse),
      slechter: (better + equal) / (better + equal + worse),
      omschrijving: `${label}: ${text}`,
    })),
  }),
};
