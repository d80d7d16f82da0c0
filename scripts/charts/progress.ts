import type { TopLevelSpec } from 'vega-lite';
import { WIDTH, type ChartType, type Variant } from './chart.ts';
import { COLOUR, CONFIG, SCHEMA } from './style.ts';

/** One round: a percentage is known, or lies between bounds, or is only reported. In percent, 0 to 100. */
export interface ProgressPoint {
  /** "najaar 2022". */
  readonly label: string;
  readonly lower: number | null;
  readonly upper: number | null;
  /** As shown: "83%", "79–88%". */
  readonly text: string | null;
  readonly reported: number | null;
  readonly reportedText: string | null;
}

const MARGIN = { left: 40, right: 24, top: 24, bottom: 44 };
const HEIGHT: Readonly<Record<Variant, number>> = { narrow: 150, wide: 190 };

const x = { field: 'volgorde', type: 'ordinal' as const, scale: { type: 'point' as const, padding: 0.4 }, axis: null };
function y(field: string) {
  return {
    field,
    type: 'quantitative' as const,
    scale: { domain: [0, 100] },
    axis: { values: [0, 25, 50, 75, 100], labelExpr: "datum.value + '%'" },
  };
}

const known = [{ filter: 'datum.ondergrens !== null' }];
const reported = [{ filter: 'datum.gerapporteerd !== null' }];
const description = { field: 'omschrijving' } as const;

function spec(variant: Variant): TopLevelSpec {
  return {
    $schema: SCHEMA,
    width: WIDTH[variant] - MARGIN.left - MARGIN.right,
    height: HEIGHT[variant],
    padding: MARGIN,
    autosize: 'none',
    data: { name: 'metingen' },
    layer: [
      {
        transform: known,
        mark: { type: 'area', color: COLOUR.band, opacity: 1, stroke: COLOUR.main, strokeWidth: 2 },
        encoding: { x, y: y('ondergrens'), y2: { field: 'bovengrens' } },
      },
      {
        transform: known,
        mark: { type: 'rule', color: COLOUR.main, strokeWidth: 7, strokeCap: 'round', aria: true },
        encoding: { x, y: y('ondergrens'), y2: { field: 'bovengrens' }, description },
      },
      {
        transform: reported,
        mark: {
          type: 'point',
          shape: 'diamond',
          size: 150,
          filled: true,
          color: COLOUR.paper,
          stroke: COLOUR.reported,
          strokeWidth: 2.5,
          opacity: 1,
          aria: true,
        },
        encoding: { x, y: y('gerapporteerd'), description: { field: 'omschrijving_gerapporteerd' } },
      },
      {
        transform: known,
        mark: { type: 'text', yOffset: { expr: 'datum.gerapporteerd_boven ? 16 : -16' }, fontWeight: 'bold' },
        encoding: { x, y: y('label_bij'), text: { field: 'cijfer' } },
      },
      {
        transform: [{ filter: 'datum.cijfer_gerapporteerd !== null' }],
        mark: { type: 'text', yOffset: { expr: 'datum.gerapporteerd_boven ? -18 : 18' }, color: COLOUR.reported },
        encoding: { x, y: y('gerapporteerd'), text: { field: 'cijfer_gerapporteerd' } },
      },
      {
        mark: {
          type: 'text',
          baseline: 'top',
          y: HEIGHT[variant] + 8,
          fontSize: 12,
          color: COLOUR.textSoft,
          lineBreak: '\n',
        },
        encoding: { x, text: { field: 'meting' } },
      },
    ],
    config: CONFIG,
  };
}

/** Which side a reported figure's label takes; that of the computed figure takes the other. */
function isAbove({ upper, reported: value }: ProgressPoint): boolean {
  return value !== null && (upper === null || value > upper);
}

/** Where it is the same figure, the diamond around it and its description say so. */
function differs({ text, reportedText }: ProgressPoint): boolean {
  return text !== reportedText;
}

/** Progress over the rounds of a norm, with the band in which a percentage lies where results are not known. */
export const progress: ChartType<readonly ProgressPoint[]> = {
  name: 'voortgang',
  spec,
  datasets: (points) => ({
    metingen: points.map((point, index) => ({
      volgorde: index,
      meting: point.label.replace(' ', '\n'),
      ondergrens: point.lower,
      bovengrens: point.upper,
      cijfer: point.text,
      label_bij: isAbove(point) ? point.lower : point.upper,
      omschrijving: `${point.label}: ${point.text}`,
      gerapporteerd: point.reported,
      gerapporteerd_boven: isAbove(point),
      cijfer_gerapporteerd: point.reported !== null && differs(point) ? `◇ ${point.reportedText}` : null,
      omschrijving_gerapporteerd:
        point.reportedText === null ? null : `${point.label}: ${point.reportedText} (gerapporteerd)`,
    })),
  }),
};
