import type { ChartKind } from './chart.ts';
import { comparison } from './comparison.ts';
import { flow } from './flow.ts';
import { matrix } from './matrix.ts';
import { progress } from './progress.ts';
import { shares } from './shares.ts';
import { sparkline } from './sparkline.ts';

/** What is the same for all charts of a kind. */
export type KindOfChart = Pick<ChartKind<never>, 'name' | 'spec'>;

/** Every kind of chart. */
export const KINDS: readonly KindOfChart[] = [comparison, flow, matrix, progress, shares, sparkline];

/** The kind of that name. Throws where there is none. */
export function kindNamed(wanted: string): KindOfChart {
  const kind = KINDS.find(({ name }) => name === wanted);
  if (!kind) throw new Error(`unknown kind of chart ${wanted}`);
  return kind;
}
