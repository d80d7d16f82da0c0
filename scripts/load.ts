import fs from 'node:fs';
import type { Contract } from './contract/read.ts';
import { UsageError } from './model/usage-error.ts';
import { originFinder } from './io/origin.ts';
import { locate, type LocatedProblem } from './model/position.ts';
import { readData } from './io/read.ts';
import type { SourceFolder } from './model/tree.ts';
import { buildReport, type SiteReport } from './report.ts';

/** A data folder, read and computed. `report` is null where errors stand in its way. */
export interface Loaded {
  readonly report: SiteReport | null;
  readonly problems: readonly LocatedProblem[];
  readonly files: number;
  readonly sources: SourceFolder;
  readonly contract: Contract;
}

/**
 * Reads a data folder and makes its report. `before`: what that came to earlier; only what has changed is then made anew.
 * Throws a UsageError where there is no such folder.
 */
export function loadReport(folder: string, before?: Loaded): Loaded {
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`er is geen map ${folder}; noem de map met gegevens met --data`);
  const sources = readData(folder, before?.sources);
  const { report, problems, contract } = buildReport(sources, before?.contract);
  return {
    report: report && { ...report, origin: originFinder(sources) },
    problems: locate(problems, sources.files),
    files: sources.files.length,
    sources,
    contract,
  };
}
