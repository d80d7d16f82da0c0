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
  /** Where each place is in the repository of the data. */
  readonly origin: FindOrigin;
}

/** A report, or null where errors stand in its way; warnings may come with a report. */
export interface Outcome {
  readonly report: SiteReport | null;
  readonly problems: readonly LocatedProblem[];
  readonly contract: Contract;
}

// Of a report that did not change since the last time, neither is done again.
const checked = memo(({ data }: ContractReport): readonly Problem[] => checkRecords(data));
const editionProblems = memo(({ data, editionProblems: found }: ContractReport): readonly Problem[] => [
  ...found,
  ...checkEditions(data),
]);
const computed = memo(({ data }: ContractReport): Report => computeReport(data));

/**
 * From the files that were read to the whole report. Pure: the same files give the same outcome. `before`: the contract
 * of an earlier outcome, of which only what changed is made anew.
 */
export function buildReport(folder: SourceFolder, before?: Contract): Outcome {
  // 1. Hold each file against the contract, and map what is valid to the model.
  const contract = readContract(folder, before);

  // 2. Hold the records of each report against each other; and, where those are valid, what is stated against what is
  // computed.
  const found = contract.reports.flatMap(checked);

  const { settings, reports } = contract;
  const problems = [
    ...contract.problems,
    ...found,
    ...(settings ? securityExpiry({ settings, reports: reports.map(({ data }) => data) }) : []),
  ];
  // 3. Where the data are right, hold what was frozen against them.
  const isRight = problems.every(({ severity }) => severity === 'warning');
  const ofEditions = isRight ? reports.flatMap(editionProblems) : [];
  const isValid = isRight && ofEditions.length === 0;

  // 4. Compute what may be published, if nothing is wrong.
  return {
    report: settings && isValid ? { settings, reports: reports.map(computed), origin: originFinder(folder) } : null,
    problems: locate([...problems, ...ofEditions], folder.files),
    contract,
  };
}
