import type { TopLevelSpec } from 'vega-lite';
import type { StatusWords } from '../model/norm.ts';
import type { Status } from '../model/round.ts';
import { statusText } from '../format/terms.ts';
import { type ChartType, type Variant, WIDTH } from './chart.ts';
import { largestRemainder } from './largest-remainder.ts';
import { COLOUR, CONFIG, SCHEMA, STATUS_COLOUR, textLimit } from './style.ts';

/** One bar: how many results of a whole have each status. */
export interface ShareBar {
  readonly label: string;
  /** As shown: "83%", "79–88%", "geen cijfer". */
  readonly text: string;
  readonly counts: Readonly<Record<Status, number>>;
  /** What the norm calls its results. */
  readonly words: StatusWords;
}

/** Statuses that make up the whole, in the order of the bar. What is not applicable is no part of it. */
export const SHARE_STATUSES = [
  'achieved',
  'partly-achieved',
  'not-achieved',
  'not-assessed',
  'not-public',
] as const satisfies readonly Status[];

const STEP = 50;
const BAR = 22;
/** Room beside the bar for the figure. */
const FIGURE = 72;
function barWidth(variant: Variant): number {
  return WIDTH[variant] - FIGURE;
}

const row = { field: 'volgorde', type: 'ordinal' as const, scale: { paddingInner: 0, paddingOuter: 0 }, axis: null };
function start(variant: Variant) {
  return {
    field: 'van',
    type: 'quantitative' as const,
    scale: { domain: [0, 100], range: [0, barWidth(variant)] },
    axis: null,
  };
}

function spec(variant: Variant): TopLevelSpec {
  return {
    $schema: SCHEMA,
    width: WIDTH[variant],
    height: { step: STEP },
    padding: 0,
    autosize: 'none',
    layer: [
      {
        data: { name: 'rijen' },
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'top',
          x: 0,
          yOffset: -STEP / 2 + 4,
          limit: textLimit(WIDTH[variant]),
        },
        encoding: { y: row, text: { field: 'naam' } },
      },
      {
        data: { name: 'rijen' },
        mark: { type: 'text', align: 'right', x: WIDTH[variant], yOffset: 9, fontWeight: 'bold' },
        encoding: { y: row, text: { field: 'cijfer' } },
      },
      {
        data: { name: 'rijen' },
        mark: {
          type: 'rect',
          x: 0.5,
          x2: barWidth(variant) - 0.5,
          height: BAR - 1,
          yOffset: 9,
          fill: null,
          stroke: COLOUR.textSoft,
          strokeDash: [3, 3],
        },
        transform: [{ filter: 'datum.totaal === 0' }],
        encoding: { y: row },
      },
      {
        data: { name: 'delen' },
        mark: { type: 'rect', height: BAR, yOffset: 9, stroke: COLOUR.paper, strokeWidth: 2, aria: true },
        encoding: {
          y: row,
          x: start(variant),
          x2: { field: 'tot' },
          color: { field: 'kleur', type: 'nominal', scale: null },
          description: { field: 'omschrijving' },
        },
      },
      {
        data: { name: 'delen' },
        transform: [{ filter: `(datum.tot - datum.van) / 100 * ${barWidth(variant)} >= datum.tekst_breedte` }],
        mark: { type: 'text', yOffset: 9, fontSize: 12 },
        encoding: {
          y: row,
          x: { ...start(variant), field: 'midden' },
          text: { field: 'tekst' },
          color: { field: 'tekstkleur', type: 'nominal', scale: null },
        },
      },
    ],
    config: CONFIG,
  };
}

function segments(bar: ShareBar, order: number) {
  const counted = SHARE_STATUSES.map((status) => ({ status, count: bar.counts[status] }));
  const shares = largestRemainder(
    counted.map(({ count }) => count),
    100,
  );
  let from = 0;
  return counted.flatMap(({ status, count }, index) => {
    const share = shares[index]!;
    const [van, tot] = [from, from + share];
    from = tot;
    if (count === 0) return [];
    const { symbol, text } = statusText(status, bar.words);
    const label = `${symbol} ${count}`;
    return [
      {
        volgorde: order,
        naam: bar.label,
        status: text,
        aantal: count,
        aandeel: share,
        van,
        tot,
        midden: (van + tot) / 2,
        kleur: STATUS_COLOUR[status].fill,
        tekstkleur: STATUS_COLOUR[status].text,
        tekst: label,
        tekst_breedte: label.length * 8 + 6,
        omschrijving: `${bar.label}: ${count} ${text}`,
      },
    ];
  });
}

/** Status shares as stacked bars that add up to 100, labelled with counts. */
export const shares: ChartType<readonly ShareBar[]> = {
  name: 'verdeling',
  spec,
  datasets: (bars) => ({
    rijen: bars.map(({ label, text, counts }, order) => ({
      volgorde: order,
      naam: label,
      cijfer: text,
      totaal: SHARE_STATUSES.reduce((sum, status) => sum + counts[status], 0),
    })),
    delen: bars.flatMap(segments),
  }),
};
