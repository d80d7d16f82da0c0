import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { normView } from '../views/norm.ts';

/** Each published norm. */
export const normPages: PageKind<ReportContext> = {
  name: 'norm',
  entries: (context) =>
    context.norms.map((norm) => {
      const { version, title } = norm.norm;
      return {
        address: context.at.norm(version),
        title: `${title} ${version}`,
        crumb: `Norm ${version}`,
        parent: context.at.home,
        description: `Wat is er afgesproken in norm ${version}, door wie, en hoe ver is het?`,
        navigation: `Norm ${version}`,
        report: context,
        view: () => normView(context, norm),
      };
    }),
};
