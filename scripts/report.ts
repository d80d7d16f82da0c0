import { computeReport, type Report } from './compute/report.ts';
import { readContract } from './contract/read.ts';
import type { FindOrigin, Problem } from './model/problem.ts';
import type { SiteSettings } from './model/report.ts';
import type { SourceFolder } from './model/tree.ts';
import { checkRecords, securityExpiry } from './rules/all.ts';

/** The whole site as one object: what pages, charts, feeds and downloads are made of. */
export interface SiteReport {
  readonly settings: SiteSettings;
  readonly reports: readonly Report[];
  /** Where each place is in the repository; set by who has the texts. */
  readonly origin?: FindOrigin;
}

/** A report, or null where errors stand in its way; warnings may come with a report. */
export interface Outcome {
  readonly report: SiteReport | null;
  readonly problems: readonly Problem[];
}

/** From the files that were read to the whole report. Pure: the same files give the same outcome. */
export const buildReport = (folder: SourceFolder): Outcome => {
  // 1. Hold each file against the contract, and map what is valid to the model.
  const contract = readContract(folder);

  // 2. Hold the records of each report against each other; and, where those are valid, what is stated against what is computed.
  const checked = contract.reports.flatMap(({ data, unread }) => checkRecords(data, unread));

  // 3. Compute what may be published, if nothing is wrong.
  const { settings } = contract;
  const reports = contract.reports.map(({ data }) => data);
  const problems = [...contract.problems, ...checked, ...(settings ? securityExpiry({ settings, reports }) : [])];
  const isFaultless = problems.every(({ severity }) => severity === 'warning');
  return { report: settings && isFaultless ? { settings, reports: reports.map(computeReport) } : null, problems };
};
