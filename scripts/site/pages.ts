import type { ReportContext, SiteContext } from './context.ts';
import { groupBy } from '../model/group.ts';
import { ambitionPages } from './kinds/ambition.ts';
import { chartPages, interactiveChartPages } from './kinds/charts.ts';
import { comparisonPages } from './kinds/comparison.ts';
import { dataPages } from './kinds/data.ts';
import { documentPages, documentsPages } from './kinds/documents.ts';
import { reportFeedPages, siteFeedPages } from './kinds/feeds.ts';
import { homePages } from './kinds/home.ts';
import { licencePages } from './kinds/licences.ts';
import { manualPages } from './kinds/manual.ts';
import { methodPages } from './kinds/method.ts';
import { articlePages, newsPages } from './kinds/news.ts';
import { normPages } from './kinds/norm.ts';
import { organisationPages } from './kinds/organisation.ts';
import { recalculatePages, recalculationPages } from './kinds/recalculate.ts';
import { relatedNormsPages } from './kinds/related-norms.ts';
import { roundPages } from './kinds/round.ts';
import { sortingPages } from './kinds/sorting.ts';
import { robotsPages, securityPages } from './kinds/site-files.ts';
import { searchPages, searchResultsPages } from './kinds/search.ts';
import { alphabetPages, notFoundPages, sitemapPages } from './kinds/site-lists.ts';
import { aboutPages, accessibilityPages, glossaryPages, privacyPages } from './kinds/site-texts.ts';
import { themePages } from './kinds/theme.ts';
import { Page } from './page.ts';
import type { PageEntry, PageKind, PageList } from './page-entry.ts';

/** The kinds of page that each report has, in the order of its navigation. */
const REPORT_KINDS: readonly PageKind<ReportContext>[] = [
  homePages,
  normPages,
  themePages,
  ambitionPages,
  roundPages,
  sortingPages,
  comparisonPages,
  organisationPages,
  relatedNormsPages,
  documentsPages,
  documentPages,
  dataPages,
  recalculatePages,
  recalculationPages,
  methodPages,
  reportFeedPages,
  chartPages,
  interactiveChartPages,
];

/** The kinds of page that the site has once. */
const SITE_KINDS: readonly PageKind<SiteContext>[] = [
  newsPages,
  articlePages,
  siteFeedPages,
  searchPages,
  searchResultsPages,
  glossaryPages,
  alphabetPages,
  aboutPages,
  licencePages,
  privacyPages,
  accessibilityPages,
  manualPages,
  notFoundPages,
  sitemapPages,
  robotsPages,
  securityPages,
];

function fullTitle({ title, within, report }: PageEntry, site: SiteContext): string {
  const name = report ? report.name : site.settings.title;
  const parts = [title, within, name].filter((part) => part !== undefined);
  return name.startsWith(title) ? name : parts.join(' – ');
}

/** Every page of the site, as it can be written. */
export interface Pages extends PageList {
  readonly all: readonly Page[];
}

/** All pages of the site, with titles that differ. */
export function listPages(site: SiteContext): Pages {
  const entries = [
    ...site.reports.flatMap((report) =>
      REPORT_KINDS.flatMap(({ name, entries }) => entries(report).map((entry) => ({ name, entry }))),
    ),
    ...SITE_KINDS.flatMap(({ name, entries }) => entries(site).map((entry) => ({ name, entry }))),
  ];
  const all: Page[] = [];
  const byAddress = new Map<string, Page>();
  const list = {
    site,
    all,
    byAddress,
    kinds: [...REPORT_KINDS, ...SITE_KINDS].map(({ name }) => name),
    navigation: groupBy(
      entries.filter(({ entry }) => entry.navigation).map(({ entry }) => entry),
      ({ report }) => report,
    ),
    footer: entries.filter(({ entry }) => entry.footer).map(({ entry }) => entry),
  };
  const titles = new Set<string>();
  for (const { name, entry } of entries) {
    const wanted = fullTitle(entry, site);
    const title = titles.has(wanted) ? `${wanted} (${entry.address})` : wanted;
    titles.add(title);
    const page = new Page(name, entry, title, list);
    all.push(page);
    byAddress.set(page.address, page);
  }
  return list;
}
