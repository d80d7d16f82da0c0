import { organisationNoun } from '../../format/term.ts';
import type { ReportContext } from '../context.ts';
import type { PageKind } from '../page-entry.ts';
import { organisationView } from '../views/organisation.ts';
import { participations } from '../views/participation.ts';

/** Each organisation that takes part in a published norm. */
export const organisationPages: PageKind<ReportContext> = {
  name: 'organisation',
  entries: (context) =>
    participations(context).map(({ organisation }) => ({
      address: context.at.organisation(organisation.id),
      title: organisation.name,
      listedAs: organisation.kind === 'municipality' ? `${organisation.shortName} (gemeente)` : organisation.name,
      parent: context.at.home,
      description: `Wat is openbaar bekend over ${organisationNoun(organisation.name)}, en aan welke normen doet deze organisatie mee?`,
      report: context,
      view: () => organisationView(context, organisation),
    })),
};
