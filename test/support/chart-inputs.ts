import type { ChartType } from '../../scripts/charts/chart.ts';
import { comparison } from '../../scripts/charts/comparison.ts';
import { flow } from '../../scripts/charts/flow.ts';
import { matrix } from '../../scripts/charts/matrix.ts';
import { progress, type ProgressPoint } from '../../scripts/charts/progress.ts';
import { shares, type ShareBar } from '../../scripts/charts/shares.ts';
import { sparkline } from '../../scripts/charts/sparkline.ts';
import { STATUSES, type Status } from '../../scripts/model/round.ts';

/** A chart with its data, whatever its kind. */
export interface Sample {
  readonly kind: ChartType<never>;
  readonly input: never;
  /** Marks that carry a description, in the drawing. */
  readonly marks: number;
}

function sample<Input>(kind: ChartType<Input>, input: Input, marks: number): Sample {
  return {
    kind: kind as never,
    input: input as never,
    marks,
  };
}

function point(
  label: string,
  lower: number | null,
  upper: number | null,
  text: string | null,
  reported: number | null = null,
): ProgressPoint {
  return { label, lower, upper, text, reported, reportedText: reported === null ? null : `${reported}%` };
}

function bar(label: string, text: string, counts: Partial<Record<Status, number>>): ShareBar {
  return {
    label,
    text,
    words: {},
    counts: { ...Object.fromEntries(STATUSES.map((status) => [status, 0])), ...counts } as Record<Status, number>,
  };
}

/** An ordinary chart of every kind: these are the golden ones, and those of the benchmark. */
export const USUAL: Readonly<Record<string, Sample>> = {
  voortgang: sample(
    progress,
    [
      point('najaar 2021', 35.5, 43, '35–43%'),
      point('voorjaar 2022', 52, 57, '52–57%', 67),
      point('oktober 2022', 68, 71, '68–71%', 70),
      point('juni 2023', 83, 83, '83%', 83),
    ],
    7,
  ),
  verdeling: sample(
    shares,
    [
      bar('Bewustwording van organisatie en bestuur', '57–60%', {
        achieved: 18,
        'partly-achieved': 12,
        'not-achieved': 11,
        'not-assessed': 1,
      }),
      bar('Handhaving', '63–70%', {
        achieved: 14,
        'partly-achieved': 10,
        'not-achieved': 4,
        'not-assessed': 1,
        'not-public': 1,
        'not-applicable': 3,
      }),
      bar('Integriteit', '100%', { achieved: 12 }),
    ],
    10,
  ),
  vergelijking: sample(
    comparison,
    [
      {
        label: 'Alle vergelijkbare punten',
        from: 86,
        to: 88,
        fromText: '86%',
        toText: '88%',
        difference: '+2 procentpunt',
      },
      { label: 'Handhaving', from: 60, to: 40, fromText: '60%', toText: '40%', difference: '−20 procentpunt' },
    ],
    4,
  ),
  matrix: sample(
    matrix,
    {
      words: { achieved: 'uitgevoerd' },
      organisations: ['Voorbeelddam', 'Modelstad'],
      rows: [
        { label: '1.1', title: '1.1 Eerste punt', statuses: ['achieved', 'not-assessed'] },
        { label: '1.2', title: '1.2 Tweede punt', statuses: [null, 'not-applicable'] },
      ],
    },
    3,
  ),
  doorloop: sample(
    flow,
    {
      fromTitle: '1.0: 24 punten',
      toTitle: '2.0: 28 punten',
      bands: [
        { label: 'gelijk gebleven', kind: 'kept', from: 7, to: 7 },
        { label: 'samengevoegd', kind: 'changed', from: 2, to: 1 },
        { label: 'nieuw', kind: 'added', from: 0, to: 6 },
        { label: 'vervallen', kind: 'dropped', from: 2, to: 0 },
      ],
    },
    4,
  ),
  verloop: sample(
    sparkline,
    [
      { lower: 35, upper: 43 },
      { lower: 52, upper: 57 },
      { lower: 83, upper: 83 },
    ],
    0,
  ),
};

function many(count: number, name: string) {
  return Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);
}

/** Data at the edges of what can occur. */
export const EDGES: Readonly<Record<string, Sample>> = {
  'progress without rounds': sample(progress, [], 0),
  'progress with one round': sample(progress, [point('juni 2023', 83, 83, '83%')], 1),
  'progress of a figure that is only reported': sample(progress, [point('najaar 2022', null, null, null, 83)], 1),
  'progress at 0% all along': sample(progress, [point('2021', 0, 0, '0%'), point('2022', 0, 0, '0%')], 2),
  'progress at 100% all along': sample(progress, [point('2021', 100, 100, '100%'), point('2022', 100, 100, '100%')], 2),
  'progress of which nothing is known': sample(
    progress,
    [point('2021', 0, 100, '0–100%'), point('2022', 0, 100, '0–100%')],
    2,
  ),
  'shares without bars': sample(shares, [], 0),
  'shares of nothing': sample(shares, [bar('Leeg', 'geen cijfer', { 'not-applicable': 4 })], 0),
  'shares that are all unknown': sample(shares, [bar('Onbekend', '0–100%', { 'not-assessed': 3, 'not-public': 2 })], 2),
  'shares that are all equal': sample(
    shares,
    many(5, 'Thema').map((name) => bar(name, '50%', { achieved: 1, 'not-achieved': 1 })),
    10,
  ),
  'shares of forty organisations': sample(
    shares,
    many(40, 'Gemeente').map((name, index) => bar(name, '50%', { achieved: index + 1, 'not-achieved': 40 })),
    80,
  ),
  'comparison without pairs': sample(comparison, [], 0),
  'comparison of what stayed equal': sample(
    comparison,
    [{ label: 'Gelijk', from: 100, to: 100, fromText: '100%', toText: '100%', difference: 'gelijk gebleven' }],
    2,
  ),
  'comparison from 0% to 100%': sample(
    comparison,
    [{ label: 'Alles', from: 0, to: 100, fromText: '0%', toText: '100%', difference: '+100 procentpunt' }],
    2,
  ),
  'matrix without cells': sample(matrix, { organisations: [], rows: [], words: {} }, 0),
  'matrix of forty organisations and sixty points': sample(
    matrix,
    {
      words: {},
      organisations: many(40, 'Gemeente'),
      rows: many(60, 'Punt').map((title, row) => ({
        label: String(row + 1),
        title,
        statuses: Array.from({ length: 40 }, (_, column) => STATUSES[(row + column) % 6]!),
      })),
    },
    2400,
  ),
  'flow without points': sample(flow, { fromTitle: '1.0: geen punten', toTitle: '2.0: geen punten', bands: [] }, 0),
  'flow of one point': sample(
    flow,
    {
      fromTitle: '1.0: 1 punt',
      toTitle: '2.0: 1 punt',
      bands: [{ label: 'gelijk gebleven', kind: 'kept', from: 1, to: 1 }],
    },
    1,
  ),
  'sparkline that stays at 0': sample(
    sparkline,
    [
      { lower: 0, upper: 0 },
      { lower: 0, upper: 0 },
    ],
    0,
  ),
};
