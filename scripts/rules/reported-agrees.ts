import { compare } from '../compute/fraction.ts';
import type { Figures } from '../compute/figures.ts';
import { rounded, roundedDown, roundedUp, wholePercent } from '../format/number.ts';
import { reportedText } from '../format/percentage.ts';
import { decimalsOf, fraction, type Fraction } from '../model/fraction.ts';
import { error, type Problem } from '../model/problem.ts';
import type { Reported } from '../model/round.ts';
import type { FiguresRule } from './rule.ts';

const ADVICE = 'controleer de resultaten, of leg bij dit cijfer in "toelichting" uit waardoor het verschilt';

function differs(stated: Fraction, computed: string): string {
  return `gerapporteerd is ${reportedText(stated)}, maar uit de resultaten volgt ${computed}; ${ADVICE}`;
}

/** As many decimals as are stated. In whole percents, 99.6 may be stated as 100 and, as this site shows it, as 99. */
function contradiction({ percentage, lower, upper }: Figures, { percentage: stated }: Reported): string | null {
  const digits = decimalsOf(stated);
  if (percentage) {
    const nearest = rounded(percentage, digits);
    const shown = digits === 0 ? fraction(wholePercent(percentage)) : nearest;
    return [nearest, shown].some((each) => compare(each, stated) === 0) ? null : differs(stated, reportedText(shown));
  }
  if (!lower || !upper) return null;
  const [least, most] = [roundedDown(lower, digits), roundedUp(upper, digits)];
  return compare(stated, least) < 0 || compare(stated, most) > 0
    ? differs(stated, `tussen ${reportedText(least)} en ${reportedText(most)}`)
    : null;
}

/**
 * A reported percentage agrees with the computed one, or lies within the bounds, in as many decimals as it has; or it is
 * explained.
 */
export const reportedAgrees: FiguresRule = ({ rounds }) =>
  rounds.flatMap(({ figures }) =>
    figures.flatMap((set): Problem[] => {
      if (!set.reported || set.reported.explanation !== null) return [];
      const message = contradiction(set, set.reported);
      return message === null ? [] : [error(set.reported.at.value('percentage'), message)];
    }),
  );
