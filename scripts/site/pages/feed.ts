import { organisationNoun } from '../../format/terms.ts';
import type { ReportContext, SiteContext } from '../context.ts';
import type { Feed, FeedArticle } from '../feeds/entries.ts';
import { feedAddress, hasOwnNews, normFeed, organisationFeed, siteFeed } from '../feeds/feeds.ts';
import { PageItem } from '../page-item.ts';
import { participations } from '../views/participation.ts';

function feedItem(context: ReportContext, page: string, of: string, feed: () => Feed): PageItem {
  return new PageItem(context, { address: feedAddress(page), parent: null, title: `Feed van ${of}` }, feed);
}

/** A feed for each norm and organisation with anything dated; made-up reports have none. */
export function feedPages(context: ReportContext): PageItem[] {
  if (context.report.data.fictional) return [];
  const norms = context.norms.filter((norm) => hasOwnNews([norm], null));
  const organisations = participations(context).filter(({ organisation }) => hasOwnNews(context.norms, organisation));
  return [
    ...norms.map((norm) =>
      feedItem(context, context.at.norm(norm.norm.version), `norm ${norm.norm.version}`, () => normFeed(context, norm)),
    ),
    ...organisations.map(({ organisation }) =>
      feedItem(context, context.at.organisation(organisation.id), organisationNoun(organisation.name), () =>
        organisationFeed(context, organisation),
      ),
    ),
  ];
}

/** The feed of the whole site; null where nothing real has a date. `with` takes the articles of its writers. */
export function siteFeedView(site: SiteContext) {
  const real = site.reports.filter(({ report }) => !report.data.fictional);
  const any = real.some(
    ({ norms, report }) => hasOwnNews(norms, null) || report.data.documents.some(({ date }) => date !== null),
  );
  return any ? { with: (articles: readonly FeedArticle[]) => siteFeed(site, articles) } : null;
}
