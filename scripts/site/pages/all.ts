import type { ReportContext, SiteContext } from '../context.ts';
import { glossaryView } from '../glossary.ts';
import type { PageItem } from '../page-item.ts';
import { aboutView, accessibilityView, manualView } from './about.ts';
import { ambitionPages } from './ambition.ts';
import { chartPages, editionChartPages, formerChartPages, interactiveChartPages } from './chart.ts';
import { comparisonPages } from './comparison.ts';
import { dataPages, recalculatePages, recalculationPages } from './data.ts';
import { documentPages, documentsPages } from './document.ts';
import { editionPages, editionRoundPages, editionsPages } from './edition.ts';
import { feedPages, siteFeedView } from './feed.ts';
import { homePages } from './home.ts';
import { licencesView } from './licences.ts';
import { methodPages } from './method.ts';
import { normPages, relatedNormsPages } from './norm.ts';
import { openPages } from './open.ts';
import { organisationPages } from './organisation.ts';
import { roundPages } from './round.ts';
import { sheetPages } from './sheet.ts';
import { sortingPages } from './sorting.ts';
import { movedThemePages, themePages } from './theme.ts';

/** Page types with pages for each report; a template in content/pages/ paginates over `pages.<name>`. */
const REPORT_PAGES: Readonly<Record<string, (context: ReportContext) => readonly PageItem[]>> = {
  home: homePages,
  norm: normPages,
  theme: themePages,
  themeMoved: movedThemePages,
  ambition: ambitionPages,
  round: roundPages,
  open: openPages,
  sorting: sortingPages,
  comparison: comparisonPages,
  organisation: organisationPages,
  sheet: sheetPages,
  relatedNorms: relatedNormsPages,
  documents: documentsPages,
  document: documentPages,
  data: dataPages,
  recalculate: recalculatePages,
  recalculation: recalculationPages,
  method: methodPages,
  editions: editionsPages,
  edition: editionPages,
  editionRound: editionRoundPages,
  editionChart: editionChartPages,
  feed: feedPages,
  chart: chartPages,
  formerChart: formerChartPages,
  interactiveChart: interactiveChartPages,
};

/** Views of single pages of the site, available in their templates as `pages.<name>`. */
export const SITE_VIEWS: Readonly<Record<string, (site: SiteContext) => object | null>> = {
  about: aboutView,
  glossary: glossaryView,
  accessibility: accessibilityView,
  licences: licencesView,
  manual: manualView,
  siteFeed: siteFeedView,
};

/** Pages by page type. */
export type PageItems = ReadonlyMap<string, readonly PageItem[]>;

/** All pages of these reports. */
export function pageItems(reports: readonly ReportContext[]): PageItems {
  return new Map(
    Object.entries(REPORT_PAGES).map(([name, pagesOf]) => [name, reports.flatMap((context) => [...pagesOf(context)])]),
  );
}
