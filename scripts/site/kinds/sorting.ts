import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { sortingTables, sortingView } from '../views/sorting.ts';

/** The newest figures of a norm in tables that a reader puts in another order; it loads a script, since someone asked for that. */
export const sortingPages: PageKind<ReportContext> = {
  name: 'sorting',
  entries: (context) =>
    context.norms.flatMap((norm) => {
      const { version } = norm.norm;
      return sortingTables(context, norm).length === 0
        ? []
        : [
            {
              address: context.at.sorting(version),
              title: 'Sorteren en filteren',
              within: `Norm ${version}`,
              parent: context.at.norm(version),
              description: `De stand van norm ${version} per organisatie en per ${norm.norm.complete ? 'ambitiepunt' : 'onderwerp'}, in tabellen die u zelf sorteert.`,
              listed: false,
              report: context,
              view: () => sortingView(context, norm),
            },
          ];
    }),
};
