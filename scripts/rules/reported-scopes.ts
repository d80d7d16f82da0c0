import { error, type Problem } from '../model/problem.ts';
import type { NormRule } from './rule.ts';

/** A figure that is reported for an organisation must be about a participant of the norm. */
export const reportedScopes: NormRule = ({ norm, foundations }) => {
  const participants = new Set(norm.participants.map(({ organisation }) => organisation));
  return norm.rounds.flatMap((round) =>
    round.reported.flatMap((reported): Problem[] => {
      const { scope, at } = reported;
      if (scope.kind !== 'organisation' || participants.has(scope.organisation)) return [];
      if (!foundations.hold('a scope is of a participant', { norm, reported })) return [];
      foundations.doubt<'reported'>(reported, 'scope');
      return [
        error(
          at.value('scope'),
          `"${scope.organisation}" is geen deelnemer van deze norm; noem een deelnemer, of zet haar bij "deelnemers"`,
        ),
      ];
    }),
  );
};
