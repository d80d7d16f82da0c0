import type { TopLevelSpec } from 'vega-lite';
import { WIDTH, type ChartType, type Variant } from './chart.ts';
import { COLOUR, CONFIG, SCHEMA, textLimit } from './style.ts';

/** One set on comparable points: its percentage in either norm, 0 to 100; null where there is none. */
export interface ComparisonPair {
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
  /** As shown: "67%". */
  readonly fromText: string;
  readonly toText: string;
  /** "+4 procentpunt", "gelijk gebleven", "geen vergelijkbare punten". */
  readonly difference: string;
}

/** On a phone the difference stands under the name, else beside it. */
const STEP: Readonly<Record<Variant, number>> = { narrow: 84, wide: 64 };
const TOP = 4;
const MARGIN = 42;
/** From the middle of a row to its line. */
const LINE: Readonly<Record<Variant, number>> = { narrow: 12, wide: 2 };
/** From the line to the figures below it, so that the line does not run through them. */
const BELOW = 17;

const row = { field: 'volgorde', type: 'ordinal' as const, scale: { paddingInner: 0, paddingOuter: 0 }, axis: null };
function at(variant: Variant, field: string) {
  return {
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, 100], range: [MARGIN, WIDTH[variant] - MARGIN] },
    axis: null,
  };
}
const known = [{ filter: 'datum.van !== null' }];

function spec(variant: Variant): TopLevelSpec {
  const step = STEP[variant];
  const line = LINE[variant];
  return {
    $schema: SCHEMA,
    width: WIDTH[variant],
    height: { step },
    padding: 0,
    autosize: 'none',
    data: { name: 'paren' },
    layer: [
      {
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'top',
          x: 0,
          yOffset: TOP - step / 2,
          limit: textLimit(variant === 'narrow' ? WIDTH.narrow : WIDTH.wide - 190),
        },
        encoding: { y: row, text: { field: 'naam' } },
      },
      {
        mark:
          variant === 'narrow'
            ? { type: 'text', align: 'left', baseline: 'top', x: 0, yOffset: TOP + 20 - step / 2, fontWeight: 'bold' }
            : {
                type: 'text',
                align: 'right',
                baseline: 'top',
                x: WIDTH.wide,
                yOffset: TOP - step / 2,
                fontWeight: 'bold',
              },
        encoding: { y: row, text: { field: 'verschil' } },
      },
      {
        mark: {
          type: 'rule',
          x: MARGIN,
          x2: WIDTH[variant] - MARGIN,
          yOffset: line,
          y2Offset: line,
          color: COLOUR.line,
          strokeWidth: 2,
        },
        encoding: { y: row },
      },
      {
        transform: known,
        mark: { type: 'rule', color: COLOUR.main, strokeWidth: 4, yOffset: line },
        encoding: { y: row, x: at(variant, 'van'), x2: { field: 'naar' } },
      },
      {
        transform: known,
        mark: {
          type: 'point',
          filled: true,
          size: 130,
          color: COLOUR.paper,
          stroke: COLOUR.before,
          strokeWidth: 3,
          opacity: 1,
          yOffset: line,
          aria: true,
        },
        encoding: { y: row, x: at(variant, 'van'), description: { field: 'omschrijving_van' } },
      },
      {
        transform: known,
        mark: { type: 'point', filled: true, size: 130, color: COLOUR.main, opacity: 1, yOffset: line, aria: true },
        encoding: { y: row, x: at(variant, 'naar'), description: { field: 'omschrijving_naar' } },
      },
      ...(['van', 'naar'] as const).map((end) => ({
        transform: known,
        mark: {
          type: 'text' as const,
          fontSize: 12,
          yOffset: line + BELOW,
          color: end === 'van' ? COLOUR.textSoft : COLOUR.text,
          align: { expr: `datum.van === datum.naar ? 'center' : datum.${end}_links ? 'right' : 'left'` },
          xOffset: { expr: `datum.van === datum.naar ? 0 : datum.${end}_links ? -3 : 3` },
        },
        encoding: { y: row, x: at(variant, end), text: { field: `cijfer_${end}` } },
      })),
    ],
    config: CONFIG,
  };
}

/** A norm beside the one it replaces, on comparable points: from a ring (the older) to a dot (the newer). */
export const comparison: ChartType<readonly ComparisonPair[]> = {
  name: 'vergelijking',
  spec,
  datasets: (pairs) => ({
    paren: pairs.map(({ label, from, to, fromText, toText, difference }, order) => ({
      volgorde: order,
      naam: label,
      van: from,
      naar: to,
      cijfer_van: from === to ? '' : fromText,
      cijfer_naar: toText,
      // Each label stands outside the line between the two.
      van_links: (from ?? 0) < (to ?? 0),
      naar_links: (to ?? 0) < (from ?? 0),
      verschil: difference,
      omschrijving_van: `${label}, oude norm: ${fromText}`,
      omschrijving_naar: `${label}, nieuwe norm: ${toText}`,
    })),
  }),
};
