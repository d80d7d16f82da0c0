import { bars } from './bars.ts';
import type { ChartType } from './chart.ts';
import { points } from './points.ts';
import { steps } from './steps.ts';

/** The part of a chart type that does not depend on its input. */
export type AnyChartType = Pick<ChartType<never>, 'name' | 'spec'>;

export const CHART_TYPES: readonly AnyChartType[] = [bars, points, steps];

/** Returns the chart type with that name; throws if there is none. */
export function chartTypeNamed(wanted: string): AnyChartType {
  const type = CHART_TYPES.find(({ name }) => name === wanted);
  if (!type) throw new Error(`unknown chart type ${wanted}`);
  return type;
}
