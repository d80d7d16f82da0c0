import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { methodView } from '../views/method.ts';

/** How the figures are made. */
export const methodPages: PageKind<ReportContext> = {
  name: 'method',
  entries: (context) => [
    {
      address: context.at.method,
      title: 'Zo maken wij de cijfers',
      crumb: 'Methode',
      parent: context.at.home,
      description: 'Hoe wij tellen en afronden, wat elke status met het cijfer doet, en wat wij niet weten.',
      navigation: 'Methode',
      report: context,
      view: () => methodView(context),
    },
  ],
};
