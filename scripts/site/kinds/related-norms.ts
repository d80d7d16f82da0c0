import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { relatedNormsView } from '../views/related-norms.ts';

/** Comparable norms of other regions. */
export const relatedNormsPages: PageKind<ReportContext> = {
  name: 'relatedNorms',
  entries: (context) => [
    {
      address: context.at.relatedNorms,
      title: 'Normen in andere regio’s',
      parent: context.at.home,
      description: `Welke normen zijn er buiten ${context.report.data.region}? Wat daarover bekend is, met de bron.`,
      navigation: 'Andere regio’s',
      report: context,
      view: () => relatedNormsView(context),
    },
  ],
};
