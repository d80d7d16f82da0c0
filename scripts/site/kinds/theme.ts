import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { themeView } from '../views/theme.ts';

/** Each theme of each norm. */
export const themePages: PageKind<ReportContext> = {
  name: 'theme',
  entries: (context) =>
    context.norms.flatMap((norm) =>
      norm.norm.themes.map((theme) => ({
        address: context.at.theme(norm.norm.version, theme.id),
        title: theme.title,
        within: `Norm ${norm.norm.version}`,
        parent: context.at.norm(norm.norm.version),
        description: `Hoe ver is het thema ‘${theme.title}’ van norm ${norm.norm.version}?`,
        report: context,
        view: () => themeView(context, norm, theme),
      })),
    ),
};
