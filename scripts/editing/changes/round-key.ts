import type { Report } from '../../compute/report.ts';
import type { Norm } from '../../model/norm.ts';
import type { Round } from '../../model/round.ts';

/** What tells a round from the others of a report, before and after a change. */
export type RoundKey = (norm: Norm, round: Round) => string;

/** A round is the same while its id is. */
export const roundKey: RoundKey = ({ version }, { id }) => `meting ${version} ${id}`;

/** For the report before a change: a round that got another id is told apart by its date. */
export function keyBefore(before: Report, after: Report | null): RoundKey {
  const renamed = new Map<string, string>();
  for (const { norm, rounds } of before.norms) {
    const now = after?.norms.find((each) => each.norm.version === norm.version)?.rounds ?? [];
    for (const { round } of rounds.filter(({ round: old }) => !now.some(({ round: { id } }) => id === old.id))) {
      const same = now.find(
        ({ round: { id, date } }) => date === round.date && !rounds.some(({ round: old }) => old.id === id),
      );
      if (same) renamed.set(roundKey(norm, round), roundKey(norm, same.round));
    }
  }
  return (norm, round) => renamed.get(roundKey(norm, round)) ?? roundKey(norm, round);
}
