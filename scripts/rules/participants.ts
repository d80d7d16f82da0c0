import { error } from '../model/problem.ts';
import { repeated, type NormRule } from './rule.ts';
import { didYouMean } from '../model/suggestion.ts';

/** Who takes part is a known organisation, and is listed once. */
export const participants: NormRule = ({ norm, organisations }) => [
  ...norm.participants
    .filter(
      ({ organisation, at }) => organisations && !organisations.has(organisation) && !at.isDoubtful('organisation'),
    )
    .map(({ organisation, at }) =>
      error(
        at.value('organisation'),
        `onbekende organisatie "${organisation}"${didYouMean(organisation, organisations?.keys() ?? [], 'voeg haar toe aan organisaties.yaml')}`,
      ),
    ),
  ...repeated(norm.participants, ({ organisation }) => organisation).map(({ organisation, at }) =>
    error(at.value('organisation'), `"${organisation}" staat al bij de deelnemers; haal een van de twee weg`),
  ),
];
