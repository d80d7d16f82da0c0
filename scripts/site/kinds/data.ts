import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { dataView } from '../views/data.ts';

/** The published files. */
export const dataPages: PageKind<ReportContext> = {
  name: 'data',
  entries: (context) => [
    {
      address: context.at.data,
      title: 'Data downloaden',
      crumb: 'Data',
      parent: context.at.home,
      description: `Alle resultaten en cijfers van het rapport ‘${context.report.data.title}’ als CSV en JSON, met uitleg van elke kolom. Vrij te gebruiken.`,
      navigation: 'Data',
      report: context,
      view: () => dataView(context),
    },
  ],
};
