import { CONTRACT_WORDS, statusText } from '../format/terms.ts';
import { decimal } from '../format/number.ts';
import type { Fraction } from '../model/fraction.ts';
import { error, type Problem } from '../model/problem.ts';
import type { Correction, Round, Status } from '../model/round.ts';
import { byDate, firstDay, isActive } from '../model/date.ts';
import { scopeKey } from '../compute/figures.ts';
import { groupBy } from '../model/group.ts';
import type { RuledNorm, NormRule } from './rule.ts';

type CorrectableValue = Status | Fraction;

function shown(value: CorrectableValue): string {
  return typeof value === 'string' ? statusText(value, CONTRACT_WORDS).text : `${decimal(value)}%`;
}

function targetOf({ value }: Correction): string {
  return value.kind === 'result' ? `${value.ambition} ${value.organisation}` : scopeKey(value.scope);
}

/**
 * Returns the current value of what was corrected; a problem if there is no such value; or null if that has been
 * reported at the results.
 */
function currentOf({ norm }: RuledNorm, round: Round, { value, at }: Correction): CorrectableValue | Problem | null {
  if (value.kind === 'reported') {
    const found = round.reported.find(({ scope }) => scopeKey(scope) === scopeKey(value.scope));
    return (
      found?.percentage ??
      error(
        at.value('scope'),
        'van dit bereik staat er geen percentage bij "gerapporteerd"; noem een bereik dat daar staat',
      )
    );
  }
  const file = round.results.find(({ organisation }) => organisation === value.organisation);
  const row = file?.results.find(({ ambition }) => ambition === value.ambition);
  if (row) return row.status;
  if (file)
    return file.unclear > 0
      ? null
      : error(
          at.value('ambition'),
          `"${value.organisation}" heeft geen resultaat bij "${value.ambition}"; noem een punt dat in haar resultaten staat`,
        );
  const participant = norm.participants.find(({ organisation }) => organisation === value.organisation);
  return participant && round.level === 'points' && isActive(participant, firstDay(round.date))
    ? null
    : error(
        at.value('organisation'),
        `"${value.organisation}" heeft geen resultaten in deze meting; noem een organisatie die dat wel heeft`,
      );
}

function isProblem(value: CorrectableValue | Problem): value is Problem {
  return typeof value === 'object' && 'message' in value;
}

/**
 * Checks the corrections of one result or figure, oldest first: each must start from where the previous one ended, and
 * the last must end at the current value.
 */
function chainProblems(context: RuledNorm, round: Round, chain: readonly Correction[]): Problem[] {
  const last = chain.at(-1)!;
  const current = currentOf(context, round, last);
  if (current === null) return [];
  if (isProblem(current)) return [current];
  return [
    ...chain
      .slice(1)
      .filter(({ value }, index) => value.from !== null && shown(value.from) !== shown(chain[index]!.value.to))
      .map(({ value, at }) =>
        error(
          at.value('from'),
          `een eerdere correctie van hetzelfde eindigt op een andere waarde dan "${shown(value.from!)}"; maak ze gelijk`,
        ),
      ),
    ...(shown(last.value.to) === shown(current)
      ? []
      : [
          error(
            last.at.value('to'),
            `de correctie zegt "${shown(last.value.to)}", maar in de gegevens staat "${shown(current)}"; maak ze gelijk`,
          ),
        ]),
  ];
}

/** Whether the subject and the values of a correction are free from doubt. */
function isCertain({ foundations }: RuledNorm, round: Round, correction: Correction): boolean {
  const { value } = correction;
  if (value.kind === 'reported') {
    const reported = round.reported.find(({ scope }) => scopeKey(scope) === scopeKey(value.scope));
    // Where none has that scope, one of which the scope is wrong may be meant.
    const meant = reported ? [] : round.reported;
    return (
      foundations.hold('a correction is of something that is there', { correction, round }) &&
      meant.every((each) => foundations.hold('a correction is of something that is there', { reported: each })) &&
      foundations.hold('a correction ends at what the data say', { correction, ...(reported ? { reported } : {}) })
    );
  }
  const file = round.results.find(({ organisation }) => organisation === value.organisation);
  const row = file?.results.find(({ ambition }) => ambition === value.ambition);
  return (
    !row?.isDoubtful &&
    foundations.hold('a correction is of something that is there', { correction, ...(file && !row ? { file } : {}) }) &&
    foundations.hold('a correction ends at what the data say', { correction })
  );
}

/** A correction must be about something that its round has, and its new value must be the current one. */
export const corrections: NormRule = (context) =>
  context.norm.rounds.flatMap((round) => {
    const certain = round.corrections
      .filter((correction) => isCertain(context, round, correction))
      .toSorted((a, b) => byDate(a.date, b.date));
    return [...groupBy(certain, targetOf).values()].flatMap((chain) => chainProblems(context, round, chain));
  });
