import type { TopLevelSpec } from 'vega-lite';
import { hatch, nameMark, ROW, WIDTH, type ChartType, type Variant } from './chart.ts';
import { COLOUR, CONFIG, SCHEMA } from './style.ts';

/** One figure: a percentage, or a range, in percent from 0 to 100. */
export interface Bar {
  readonly label: string;
  /** As shown: "83%", "79–88%", "geen cijfer". */
  readonly text: string;
  /** Equal where the percentage is known; both null where there is no figure. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Stated by a source, not computed. */
  readonly reported: boolean;
}

const STEP = 44;
const BAR = 16;
/** Distance from the middle of a row down to the middle of its bar; the name goes above the bar. */
const DOWN = 9;
/** Space for the figure next to the bar, and for the scale below the bars. */
const FIGURE = 90;
const SCALE = 22;

function x(variant: Variant, field: string) {
  return {
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, 100], range: [12, WIDTH[variant] - FIGURE] },
    axis: null,
  };
}

function spec(variant: Variant): TopLevelSpec {
  return {
    $schema: SCHEMA,
    width: WIDTH[variant],
    height: { step: STEP },
    padding: { left: 0, right: 0, top: 0, bottom: SCALE },
    autosize: 'none',
    layer: [
      {
        data: { name: 'schaal' },
        mark: { type: 'rule', color: COLOUR.line, y: 20, y2: 'height' },
        encoding: { x: x(variant, 'plaats') },
      },
      {
        data: { name: 'schaal' },
        mark: { type: 'text', fontSize: 12, color: COLOUR.textSoft, baseline: 'top', y: 'height', yOffset: 5 },
        encoding: { x: x(variant, 'plaats'), text: { field: 'tekst' } },
      },
      nameMark(variant, -STEP / 2 + 4),
      {
        data: { name: 'rijen' },
        mark: { type: 'text', align: 'right', x: WIDTH[variant], yOffset: DOWN, fontWeight: 'bold' },
        encoding: { y: ROW, text: { field: 'cijfer' } },
      },
      {
        data: { name: 'rijen' },
        transform: [{ filter: 'datum.tot !== null && datum.tot > datum.zeker' }],
        mark: { type: 'rect', height: BAR, yOffset: DOWN, color: COLOUR.band },
        encoding: { y: ROW, x: x(variant, 'zeker'), x2: { field: 'tot' } },
      },
      hatch('datum.tot !== null && datum.tot > datum.zeker', BAR, DOWN, COLOUR.main, x(variant, 'zeker'), 'tot'),
      {
        data: { name: 'rijen' },
        transform: [{ filter: 'datum.zeker !== null' }],
        mark: { type: 'rect', height: BAR, yOffset: DOWN, strokeWidth: 2, aria: true },
        encoding: {
          y: ROW,
          x: x(variant, 'nul'),
          x2: { field: 'zeker' },
          fill: { field: 'kleur', type: 'nominal', scale: null },
          stroke: { field: 'rand', type: 'nominal', scale: null },
          description: { field: 'omschrijving' },
        },
      },
    ],
    config: CONFIG,
  };
}

/** Percentages on a scale from 0 to 100%: solid to the lower bound, striped to the upper, an outline where reported. */
export const bars: ChartType<readonly Bar[]> = {
  name: 'stand',
  spec,
  datasets: (rows) => ({
    schaal: [0, 25, 50, 75, 100].map((plaats) => ({ plaats, tekst: `${plaats}%` })),
    rijen: rows.map(({ label, text, lower, upper, reported }, order) => ({
      volgorde: order,
      naam: label,
      cijfer: text,
      nul: 0,
      zeker: lower,
      tot: upper,
      gerapporteerd: reported,
      kleur: reported ? COLOUR.paper : COLOUR.main,
      rand: reported ? COLOUR.reported : COLOUR.main,
      omschrijving: `${label}: ${text}`,
    })),
  }),
};
