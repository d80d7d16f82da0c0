import type { ChartType } from './chart.ts';
import { comparison } from './comparison.ts';
import { flow } from './flow.ts';
import { matrix } from './matrix.ts';
import { progress } from './progress.ts';
import { shares } from './shares.ts';
import { sparkline } from './sparkline.ts';

/** What all charts of one type have in common. */
export type AnyChartType = Pick<ChartType<never>, 'name' | 'spec'>;

/** Every chart type. */
export const CHART_TYPES: readonly AnyChartType[] = [comparison, flow, matrix, progress, shares, sparkline];

/** The chart type of that name. Throws where there is none. */
export function chartTypeNamed(wanted: string): AnyChartType {
  const type = CHART_TYPES.find(({ name }) => name === wanted);
  if (!type) throw new Error(`unknown chart type ${wanted}`);
  return type;
}
