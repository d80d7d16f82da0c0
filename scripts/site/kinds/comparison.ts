import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { comparisonView } from '../views/comparison.ts';

/** Each norm beside the one it replaces. */
export const comparisonPages: PageKind<ReportContext> = {
  name: 'comparison',
  entries: (context) =>
    context.report.comparisons.map((comparison) => ({
      address: context.at.comparison(comparison.from.version, comparison.to.version),
      title: `Norm ${comparison.from.version} naast norm ${comparison.to.version}`,
      parent: context.at.home,
      description: `Wat bleef er van norm ${comparison.from.version} in norm ${comparison.to.version}, wat is nieuw, en wie doet mee?`,
      navigation: `${comparison.from.version} naast ${comparison.to.version}`,
      report: context,
      view: () => comparisonView(context, comparison),
    })),
};
