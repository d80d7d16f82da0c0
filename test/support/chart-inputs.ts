import { bars, type Bar } from '../../scripts/charts/bars.ts';
import type { ChartType } from '../../scripts/charts/chart.ts';
import { points } from '../../scripts/charts/points.ts';
import { steps } from '../../scripts/charts/steps.ts';

/** A chart of any type with its data. */
export interface Sample {
  readonly kind: ChartType<never>;
  readonly input: never;
  /** Number of marks with a description in the drawing. */
  readonly marks: number;
}

function sample<Input>(kind: ChartType<Input>, input: Input, marks: number): Sample {
  return {
    kind: kind as never,
    input: input as never,
    marks,
  };
}

function bar(label: string, lower: number | null, upper: number | null, text: string, reported = false): Bar {
  return { label, lower, upper, text, reported };
}

function many(count: number, name: string) {
  return Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);
}

/** An ordinary chart of every type: the golden ones, also used by the benchmark. */
export const USUAL: Readonly<Record<string, Sample>> = {
  stand: sample(
    bars,
    [
      bar('Bewustwording van organisatie en bestuur', 83, 83, '83%'),
      bar('Integriteit', 57.5, 62.5, '57–63%'),
      bar('Handhaving, volgens de bron', 67, 67, '67%', true),
      bar('Politie', null, null, 'geen cijfer'),
    ],
    3,
  ),
  stappen: sample(
    steps,
    [
      { label: 'Gemeente Voorbeelddam', text: '4 beter, 9 gelijk gebleven', better: 4, equal: 9, worse: 0 },
      { label: 'Gemeente Modelstad', text: '1 beter, 1 slechter, 10 gelijk gebleven', better: 1, equal: 10, worse: 1 },
      { label: 'Provincie Voorbeeldland', text: '8 slechter', better: 0, equal: 0, worse: 8 },
    ],
    3,
  ),
  punten: sample(
    points,
    [
      {
        way: 'gelijk gebleven',
        points: many(7, 'Punt').map((title) => ({ title, fate: 'comparable' as const })),
      },
      { way: 'aangescherpt', points: many(4, 'Scherp').map((title) => ({ title, fate: 'changed' as const })) },
      { way: 'vervallen', points: many(2, 'Weg').map((title) => ({ title, fate: 'gone' as const })) },
    ],
    13,
  ),
};

/** Data at the limits of what can occur. */
export const EDGES: Readonly<Record<string, Sample>> = {
  'bars of nothing': sample(bars, [], 0),
  'bars at 0%, at 100% and of which nothing is known': sample(
    bars,
    [bar('Niets', 0, 0, '0%'), bar('Alles', 100, 100, '100%'), bar('Onbekend', 0, 100, '0–100%')],
    3,
  ),
  'bars of sixty organisations': sample(
    bars,
    many(60, 'Gemeente').map((name, index) => bar(name, index, index + 20, `${index}–${index + 20}%`)),
    60,
  ),
  'steps of nothing': sample(steps, [], 0),
  'steps of which all got better': sample(
    steps,
    [{ label: 'Alles', text: '3 beter', better: 3, equal: 0, worse: 0 }],
    1,
  ),
  'points without any': sample(points, [], 0),
  'points of two hundred': sample(
    points,
    [{ way: 'gelijk gebleven', points: many(200, 'Punt').map((title) => ({ title, fate: 'comparable' as const })) }],
    200,
  ),
};
