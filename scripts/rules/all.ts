import { computeNorm } from '../compute/norm.ts';
import type { Norm } from '../model/norm.ts';
import type { Problem } from '../model/problem.ts';
import type { ReportData } from '../model/report.ts';
import type { Round } from '../model/round.ts';
import type { Unread } from '../model/unread.ts';
import { allPointsAccounted } from './all-points-accounted.ts';
import { ambitions } from './ambitions.ts';
import { comparablePairsOneToOne } from './comparable-pairs.ts';
import { corrections } from './corrections.ts';
import { origins } from './origins.ts';
import { originsNeedPredecessor } from './origins-need-predecessor.ts';
import { participants } from './participants.ts';
import { periods } from './periods.ts';
import { reportedAgrees } from './reported-agrees.ts';
import { reportedReveals } from './reported-reveals.ts';
import { reportedScopes } from './reported-scopes.ts';
import { roundDates } from './round-dates.ts';
import { roundRowProblems, rowsAreCells } from './rows-are-cells.ts';
import type { FiguresRule, NormContext, NormRule } from './rule.ts';
import { comesRound, succession } from './succession.ts';
import { themes } from './themes.ts';

export { securityExpiry } from './security-expiry.ts';

/** Rules over the records of a norm as a whole, on which its figures rest. */
const NORM_RULES: readonly NormRule[] = [participants, themes, ambitions, periods, roundDates, reportedScopes];

/** Rules over a norm and the one that it replaces. */
const SUCCESSION_RULES: readonly NormRule[] = [
  succession,
  originsNeedPredecessor,
  origins,
  comparablePairsOneToOne,
  allPointsAccounted,
];

/** Rules over the records of its rounds. */
const ROUND_RULES: readonly NormRule[] = [rowsAreCells, corrections];

const FIGURES_RULES: readonly FiguresRule[] = [reportedAgrees, reportedReveals];

function isFaulty(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** Whether every file that a round's figures come from is as it should be. */
function isSound(context: NormContext, round: Round): boolean {
  const folder = round.at.start.file.replace(/meting\.yaml$/, '');
  return (
    ![...context.unread.faulty].some((file) => file.startsWith(folder)) && !isFaulty(roundRowProblems(context, round))
  );
}

/** What is stated against what is computed, in the rounds that state anything and in which nothing else is wrong. */
function figuresProblems(context: NormContext): Problem[] {
  const { norm, organisations, unread } = context;
  if (!organisations || unread.kinds.size > 0 || unread.faulty.has(norm.at.start.file)) return [];
  const figures = computeNorm(
    { ...norm, rounds: norm.rounds.filter((round) => round.reported.length > 0 && isSound(context, round)) },
    organisations,
  );
  return FIGURES_RULES.flatMap((rule) => rule(figures));
}

function normProblems(context: NormContext): Problem[] {
  const own = NORM_RULES.flatMap((rule) => rule(context));
  return [
    ...own,
    ...[...SUCCESSION_RULES, ...ROUND_RULES].flatMap((rule) => rule(context)),
    ...(isFaulty(own) ? [] : figuresProblems(context)),
  ];
}

/**
 * Every rule over the records of one report, norms and rounds in concept included; rules that need what could not be
 * read are silent.
 */
export function checkRecords(report: ReportData, unread: Unread): Problem[] {
  const organisations = unread.organisations
    ? null
    : new Map(report.organisations.map((organisation) => [organisation.id, organisation]));
  const byVersion = new Map(report.norms.map((norm) => [norm.version, norm]));
  function predecessorOf(norm: Norm): Norm | null {
    return comesRound(norm, byVersion) ? null : (byVersion.get(norm.predecessor ?? '') ?? null);
  }
  return report.norms.flatMap((norm) =>
    normProblems({ norm, predecessor: predecessorOf(norm), report, organisations, unread }),
  );
}
