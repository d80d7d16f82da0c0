import { error } from '../model/problem.ts';
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
