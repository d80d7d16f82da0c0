import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { ambitionName } from '../views/ambition-link.ts';
import { ambitionView } from '../views/ambition.ts';

/** Each ambition point of each norm. */
export const ambitionPages: PageKind<ReportContext> = {
  name: 'ambition',
  entries: (context) =>
    context.norms.flatMap((norm) =>
      norm.norm.ambitions.map((ambition) => {
        const { version } = norm.norm;
        const theme = ambition.theme === null ? undefined : norm.theme(ambition.theme);
        return {
          address: context.at.ambition(version, ambition.id),
          title: ambitionName(ambition),
          crumb: ambition.number === null ? ambition.title : `Punt ${ambition.number}`,
          listedAs: ambition.title,
          within: `Norm ${version}`,
          parent: theme ? context.at.theme(version, theme.id) : context.at.norm(version),
          description: `${norm.norm.complete ? 'Ambitiepunt' : 'Openbaar bekend resultaat'} van norm ${version}: ${ambition.title}. Voor wie geldt het, en is het behaald?`,
          report: context,
          view: () => ambitionView(context, norm, ambition),
        };
      }),
    ),
};
