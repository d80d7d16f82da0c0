import { error } from '../model/problem.ts';
import type { NormRule } from './rule.ts';

/** Only a norm that replaces another has points with an origin, or dropped ones. */
export const originsNeedPredecessor: NormRule = ({ norm }) => {
  if (norm.predecessor !== null || norm.at.isDoubtful('predecessor')) return [];
  const why = 'kan alleen als "opvolger_van" zegt welke norm door deze wordt vervangen; vul dat in, of haal dit weg';
  return [
    ...norm.ambitions
      .filter(({ origins }) => origins.length > 0)
      .map(({ at }) => error(at.value('origins'), `"herkomst" ${why}`)),
    ...(norm.dropped.length > 0 ? [error(norm.at.value('dropped'), `"vervallen" ${why}`)] : []),
  ];
};
