import { applicable } from '../compute/counts.ts';
import type { Figures } from '../compute/figures.ts';
import { decimal, lowerPercent, percentAsPrecise, upperPercent, wholePercent } from '../format/number.ts';
import type { Fraction } from '../model/fraction.ts';
import { error, type Problem } from '../model/problem.ts';
import type { Reported } from '../model/round.ts';
import type { FiguresRule } from './rule.ts';

function below(a: Fraction, whole: number): boolean {
  return a.numerator < BigInt(whole) * a.denominator;
}
function above(a: Fraction, whole: number): boolean {
  return a.numerator > BigInt(whole) * a.denominator;
}

const advice = 'controleer de resultaten, of leg bij dit cijfer in "toelichting" uit waardoor het verschilt';

function contradiction({ percentage, lower, upper, counts }: Figures, reported: Reported): string | null {
  if (!counts || applicable(counts) === 0 || !lower || !upper) return null;
  const stated = `${decimal(reported.percentage)}%`;
  if (percentage) {
    return percentAsPrecise(percentage, reported.percentage) === decimal(reported.percentage)
      ? null
      : `gerapporteerd is ${stated}, maar uit de resultaten volgt ${wholePercent(percentage)}%; ${advice}`;
  }
  const [least, most] = [lowerPercent(lower), upperPercent(upper)];
  return below(reported.percentage, least) || above(reported.percentage, most)
    ? `gerapporteerd is ${stated}, maar uit de resultaten volgt tussen ${least}% en ${most}%; ${advice}`
    : null;
}

/** A reported percentage agrees, as shown, with the computed one or lies within the bounds; or it is explained. */
export const reportedAgrees: FiguresRule = ({ rounds }) =>
  rounds.flatMap(({ figures }) =>
    figures.flatMap((set): Problem[] => {
      if (!set.reported || set.reported.explanation !== null) return [];
      const message = contradiction(set, set.reported);
      return message === null ? [] : [error(set.reported.at.value('percentage'), message)];
    }),
  );
