import { endsBefore, firstDay } from '../model/date.ts';
import { error, warning, type Problem } from '../model/problem.ts';
import type { Round } from '../model/round.ts';
import type { Foundations } from './rests-on.ts';
import type { RuledNorm, NormRule } from './rule.ts';

/** Whether a round is dated after its publication; then its date is the one that is wrong. */
function isLate(round: Round, foundations: Foundations): boolean {
  return (
    round.published !== null &&
    foundations.hold('a round is published after it began', { round }) &&
    endsBefore(round.published, round.date)
  );
}

/** Two rounds of a norm must not begin on the same day, so that their order is certain. */
function sameDays({ norm, foundations }: RuledNorm): Problem[] {
  const seen = new Map<string, Round>();
  return norm.rounds
    .filter((round) => foundations.hold('rounds begin on different days', { round }))
    .flatMap((round): Problem[] => {
      const other = seen.get(firstDay(round.date));
      seen.set(firstDay(round.date), other ?? round);
      if (!other) return [];
      const wrong = isLate(other, foundations) && !isLate(round, foundations) ? other : round;
      foundations.doubt<'round'>(round, 'date');
      foundations.doubt<'round'>(other, 'date');
      return [
        error(
          wrong.at.value('date'),
          `een andere meting van deze norm begint op dezelfde dag (${wrong.date} telt als ${firstDay(wrong.date)}); geef een van de twee een andere datum`,
        ),
      ];
    });
}

/** A round must not be published before it was held. */
function publishedBefore({ norm, foundations }: RuledNorm): Problem[] {
  return norm.rounds
    .filter((round) => isLate(round, foundations))
    .map((round) => {
      foundations.doubt<'round'>(round, 'date', 'published');
      return error(
        round.at.value('published'),
        `"gepubliceerd" (${round.published}) ligt voor "datum" (${round.date}); pas een van de twee aan`,
      );
    });
}

/** Checks the dates of rounds. */
export const roundDates: NormRule = (context) => [...sameDays(context), ...publishedBefore(context)];

/** Warns about a result that was expected before the round in which it had not been achieved. */
export const expectedDates: NormRule = ({ norm, foundations }) =>
  norm.rounds
    .filter((round) => foundations.hold('a result is expected after its round', { round }))
    .flatMap((round) =>
      round.results.flatMap(({ results }) =>
        results.flatMap(({ expected, expectedAt }): Problem[] =>
          expected !== null && expectedAt !== null && endsBefore(expected, round.date)
            ? [
                warning(
                  expectedAt,
                  `"verwacht" (${expected}) ligt voor deze meting (${round.date}); noem een latere datum, of pas de status aan`,
                ),
              ]
            : [],
        ),
      ),
    );
