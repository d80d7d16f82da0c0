import { decimalsOf, fraction, type Fraction } from '../model/fraction.ts';
import { groupBy } from '../model/group.ts';
import type { Counting } from '../model/norm.ts';
import type { Reported, ReportedScope } from '../model/round.ts';
import type { Cell } from './cells.ts';
import { applicable, countCells, unknown } from './counts.ts';
import { isMean, score } from './figures.ts';
import type { Condition, HiddenGroup } from './fillings.ts';
import { add, divide, HUNDRED, mean, multiply, subtract } from './fraction.ts';
import type { RoundFigures } from './round.ts';

/** Results of one organisation within one theme that are not known. Each counts the same in every reported figure. */
export interface HiddenResults extends HiddenGroup {
  readonly theme: string | null;
  readonly organisation: string;
  /** Whether any of them may not be known; else they were only not assessed. */
  readonly secret: boolean;
}

/** A reported figure as a condition on the hidden results that count in it. */
export interface ReportedCondition extends Condition<HiddenResults> {
  readonly reported: Reported;
}

function isWithin(
  scope: ReportedScope,
  { theme, organisation }: Pick<HiddenResults, 'theme' | 'organisation'>,
): boolean {
  switch (scope.kind) {
    case 'total':
      return true;
    case 'theme':
      return theme === scope.theme;
    case 'organisation':
      return organisation === scope.organisation;
  }
}

function hiddenResults(cells: readonly Cell[]): HiddenResults[] {
  const groups = groupBy(cells, ({ ambition: { theme }, organisation }) => `${theme ?? ''} ${organisation}`);
  return [...groups.values()].flatMap((group) => {
    const counts = countCells(group);
    const { ambition, organisation } = group[0]!;
    return unknown(counts) === 0
      ? []
      : [{ theme: ambition.theme, organisation, size: unknown(counts), secret: counts['not-public'] > 0 }];
  });
}

/** Half a unit of the last decimal of what is stated: so much may rounding have taken or added. */
function roundingOf({ percentage }: Reported): Fraction {
  return fraction(1n, 2n * 10n ** BigInt(decimalsOf(percentage)));
}

/** Null where nothing hidden counts in the figure. */
function conditionOf(
  reported: Reported,
  cells: readonly Cell[],
  hidden: readonly HiddenResults[],
  counting: Counting,
): ReportedCondition | null {
  const { scope, percentage } = reported;
  const groups = hidden.filter((group) => isWithin(scope, group));
  if (groups.length === 0) return null;
  const within = cells.filter(({ ambition: { theme }, organisation }) => isWithin(scope, { theme, organisation }));
  const parts = [
    ...groupBy(within, ({ organisation }) => (isMean(counting, scope) ? organisation : null)).entries(),
  ].flatMap(([organisation, part]) => {
    const counts = countCells(part);
    return applicable(counts) === 0 ? [] : [{ organisation, counts, whole: fraction(applicable(counts)) }];
  });
  const known = mean(parts.map(({ counts, whole }) => divide(score(counts, counting.partlyAchieved), whole)))!;
  const factors = new Map(
    groups.map((group) => {
      const { whole } = parts.find(({ organisation }) => organisation === null || organisation === group.organisation)!;
      return [group, divide(HUNDRED, fraction(whole.numerator * BigInt(parts.length)))];
    }),
  );
  const missing = subtract(percentage, multiply(HUNDRED, known));
  const rounding = roundingOf(reported);
  return { reported, factors, least: subtract(missing, rounding), most: add(missing, rounding) };
}

/** What the reported figures of a round say of its hidden results, if their source counted as the norm does. */
export function reportedConditions({ round, cells }: RoundFigures, counting: Counting): ReportedCondition[] {
  const hidden = hiddenResults(cells);
  return round.reported.flatMap((reported) => conditionOf(reported, cells, hidden, counting) ?? []);
}
