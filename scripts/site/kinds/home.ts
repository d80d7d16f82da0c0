import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { homeView } from '../views/home.ts';

/** Where a report opens. */
export const homePages: PageKind<ReportContext> = {
  name: 'home',
  entries: (context) => [
    {
      address: context.at.home,
      title: context.report.data.title,
      parent: null,
      description: `${context.report.data.title}: de stand, de thema’s, de organisaties en de bronnen.`,
      navigation: 'Stand',
      report: context,
      view: () => homeView(context),
    },
  ],
};
