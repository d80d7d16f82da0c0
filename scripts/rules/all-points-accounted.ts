import { enumeration } from '../format/sentence.ts';
import { error } from '../model/problem.ts';
import { nearest } from '../model/suggestion.ts';
import type { RuledNorm, NormRule } from './rule.ts';

/**
 * One entry for each place that may refer to an old ambition, though it is unknown to which: the id of the ambition
 * with the doubtful origin, or an empty text for a doubtful dropped one.
 */
function unclear({ norm, foundations }: RuledNorm): string[] {
  return [
    ...norm.ambitions.flatMap((ambition) =>
      foundations.hold('a point says where it comes from', { ambition })
        ? ambition.origins
            .filter((origin) => !foundations.hold('a point says where it comes from', { origin }))
            .map(() => ambition.id)
        : [ambition.id],
    ),
    ...norm.dropped.filter((dropped) => !foundations.hold('a dropped point is known', { dropped })).map(() => ''),
  ];
}

/** If both norms are complete, each old ambition must have a successor or be dropped. */
export const allPointsAccounted: NormRule = (context) => {
  const { norm, predecessor, foundations } = context;
  if (!predecessor || !norm.complete || !predecessor.complete) return [];
  const accounted = new Set([
    ...norm.dropped.map(({ ambition }) => ambition),
    ...norm.ambitions.flatMap((ambition) => ambition.origins.map((origin) => origin.ambition)),
  ]);
  const left = predecessor.ambitions
    .filter((old) => foundations.hold('every old point is accounted for', { norm, predecessor, old }))
    .map(({ id }) => id)
    .filter((id) => !accounted.has(id));
  // Each of those places accounts for one old ambition: the one that it resembles most.
  for (const said of unclear(context)) {
    const meant = nearest(said, left) ?? left[0];
    if (meant !== undefined) left.splice(left.indexOf(meant), 1);
  }
  if (left.length > 1 && left.length === predecessor.ambitions.length)
    return [
      error(
        norm.at.value('predecessor'),
        `geen enkel punt van norm ${predecessor.version} komt terug; zet elk bij de herkomst van een punt, of bij "vervallen"`,
      ),
    ];
  if (left.length > 1 && norm.dropped.length === 0)
    return [
      error(
        norm.at.value('predecessor'),
        `van norm ${predecessor.version} ontbreken de punten ${enumeration(left.map((id) => `"${id}"`))}; zet elk bij de herkomst van een punt, of bij "vervallen"`,
      ),
    ];
  return left.map((id) =>
    error(
      norm.at.value('predecessor'),
      `het punt "${id}" van norm ${predecessor.version} ontbreekt; zet het bij de herkomst van een punt, of bij "vervallen"`,
    ),
  );
};
