import { bars } from './bars.ts';
import type { ChartType } from './chart.ts';
import { points } from './points.ts';
import { steps } from './steps.ts';

/** What all charts of one type have in common. */
export type AnyChartType = Pick<ChartType<never>, 'name' | 'spec'>;

/** Every chart type. */
export const CHART_TYPES: readonly AnyChartType[] = [bars, points, steps];

/** The chart type of that name. Throws where there is none. */
export function chartTypeNamed(wanted: string): AnyChartType {
  const type = CHART_TYPES.find(({ name }) => name === wanted);
  if (!type) throw new Error(`unknown chart type ${wanted}`);
  return type;
}
