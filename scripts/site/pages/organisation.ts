import { amount } from '../../format/count.ts';
import { capitalized, enumeration } from '../../format/list.ts';
import { organisationNoun, readersText } from '../../format/term.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { ReportContext } from '../context.ts';
import { organisationNormView } from '../views/organisation-norm.ts';
import { tabsOf } from '../views/tabs.ts';
import { PageItem } from '../page-item.ts';
import { participations } from '../views/participation.ts';

function takesPart({ name }: Organisation, versions: readonly string[]): string {
  return `${capitalized(organisationNoun(name))} doet mee aan ${versions.length === 1 ? 'norm' : 'de normen'} ${enumeration(versions)}.`;
}

/** What the page of an organisation shows, newest norm first. */
export function organisationView(context: ReportContext, organisation: Organisation) {
  const norms = context.norms.filter(({ norm }) =>
    norm.participants.some((participant) => participant.organisation === organisation.id),
  );
  const views = norms.toReversed().map((norm) => organisationNormView(context, norm, organisation));
  const expected = views.flatMap((view) => view.expected);
  const overdue = expected.filter((result) => result.overdue).length;
  return {
    salutation: readersText(organisation.kind),
    intro: takesPart(
      organisation,
      norms.map(({ norm }) => norm.version),
    ),
    tooi: organisation.tooi && {
      text: `TOOI ${organisation.tooi}`,
      href: `https://identifier.overheid.nl/tooi/id/${organisation.tooi}`,
    },
    overdue: overdue > 0 ? `Van ${amount(overdue, 'punt', 'punten')} is de verwachte datum voorbij.` : null,
    tabs: tabsOf(views.length > 1 ? views.map(({ version }, index) => [`norm-${index + 1}`, `Norm ${version}`]) : []),
    // What is newest is laid open, older results are folded.
    norms: views.map((view, index) => ({
      ...view,
      folded: views.slice(0, index).some(({ results }) => results.length > 0),
    })),
  };
}

/** Each organisation that takes part in a published norm. */
export function organisationPages(context: ReportContext): PageItem[] {
  return participations(context).map(
    ({ organisation }) =>
      new PageItem(
        context,
        {
          address: context.at.organisation(organisation.id),
          parent: context.at.home,
          organisation,
          noun: organisationNoun(organisation.name),
        },
        () => organisationView(context, organisation),
      ),
  );
}
