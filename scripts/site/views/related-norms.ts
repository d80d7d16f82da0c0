import type { ReportContext } from '../context.ts';
import { sourceViews } from './source.ts';

/** Comparable norms of other regions. */
export function relatedNormsView(context: ReportContext) {
  return {
    region: context.report.data.region,
    norms: context.report.data.relatedNorms.map(({ name, region, explanation, sources }) => ({
      name,
      region,
      explanation,
      sources: sourceViews(context, sources),
    })),
  };
}
