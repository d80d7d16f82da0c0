import { error, type Problem } from '../model/problem.ts';
import { repeated, type NormRule } from './rule.ts';

/** A participant must be listed only once. */
export const participants: NormRule = ({ norm, foundations }) =>
  repeated(
    norm.participants.filter((participant) => foundations.hold('a participant is listed once', { participant })),
    ({ organisation }) => organisation,
  ).map((participant) => {
    const { organisation, at } = participant;
    foundations.doubt<'participant'>(participant, 'organisation');
    return error(at.value('organisation'), `"${organisation}" staat al bij de deelnemers; haal een van de twee weg`);
  });

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
