import {
  groupsGivenAway,
  type HiddenResults,
  MOST_STEPS,
  type ReportedCondition,
  reportedConditions,
} from '../compute/hidden-results.ts';
import { enumeration } from '../format/sentence.ts';
import type { Counting } from '../model/norm.ts';
import { type Problem, warning } from '../model/problem.ts';
import type { ReportedScope } from '../model/round.ts';
import type { FiguresRule } from './rule.ts';

type ReportedFigures = readonly ReportedCondition[];

/** A minimal set of reported figures that together give away hidden results. */
interface Disclosure {
  readonly figures: ReportedFigures;
  readonly results: HiddenResults;
}

/**
 * Maximum number of figures in a set. Nobody would combine more to find a result, and the search would take too long.
 */
const MOST_FIGURES = 3;

/**
 * Maximum number of steps for one round. Only a round with dozens of reported figures and of hidden results needs more.
 */
const MOST_STEPS_OF_ROUND = 10 * MOST_STEPS;

/** Generates all sets of at most three figures, smaller sets first. */
function* setsOf(figures: ReportedFigures): Generator<ReportedFigures> {
  let smaller: number[][] = [[]];
  for (let size = 1; size <= MOST_FIGURES; size++) {
    const larger: number[][] = [];
    for (const set of smaller)
      for (let index = (set.at(-1) ?? -1) + 1; index < figures.length; index++) larger.push([...set, index]);
    for (const set of larger) yield set.map((index) => figures[index]!);
    smaller = larger;
  }
}

/** Whether each figure shares hidden results with others in the set; otherwise it adds nothing to what they reveal. */
function isConnected(set: ReportedFigures): boolean {
  const [first, ...others] = set;
  const joined = new Set(first!.factors.keys());
  let left = others;
  while (left.length > 0) {
    const next = left.filter(({ factors }) => ![...factors.keys()].some((group) => joined.has(group)));
    if (next.length === left.length) return false;
    for (const { factors } of left.filter((each) => !next.includes(each)))
      for (const group of factors.keys()) joined.add(group);
    left = next;
  }
  return true;
}

/**
 * Secret results that some figures may give away. If all figures can be true together, those are only the results that
 * all of them give away.
 */
function secretsAtRisk(conditions: ReportedFigures, { partlyAchieved }: Counting): HiddenResults[] {
  const hidden = [...new Set(conditions.flatMap(({ factors }) => [...factors.keys()]))];
  const all = groupsGivenAway(conditions, partlyAchieved);
  return (all.fits ? all.groups : hidden).filter(({ secret }) => secret);
}

function disclosuresIn(conditions: ReportedFigures, counting: Counting): Disclosure[] {
  const secrets = secretsAtRisk(conditions, counting);
  const found: Disclosure[] = [];
  let steps = 0;
  for (const figures of secrets.length > 0 ? setsOf(conditions) : []) {
    const open = secrets.filter(
      (results) =>
        figures.some(({ factors }) => factors.has(results)) &&
        !found.some((each) => each.results === results && each.figures.every((figure) => figures.includes(figure))),
    );
    if (open.length === 0 || !isConnected(figures)) continue;
    const given = groupsGivenAway(figures, counting.partlyAchieved);
    for (const results of open) if (given.groups.includes(results)) found.push({ figures, results });
    steps += given.steps;
    if (steps > MOST_STEPS_OF_ROUND) break;
  }
  return found;
}

function scopeText(scope: ReportedScope): string {
  switch (scope.kind) {
    case 'total':
      return 'totaal';
    case 'theme':
      return `thema:${scope.theme}`;
    case 'organisation':
      return `organisatie:${scope.organisation}`;
  }
}

function messageOf(figure: ReportedCondition, { figures, results: { theme, organisation } }: Disclosure): string {
  const others = figures.filter((each) => each !== figure).map(({ reported }) => `"${scopeText(reported.scope)}"`);
  const [basis, which] =
    others.length === 0
      ? ['dit percentage volgt', 'het']
      : [
          `dit percentage en ${others.length === 1 ? 'dat' : 'die'} van ${enumeration(others)} samen volgt`,
          'een van die percentages',
        ];
  const whose = `"${organisation}"${theme === null ? '' : `, thema "${theme}"`}`;
  return `uit ${basis} een resultaat dat niet openbaar is (${whose}); laat ${which} weg als dat resultaat geheim moet blijven`;
}

/**
 * Warns about reported figures that, alone or two or three together, give away a result that is not public. Source:
 * figures, "What published figures may not give away".
 */
export const reportedReveals: FiguresRule = ({ norm, rounds }) =>
  !norm.complete
    ? []
    : rounds
        .filter(({ round }) => round.level === 'points')
        .flatMap((round) => {
          const conditions = reportedConditions(round, norm.counting);
          const disclosures = disclosuresIn(conditions, norm.counting);
          return conditions.flatMap((figure): Problem[] => {
            const disclosure = disclosures.find(({ figures }) => figures.includes(figure));
            return disclosure ? [warning(figure.reported.at.value('percentage'), messageOf(figure, disclosure))] : [];
          });
        });
