import { organisationNoun } from '../../format/term.ts';
import { SITE_ADDRESSES } from '../addresses.ts';
import type { ReportContext, SiteContext } from '../context.ts';
import type { Feed } from '../feeds/entry.ts';
import { feedAddress, hasOwnNews, normFeed, organisationFeed, siteFeed } from '../feeds/feeds.ts';
import type { PageEntry, PageKind } from '../page-entry.ts';
import { participations } from '../views/participation.ts';

function entryOf(address: string, title: string, report: ReportContext | null, feed: () => Feed): PageEntry {
  return {
    address,
    title,
    parent: null,
    description: `${title}: nieuwe metingen, veranderingen, documenten en correcties.`,
    report,
    view: () => ({ feed: feed() }),
  };
}

/** Feeds of each norm and each organisation of which anything has a date; what is made up has none. */
export const reportFeedPages: PageKind<ReportContext> = {
  name: 'feed',
  entries: (context) =>
    context.report.data.fictional
      ? []
      : [
          ...context.norms
            .filter((norm) => hasOwnNews([norm], null))
            .map((norm) =>
              entryOf(
                feedAddress(context.at.norm(norm.norm.version)),
                `Feed van norm ${norm.norm.version}`,
                context,
                () => normFeed(context, norm),
              ),
            ),
          ...participations(context)
            .filter(({ organisation }) => hasOwnNews(context.norms, organisation))
            .map(({ organisation }) =>
              entryOf(
                feedAddress(context.at.organisation(organisation.id)),
                `Feed van ${organisationNoun(organisation.name)}`,
                context,
                () => organisationFeed(context, organisation),
              ),
            ),
        ],
};

/** The feed of the whole site, where any of it is real and has a date. */
export const siteFeedPages: PageKind<SiteContext> = {
  name: 'feed',
  entries: (site) => {
    const real = site.reports.filter(({ report }) => !report.data.fictional);
    const any = real.some(
      ({ norms, report }) => hasOwnNews(norms, null) || report.data.documents.some(({ date }) => date !== null),
    );
    return any ? [entryOf(SITE_ADDRESSES.feed, 'Feed van de hele site', null, () => siteFeed(site))] : [];
  },
};
