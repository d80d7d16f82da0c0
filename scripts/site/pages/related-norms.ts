import type { ReportContext } from '../context.ts';
import { PageItem } from '../page-item.ts';
import { relatedNormsDescription } from '../views/description.ts';
import { sourceViews } from '../views/source.ts';

/** Comparable norms of other regions. */
function relatedNormsView(context: ReportContext) {
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

/** Comparable norms of other regions. */
export function relatedNormsPages(context: ReportContext): PageItem[] {
  return [
    new PageItem(
      context,
      { address: context.at.relatedNorms, parent: context.at.home, describe: () => relatedNormsDescription(context) },
      () => relatedNormsView(context),
    ),
  ];
}
