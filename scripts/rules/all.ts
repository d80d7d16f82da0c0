import type { Problem } from '../model/problem.ts';
import type { ReportData } from '../model/report.ts';
import { allPointsAccounted } from './all-points-accounted.ts';
import { cells } from './cells/cells.ts';
import { comparablePairsOneToOne } from './comparable-pairs.ts';
import { corrections } from './corrections.ts';
import { figures } from './figures.ts';
import { origins } from './origins.ts';
import { participants, reportedScopes } from './participants.ts';
import { periods } from './periods.ts';
import { Foundations, type RestsOnTable } from './rests-on.ts';
import { results } from './results.ts';
import { expectedDates, roundDates } from './round-dates.ts';
import type { NormRule } from './rule.ts';
import { themes } from './themes.ts';

export { checkEditions } from './editions.ts';
export { securityExpiry } from './security-expiry.ts';

/** Rules come after the ones whose findings they depend on. */
const RULES: readonly NormRule[] = [
  participants,
  themes,
  periods,
  roundDates,
  origins,
  comparablePairsOneToOne,
  allPointsAccounted,
  reportedScopes,
  results,
  cells,
  expectedDates,
  figures,
  corrections,
];

/**
 * Checks all records of one report, norms and rounds in concept included. `table`: what each rule depends on; only
 * tests pass another.
 */
export function checkRecords(report: ReportData, table?: RestsOnTable): Problem[] {
  const organisations = new Map(
    report.organisations
      .filter(({ at }) => !at.isDoubtful('id'))
      .map((organisation) => [organisation.id, organisation]),
  );
  const foundations = new Foundations(table);
  return report.norms.flatMap((norm) => {
    const predecessor =
      report.norms.find(({ version }) => version === norm.predecessor && version !== norm.version) ?? null;
    return RULES.flatMap((rule) => rule({ norm, predecessor, report, organisations, foundations }));
  });
}
