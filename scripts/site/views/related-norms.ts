import type { ReportContext } from '../context.ts';
import { sourceViews } from './source.ts';

/** Comparable norms of other regions. */
export const relatedNormsView = (context: ReportContext) => ({
  region: context.report.data.region,
  norms: context.report.data.relatedNorms.map(({ name, region, explanation, sources }) => ({
    name, region, explanation, sources: sourceViews(context, sources),
  })),
});
