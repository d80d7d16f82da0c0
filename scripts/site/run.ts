import type { ReportContext, SiteContext } from './context.ts';
import type { Assets } from './assets.ts';
import type { Redirect } from './published-addresses.ts';
import type { DrawnCharts } from './charts/drawn.ts';
import type { PageItem } from './page-item.ts';
import { PageList, type ListedPage } from './page-list.ts';
import { pageItems, type PageItems } from './pages/all.ts';
import type { ChartSvgsOf } from './charts/marks.ts';
import type { SearchEntries } from './search-index.ts';

/** An opened site: the data, the computed reports, and the files that its pages load. */
export interface OpenedSite {
  readonly site: SiteContext;
  /** Prefix of addresses in links: empty, or the path of the site's base address. */
  readonly base: string;
  readonly assets: Assets;
  /** Redirects from former addresses. */
  readonly redirects: readonly Redirect[];
}

/** Shared by the runs of Eleventy that make one site. */
export interface SharedByRuns {
  readonly charts: DrawnCharts;
  readonly search: SearchEntries;
  /** Called at the start of each stage with a description of it. */
  readonly progress: (step: string) => void;
  /** Whether pages open from disk, without a server. */
  readonly loose?: boolean;
  /** Called when all files have been written. */
  readonly done: () => Promise<void>;
}

/**
 * One run of Eleventy: over the whole site, or over some reports of a large one and, in the last run, the pages of the
 * site itself.
 */
export interface SiteRun extends OpenedSite {
  /** The reports whose pages are made. */
  readonly reports: readonly ReportContext[];
  /** Those of the next run; their charts are drawn meanwhile. */
  readonly upcoming: readonly ReportContext[];
  /** The pages to make, by page type. */
  readonly items: PageItems;
  /** Whether a page of the site is made; the others are only listed. */
  readonly isMade: (url: string) => boolean;
  /** Every page: `known` before the run, or found by it and earlier runs. */
  readonly list: PageList;
  readonly known: readonly ListedPage[] | null;
  readonly earlier: readonly ListedPage[];
  /** Called when all pages are known, before any is rendered. */
  readonly onListed: () => void;
  readonly isLast: boolean;
  /** The part of the site that it makes: ", deel 2 van 6"; empty if it makes the whole. */
  readonly part: string;
  readonly svgsOf: ChartSvgsOf;
  /** Null for a run that writes nothing. */
  readonly shared: SharedByRuns | null;
}

function pageCount(report: ReportContext): number {
  return [...pageItems([report]).values()].reduce((sum, items) => sum + items.length, 0);
}

/**
 * Reports by the run in which they are made. Eleventy keeps the full text of each page until the last is written, so a
 * site of many reports is made a few at a time: as many as have about `most` pages together.
 */
function batchesOf({ reports }: SiteContext, most: number): ReportContext[][] {
  const batches: ReportContext[][] = [[]];
  let size = 0;
  for (const report of reports) {
    const pages = pageCount(report);
    if (size > 0 && size + pages > most) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)!.push(report);
    size += pages;
  }
  return batches;
}

/** The runs that make a site, one after another; request the next when one is done. `most`: pages in one run. */
export function* siteRuns(opened: OpenedSite, shared: SharedByRuns, most = 500): Generator<SiteRun> {
  const { site } = opened;
  const batches = batchesOf(site, most);
  const made: ListedPage[] = [];
  for (const [index, reports] of batches.entries()) {
    const isLast = index === batches.length - 1;
    const run: SiteRun = {
      ...opened,
      reports,
      upcoming: batches[index + 1] ?? [],
      items: pageItems(reports),
      isMade: () => isLast,
      list: new PageList(site),
      known: null,
      earlier: [...made],
      onListed: () => {},
      isLast,
      part: batches.length === 1 ? '' : `, deel ${index + 1} van ${batches.length}`,
      svgsOf: (report) => shared.charts.svgsOf(report),
      shared,
    };
    yield run;
    made.push(...run.list.all.slice(made.length).filter(({ report }) => report !== null));
  }
}

/** Where a page of a page type is found. */
interface ItemOfReport {
  readonly report: ReportContext;
  readonly type: string;
  readonly item: PageItem;
}

function findItem({ reports }: SiteContext, url: string): ItemOfReport | null {
  for (const report of reports) {
    for (const [type, items] of pageItems([report])) {
      const item = items.find(({ address }) => address === url);
      if (item) return { report, type, item };
    }
  }
  return null;
}

/** The two runs that render one page and write nothing: the first lists the pages that it may link to. */
export interface PageRuns {
  /** The same for pages that need the same list. */
  readonly key: string;
  readonly listing: SiteRun;
  readonly making: (known: readonly ListedPage[]) => SiteRun;
}

/** A page of a report needs that report's list, any other page the list of all. */
export function pageRuns(opened: OpenedSite, url: string, svgsOf: ChartSvgsOf): PageRuns {
  const { site } = opened;
  const found = findItem(site, url);
  const reports = found ? [found.report] : site.reports;
  const listing: SiteRun = {
    ...opened,
    reports,
    upcoming: [],
    items: pageItems(reports),
    isMade: () => false,
    list: new PageList(site),
    known: null,
    earlier: [],
    onListed: () => {},
    isLast: true,
    part: '',
    svgsOf,
    shared: null,
  };
  return {
    key: found ? found.report.at.home : '',
    listing,
    making: (known) => ({
      ...listing,
      items: found ? new Map([...pageItems([]), [found.type, [found.item]]]) : pageItems([]),
      isMade: (each) => each === url,
      known,
    }),
  };
}
