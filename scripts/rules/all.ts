import { computeNorm } from '../compute/norm.ts';
import type { Problem } from '../model/problem.ts';
import type { ReportData } from '../model/report.ts';
import { allPointsAccounted } from './all-points-accounted.ts';
import { ambitions } from './ambitions.ts';
import { comparablePairsOneToOne } from './comparable-pairs.ts';
import { corrections } from './corrections.ts';
import { origins } from './origins.ts';
import { participants } from './participants.ts';
import { periods } from './periods.ts';
import { reportedAgrees } from './reported-agrees.ts';
import { reportedReveals } from './reported-reveals.ts';
import { reportedScopes } from './reported-scopes.ts';
import { roundDates } from './round-dates.ts';
import { rowsAreCells } from './rows-are-cells.ts';
import type { FiguresRule, NormRule } from './rule.ts';
import { succession } from './succession.ts';
import { themes } from './themes.ts';

export { securityExpiry } from './security-expiry.ts';

const NORM_RULES: readonly NormRule[] = [
  participants, themes, ambitions, periods, succession, origins, comparablePairsOneToOne, allPointsAccounted,
  roundDates, reportedScopes, rowsAreCells, corrections,
];

const FIGURES_RULES: readonly FiguresRule[] = [reportedAgrees, reportedReveals];

/** Every rule over the records of one report, norms and rounds in concept included. */
export const checkRecords = (report: ReportData): Problem[] => {
  const organisations = new Map(report.organisations.map((organisation) => [organisation.id, organisation]));
  return report.norms.flatMap((norm) => {
    const predecessor = report.norms.find(({ version }) => version === norm.predecessor) ?? null;
    return NORM_RULES.flatMap((rule) => rule({ norm, predecessor, report, organisations }));
  });
};

/** Every rule that holds what is stated against what is computed; for records that are valid. */
export const checkFigures = (report: ReportData): Problem[] => {
  const organisations = new Map(report.organisations.map((organisation) => [organisation.id, organisation]));
  return report.norms.flatMap((norm) => {
    const figures = computeNorm(norm, organisations);
    return FIGURES_RULES.flatMap((rule) => rule(figures));
  });
};
