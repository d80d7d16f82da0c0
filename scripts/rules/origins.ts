import { error } from '../model/problem.ts';
import { didYouMean } from '../model/suggestion.ts';
import { hasDoubtfulPoints, repeated, type NormRule } from './rule.ts';

/** Origins and dropped points are points of the replaced norm; none is both. */
export const origins: NormRule = ({ norm, predecessor }) => {
  if (!predecessor || hasDoubtfulPoints(predecessor)) return [];
  const old = new Set(predecessor.ambitions.map(({ id }) => id));
  const { version } = predecessor;
  function unknown(id: string) {
    return `norm ${version} heeft geen punt "${id}"${didYouMean(id, old, 'pas de id aan')}`;
  }
  const all = norm.ambitions.flatMap((ambition) => ambition.origins);
  const used = new Set(all.map(({ ambition }) => ambition));
  return [
    ...all
      .filter(({ ambition, at }) => !old.has(ambition) && !at.isDoubtful('ambition'))
      .map(({ ambition, at }) => error(at.value('ambition'), unknown(ambition))),
    ...norm.ambitions.flatMap((ambition) =>
      repeated(ambition.origins, (origin) => origin.ambition).map((origin) =>
        error(
          origin.at.value('ambition'),
          `"${origin.ambition}" staat al bij de herkomst van dit punt; haal een van de twee weg`,
        ),
      ),
    ),
    ...norm.dropped
      .filter(({ ambition, at }) => !old.has(ambition) && !at.isDoubtful('ambition'))
      .map(({ ambition, at }) => error(at.value('ambition'), unknown(ambition))),
    ...repeated(norm.dropped, ({ ambition }) => ambition).map(({ ambition, at }) =>
      error(at.value('ambition'), `"${ambition}" staat al bij "vervallen"; haal een van de twee weg`),
    ),
    ...norm.dropped
      .filter(({ ambition }) => used.has(ambition))
      .map(({ ambition, at }) =>
        error(
          at.value('ambition'),
          `"${ambition}" staat ook bij een herkomst; een punt is vervallen of heeft een opvolger, dus haal het op een van de twee plaatsen weg`,
        ),
      ),
  ];
};
