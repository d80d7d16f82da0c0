import { unknown } from '../../compute/cells.ts';
import { type Scope, scopeKey } from '../../compute/figures.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { outcomesSentence } from '../../format/answer.ts';
import { headlineSentence } from '../../format/progress.ts';
import { asSentence, capitalized } from '../../format/sentence.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { figureView } from './figure.ts';
import { meanNotes, sharedNote } from './score.ts';
import { reporterText } from './source.ts';

/** Whether a round is about the past: a newer one was held, or its norm has ended. */
export function isPast({ norm, latest }: NormContext, { round }: RoundFigures): boolean {
  return norm.status === 'completed' || latest?.round.id !== round.id;
}

/**
 * The answer at the top of a page: the figure of a set of cells in a sentence, with the counts behind it. `subject` is
 * the name of the set: "norm 2.0".
 */
export function answerView(
  context: ReportContext,
  norm: NormContext,
  round: RoundFigures,
  scope: Scope,
  subject: string,
  past = false,
) {
  const figure = figureView(context, norm, round, scope);
  const figures = round.byScope.get(scopeKey(scope));
  const sentence = headlineSentence(
    subject,
    // The sentence after it says how many results are not known.
    figure.kind === 'bounds' ? 'computed' : figure.kind,
    figure.value,
    round.round.date,
    norm.norm.statusWords,
    reporterText(context, figures?.reported?.sources ?? []),
    past,
  );
  const [before = '', after = ''] = sentence.split(figure.value);
  const counts = figure.counts === null ? null : (figures?.counts ?? null);
  return {
    before,
    after,
    figure,
    counts:
      counts &&
      outcomesSentence(
        {
          achieved: counts.achieved,
          partly: counts['partly-achieved'],
          notAchieved: counts['not-achieved'],
          unknown: unknown(counts),
        },
        norm.norm.statusWords,
      ),
    notRecalculated:
      figure.kind === 'reported'
        ? `Wij kunnen de ${figure.value} niet narekenen: niet elk resultaat is openbaar.`
        : null,
    weight: sharedNote([figure.weight]),
    notes: (figure.kind === 'reported' ? figure.notes : meanNotes(norm.norm, scope)).map((note) =>
      asSentence(capitalized(note)),
    ),
  };
}
