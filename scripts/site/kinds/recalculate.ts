import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { recalculateView } from '../views/recalculate.ts';

/** How to check the figures, with the button that does so. Loads no script. */
export const recalculatePages: PageKind<ReportContext> = {
  name: 'recalculate',
  entries: (context) => [
    {
      address: context.at.recalculate,
      title: 'De cijfers zelf narekenen',
      crumb: 'Narekenen',
      parent: context.at.data,
      description: `Reken elk berekend percentage van ${context.report.data.title} zelf na uit de resultaten, met één druk op de knop.`,
      report: context,
      view: () => recalculateView(context),
    },
  ],
};

/** What the button leads to: the page that loads the script, since someone asked for it. */
export const recalculationPages: PageKind<ReportContext> = {
  name: 'recalculation',
  entries: (context) => [
    {
      address: context.at.recalculation,
      title: 'Uitkomst van het narekenen',
      crumb: 'Uitkomst',
      parent: context.at.recalculate,
      description: `De uitkomst van het narekenen van de cijfers van ${context.report.data.title}.`,
      listed: false,
      report: context,
      view: () => recalculateView(context),
    },
  ],
};
