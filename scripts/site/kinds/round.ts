import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { roundView } from '../views/round.ts';

/** Each published round of each norm. */
export const roundPages: PageKind<ReportContext> = {
  name: 'round',
  entries: (context) =>
    context.norms.flatMap((norm) =>
      norm.figures.rounds.map((figures) => ({
        address: context.at.round(norm.norm.version, figures.round.id),
        title: figures.round.title,
        within: `Norm ${norm.norm.version}`,
        parent: context.at.norm(norm.norm.version),
        description: `De resultaten van de meting ‘${figures.round.title}’ van norm ${norm.norm.version}.`,
        report: context,
        view: () => roundView(context, norm, figures),
      })),
    ),
};
