import { error, type Problem } from '../model/problem.ts';
import { groupBy } from '../model/group.ts';
import type { OrganisationResults } from '../model/round.ts';
import type { RuledNorm, NormRule } from './rule.ts';

/** A round with only reported figures must not have results. Reported once per round. */
function besideTotals({ norm, foundations }: RuledNorm): Problem[] {
  return norm.rounds
    .filter((round) => round.level === 'total' && round.results.length > 0)
    .filter((round) => foundations.hold('no results beside totals', { round }))
    .map((round) => {
      foundations.doubt<'round'>(round, 'level');
      return error(
        round.at.value('level'),
        'met "niveau: totaal" zijn er geen resultaten per punt, en toch is er een map "resultaten"; schrijf "niveau: punten", of haal die map weg',
      );
    });
}

/** Results must belong to a participant. An organisation with results in several rounds is missing from the list. */
function strangers({ norm, foundations }: RuledNorm): Problem[] {
  const participants = new Set(norm.participants.map(({ organisation }) => organisation));
  const files = norm.rounds
    .flatMap(({ results }) => results)
    .filter(
      (file) =>
        !participants.has(file.organisation) && foundations.hold('results are of a participant', { norm, file }),
    );
  // A participant whose name is in doubt may be any of these.
  let unclear = norm.participants.filter(
    (participant) => !foundations.hold('a participant is known', { participant }),
  ).length;
  return [...groupBy(files, ({ organisation }) => organisation)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([organisation, [first, ...others]]): Problem[] => {
      for (const file of [first!, ...others]) foundations.doubt<'file'>(file, 'organisation');
      if (unclear-- > 0) return [];
      return [stranger(norm.version, organisation, first!, others.length, norm.at.value('participants'))];
    });
}

function stranger(
  version: string,
  organisation: string,
  { at }: OrganisationResults,
  others: number,
  list: Problem['place'],
): Problem {
  return others > 0
    ? error(
        list,
        `hier ontbreekt "${organisation}", met resultaten in ${others + 1} metingen; zet haar bij de deelnemers, of haal haar bestanden weg`,
      )
    : error(
        at.value('organisation'),
        `"${organisation}" is geen deelnemer van norm ${version}; voeg haar toe bij "deelnemers", of haal dit bestand weg`,
      );
}

/** Checks which organisations have results, and which rounds may not. */
export const results: NormRule = (context) => [...besideTotals(context), ...strangers(context)];
