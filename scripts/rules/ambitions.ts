import { error } from '../model/problem.ts';
import { didYouMean } from '../model/suggestion.ts';
import { repeated, type NormRule } from './rule.ts';

/** Points have ids of their own, and apply to kinds or organisations that exist. */
export const ambitions: NormRule = ({ norm, organisations }) => [
  ...repeated(norm.ambitions, ({ id }) => id).map(({ id, at }) =>
    error(at.value('id'), `de id "${id}" is al van een ander ambitiepunt; kies een andere`),
  ),
  ...norm.ambitions.flatMap(({ appliesTo, at }) =>
    (appliesTo ?? []).flatMap((to, index) =>
      'organisation' in to && organisations && !organisations.has(to.organisation) && !at.isDoubtful('appliesTo', index)
        ? [
            error(
              at.value('appliesTo', index),
              `"${to.organisation}" is geen soort organisatie en geen organisatie${didYouMean(to.organisation, [...organisations.keys(), ...(to.kindMeant ? [to.kindMeant] : [])], 'pas de naam aan')}`,
            ),
          ]
        : [],
    ),
  ),
];
