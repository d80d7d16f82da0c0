import { error } from '../model/problem.ts';
import type { Norm } from '../model/norm.ts';
import { hasDoubtfulPoints, type NormRule } from './rule.ts';

function isUncertain(norm: Norm, predecessor: Norm): boolean {
  return (
    hasDoubtfulPoints(predecessor) ||
    norm.at.isDoubtful('ambitions') ||
    norm.at.isDoubtful('dropped') ||
    norm.dropped.some(({ at }) => at.isDoubtful('ambition')) ||
    norm.ambitions.some(
      ({ at, origins }) => at.isDoubtful('origins') || origins.some((origin) => origin.at.isDoubtful('ambition')),
    )
  );
}

/** When both norms are complete, each old point has a successor or is dropped. */
export const allPointsAccounted: NormRule = ({ norm, predecessor }) => {
  if (!predecessor || !norm.complete || !predecessor.complete || isUncertain(norm, predecessor)) return [];
  const accounted = new Set([
    ...norm.dropped.map(({ ambition }) => ambition),
    ...norm.ambitions.flatMap((ambition) => ambition.origins.map((origin) => origin.ambition)),
  ]);
  return predecessor.ambitions
    .filter(({ id }) => !accounted.has(id))
    .map(({ id }) =>
      error(
        norm.at.value('predecessor'),
        `het punt "${id}" van norm ${predecessor.version} ontbreekt; zet het bij de herkomst van een punt, of bij "vervallen"`,
      ),
    );
};
