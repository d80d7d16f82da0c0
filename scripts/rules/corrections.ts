import { statusText } from '../format/status.ts';
import { decimal } from '../format/number.ts';
import type { Fraction } from '../model/fraction.ts';
import { error, warning, type Problem } from '../model/problem.ts';
import type { Correction, Round, Status } from '../model/round.ts';
import { didYouMean } from '../model/suggestion.ts';
import { byDate } from '../model/date.ts';
import { scopeKey } from '../compute/scope.ts';
import { isKnown } from '../compute/counts.ts';
import type { Unread } from '../model/unread.ts';
import type { NormRule } from './rule.ts';

type Value = Status | Fraction;

function shown(value: Value): string {
  return typeof value === 'string' ? statusText(value).text : `${decimal(value)}%`;
}

function targetOf({ value }: Correction): string {
  return value.kind === 'result' ? `${value.ambition} ${value.organisation}` : scopeKey(value.scope);
}

/** What the data say now; or what is wrong with the correction's target. */
function currentOf(round: Round, { value, at }: Correction): Value | Problem {
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
  if (!file) {
    return error(
      at.value('organisation'),
      `"${value.organisation}" heeft geen resultaten in deze meting${didYouMean(
        value.organisation,
        round.results.map(({ organisation }) => organisation),
        'noem een organisatie die dat wel heeft',
      )}`,
    );
  }
  const row = file.results.find(({ ambition }) => ambition === value.ambition);
  return (
    row?.status ??
    error(
      at.value('ambition'),
      `"${value.organisation}" heeft geen resultaat bij "${value.ambition}"${didYouMean(
        value.ambition,
        file.results.map(({ ambition }) => ambition),
        'noem een punt dat in haar resultaten staat',
      )}`,
    )
  );
}

function isProblem(value: Value | Problem): value is Problem {
  return typeof value === 'object' && 'message' in value;
}

/** Corrections of one result or figure, oldest first: each begins where the one before it ended, and the last ends at what the data say. */
function chainProblems(round: Round, chain: readonly Correction[]): Problem[] {
  const last = chain.at(-1)!;
  const current = currentOf(round, last);
  if (isProblem(current)) return [current];
  return [
    ...chain
      .slice(1)
      .filter(({ value }, index) => shown(value.from) !== shown(chain[index]!.value.to))
      .map(({ value, at }) =>
        error(
          at.value('from'),
          `een eerdere correctie van hetzelfde eindigt op een andere waarde dan "${shown(value.from)}"; maak ze gelijk`,
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

function revealed({ value, at }: Correction): Problem[] {
  return value.kind === 'result' && value.to === 'not-public' && isKnown(value.from)
    ? [
        warning(
          at.value('from'),
          'deze correctie zegt wat een resultaat was dat nu niet openbaar is; haal haar weg als dat niet bekend mag zijn',
        ),
      ]
    : [];
}

/** Whether a correction, or the file with what it is about, has a fault of its own. */
function isUncertain({ at: { start } }: Round, { faulty }: Unread, { value, at }: Correction): boolean {
  return (
    at.isDoubtful('from') ||
    faulty.has(
      value.kind === 'result'
        ? start.file.replace(/meting\.yaml$/, `resultaten/${value.organisation}.yaml`)
        : start.file,
    )
  );
}

function roundProblems(unread: Unread) {
  return (round: Round): Problem[] => {
    const chains = new Map<string, Correction[]>();
    for (const correction of round.corrections
      .filter((each) => !isUncertain(round, unread, each))
      .toSorted((a, b) => byDate(a.date, b.date))) {
      const chain = chains.get(targetOf(correction));
      if (chain) chain.push(correction);
      else chains.set(targetOf(correction), [correction]);
    }
    return [
      ...[...chains.values()].flatMap((chain) => chainProblems(round, chain)),
      ...round.corrections.filter(({ at }) => !at.isDoubtful('from')).flatMap(revealed),
    ];
  };
}

/** A correction is about something that the round has, and its new value is what the data say. */
export const corrections: NormRule = ({ norm, unread }) => norm.rounds.flatMap(roundProblems(unread));
