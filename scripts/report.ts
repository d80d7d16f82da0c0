import { computeReport, type Report } from './compute/report.ts';
import type { ContractReport } from './contract/read-report.ts';
import { readContract, type Contract } from './contract/read.ts';
import { memo } from './model/memo.ts';
import { locate, originFinder, type LocatedProblem } from './model/position.ts';
import type { FindOrigin, Problem } from './model/problem.ts';
import type { SiteSettings } from './model/report.ts';
import type { SourceFolder } from './model/tree.ts';
import { checkEditions, checkRecords, securityExpiry } from './rules/all.ts';

/** The whole site as one object: what pages, charts, feeds and downloads are made of. */
export interface SiteReport {
  readonly settings: SiteSettings;
  readonly reports: readonly Report[];
  /** Finds a place in the data in its repository. */
  readonly origin: FindOrigin;
}

/** A report, or null if there are errors; warnings do not prevent a report. */
export interface Outcome {
  readonly report: SiteReport | null;
  readonly problems: readonly LocatedProblem[];
  readonly contract: Contract;
}

// Cached: checks and computations are not repeated for a report that has not changed.
const checked = memo(({ data }: ContractReport): readonly Problem[] => checkRecords(data));
const editionProblems = memo(({ data, editionProblems: found }: ContractReport): readonly Problem[] => [
  ...found,
  ...checkEditions(data),
]);
const computed = memo(({ data }: ContractReport): Report => computeReport(data));

/**
 * Builds the whole report from files. Pure: the same files give the same outcome. `before` is the contract of an
 * earlier outcome; only what changed since is made again.
 */
export function buildReport(folder: SourceFolder, before?: Contract): Outcome {
  // 1. Check each file against the contract, and map valid files to the model.
  const contract = readContract(folder, before);

  // 2. Check the records of each report against one another, and where those are valid, stated figures against computed
  // ones.
  const found = contract.reports.flatMap(checked);

  const { settings, reports } = contract;
  const problems = [
    ...contract.problems,
    ...found,
    ...(settings ? securityExpiry({ settings, reports: reports.map(({ data }) => data) }) : []),
  ];
  // 3. If the data are valid, check editions against them.
  const isRight = problems.every(({ severity }) => severity === 'warning');
  const ofEditions = isRight ? reports.flatMap(editionProblems) : [];
  const isValid = isRight && ofEditions.length === 0;

  // 4. If nothing is wrong, compute everything that may be published.
  return {
    report: settings && isValid ? { settings, reports: reports.map(computed), origin: originFinder(folder) } : null,
    problems: locate([...problems, ...ofEditions], folder.files),
    contract,
  };
}
