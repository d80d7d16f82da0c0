import { error, type Place, type Problem } from '../model/problem.ts';
import type { Origin } from '../model/norm.ts';
import type { NormRule } from './rule.ts';

/** Where a pair is stated to be comparable: in that field, or else through its relation. */
function said({ at }: Origin): Place {
  const stated = at.value('comparable');
  return stated.offset === at.start.offset ? at.value('relation') : stated;
}

/** Comparable pairs must be one to one: neither ambition may be in another pair. */
export const comparablePairsOneToOne: NormRule = ({ norm, foundations }) => {
  const taken = new Map<string, string>();
  return norm.ambitions.flatMap((ambition) => {
    let own: Origin | null = null;
    return ambition.origins
      .filter(
        (origin) => origin.comparable && foundations.hold('comparable pairs are one to one', { ambition, origin }),
      )
      .flatMap((origin): Problem[] => {
        const other = taken.get(origin.ambition);
        taken.set(origin.ambition, other ?? ambition.id);
        const first = own;
        own ??= origin;
        if (first)
          return [
            error(
              said(origin),
              `dit punt is al vergelijkbaar met "${first.ambition}"; een punt is met hoogstens één oud punt vergelijkbaar, zet bij een van de twee "vergelijkbaar: false" met een reden`,
            ),
          ];
        if (other !== undefined)
          return [
            error(
              said(origin),
              `"${origin.ambition}" is al vergelijkbaar met "${other}"; een oud punt is met hoogstens één nieuw punt vergelijkbaar, zet bij een van de twee "vergelijkbaar: false" met een reden`,
            ),
          ];
        return [];
      });
  });
};
