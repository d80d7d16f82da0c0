import type { SiteSettings } from './model/report.ts';
import type { Problem } from './model/problem.ts';
import type { Report } from './compute/report.ts';

/** The whole site as one object: what pages, charts, feeds and downloads are made of. */
export interface SiteReport {
  readonly settings: SiteSettings;
  readonly reports: readonly Report[];
}

/** Either a report, or the problems that stand in its way; warnings may come with a report. */
export interface Outcome {
  readonly report: SiteReport | null;
  readonly problems: readonly Problem[];
}
