import type { TopLevelSpec } from 'vega-lite';
import { WIDTH, type ChartType, type Variant } from './chart.ts';
import { COLOUR, CONFIG, SCHEMA } from './style.ts';

/** One way in which points went from one norm to the next, with how many it has on either side. */
export interface FlowBand {
  /** "gelijk gebleven", "samengevoegd", "nieuw". */
  readonly label: string;
  readonly kind: 'kept' | 'changed' | 'dropped' | 'added';
  readonly from: number;
  readonly to: number;
}

export interface Flow {
  /** "Norm 1.0: 24 punten". */
  readonly fromTitle: string;
  readonly toTitle: string;
  readonly bands: readonly FlowBand[];
}

const FILL: Readonly<Record<FlowBand['kind'], string>> = {
  kept: COLOUR.achieved,
  changed: COLOUR.partly,
  dropped: COLOUR.notAchieved,
  added: COLOUR.notAssessed,
};

const HEIGHT = 300;
const HEAD = 34;
/** Room beside the bands for numbers, and for numbers with names. */
const LEFT = 26;
const RIGHT = 152;
/** Least share of the height from the middle of one band to that of the next: a line of text. */
const GAP = 20 / HEIGHT;

function x(variant: Variant) {
  return {
    field: 'x',
    type: 'quantitative' as const,
    scale: { domain: [0, 1], range: [LEFT, WIDTH[variant] - RIGHT] },
    axis: null,
  };
}
function y(field: string) {
  return {
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, 1], range: [0, HEIGHT] },
    axis: null,
  };
}

function spec(variant: Variant): TopLevelSpec {
  return {
    $schema: SCHEMA,
    width: WIDTH[variant],
    height: HEIGHT,
    padding: { left: 0, right: 0, top: HEAD, bottom: 4 },
    autosize: 'none',
    layer: [
      {
        data: { name: 'banden' },
        mark: { type: 'area', interpolate: 'monotone', aria: true },
        encoding: {
          x: x(variant),
          y: y('boven'),
          y2: { field: 'onder' },
          detail: { field: 'soort' },
          color: { field: 'kleur', type: 'nominal', scale: null },
          description: { field: 'omschrijving' },
        },
      },
      {
        data: { name: 'namen' },
        mark: { type: 'text', align: 'right', xOffset: -6 },
        encoding: { x: x(variant), y: y('midden'), text: { field: 'aantal_van' } },
      },
      {
        data: { name: 'namen' },
        mark: { type: 'text', align: 'left', x: WIDTH[variant] - RIGHT + 6 },
        encoding: { y: y('midden'), text: { field: 'tekst_naar' } },
      },
      {
        data: { name: 'koppen' },
        mark: { type: 'text', align: 'left', baseline: 'top', x: 0, y: 6 - HEAD, fontWeight: 'bold' },
        encoding: { text: { field: 'van' } },
      },
      {
        data: { name: 'koppen' },
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'top',
          x: WIDTH[variant] - RIGHT + 6,
          y: 6 - HEAD,
          fontWeight: 'bold',
        },
        encoding: { text: { field: 'naar' } },
      },
    ],
    config: CONFIG,
  };
}

/** Places the bands under one another: each in the middle of a slot that fits its larger side, as shares of the height. */
function placed(bands: readonly FlowBand[]) {
  function size(band: FlowBand) {
    return Math.max(band.from, band.to);
  }
  const total = bands.reduce((sum, band) => sum + size(band), 0);
  // A few points do not fill the height: a band stays about as high as a line.
  const unit = Math.min(GAP, Math.max(0, 1 - GAP * bands.length) / Math.max(total, 1));
  let top = 0;
  return bands.map((band) => {
    const slot = size(band) * unit + GAP;
    const middle = top + slot / 2;
    top += slot;
    return { band, middle, from: (band.from * unit) / 2, to: (band.to * unit) / 2 };
  });
}

/** How the points of a norm went on into the next one: bands from left to right, as high as their number of points. */
export const flow: ChartType<Flow> = {
  name: 'doorloop',
  spec,
  datasets: ({ fromTitle, toTitle, bands }) => ({
    koppen: [{ van: fromTitle, naar: toTitle }],
    banden: placed(bands).flatMap(({ band, middle, from, to }) =>
      (
        [
          [0, from],
          [0.3, from],
          [0.7, to],
          [1, to],
        ] as const
      ).map(([at, half]) => ({
        soort: band.label,
        x: at,
        boven: middle - half,
        onder: middle + half,
        kleur: FILL[band.kind],
        omschrijving: `${band.label}: ${band.from} in de oude norm, ${band.to} in de nieuwe`,
      })),
    ),
    namen: placed(bands).map(({ band, middle }) => ({
      x: 0,
      midden: middle,
      aantal_van: band.from === 0 ? '' : String(band.from),
      tekst_naar: band.to === 0 ? band.label : `${band.to} ${band.label}`,
    })),
  }),
};
