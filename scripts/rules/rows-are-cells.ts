import { slotsOf } from '../compute/cells.ts';
import type { Norm, Participant } from '../model/norm.ts';
import { error, type Problem } from '../model/problem.ts';
import type { OrganisationResults, Round } from '../model/round.ts';
import { didYouMean } from '../model/suggestion.ts';
import type { NormContext, NormRule } from './rule.ts';

/**
 * A participant's file has exactly its cells: nothing vanishes silently, and nothing is said of a point that does not
 * apply. In a norm that is not complete rows may be missing.
 */
export const rowsAreCells: NormRule = (context) => context.norm.rounds.flatMap((round) => roundProblems(context, round));

const roundProblems = ({ norm, organisations }: NormContext, round: Round): Problem[] => {
  if (round.level === 'total') {
    return round.results.map(({ at }) => error({ ...at.start, offset: 0 },
      'deze meting heeft "niveau: totaal" en dus geen resultaten; haal dit bestand weg, of maak er "niveau: punten" van'));
  }
  const files = new Map(round.results.map((results) => [results.organisation, results]));
  const byOrganisation = new Map(norm.participants.map((participant) => [participant.organisation, participant]));
  const strangers = round.results.filter(({ organisation }) => !byOrganisation.has(organisation)).map(({ organisation, at }) =>
    error(at.value('organisation'), `"${organisation}" is geen deelnemer van norm ${norm.version}${didYouMean(organisation, byOrganisation.keys(), 'voeg haar toe bij "deelnemers", of haal dit bestand weg')}`));
  return [
    ...strangers,
    ...[...byOrganisation.values()].flatMap((participant) => {
      const organisation = organisations.get(participant.organisation);
      if (!organisation) return [];
      const cells = new Set(slotsOf(norm, round, participant, organisation).map(({ ambition }) => ambition.id));
      const file = files.get(participant.organisation);
      return file ? fileProblems(norm, round, cells, file) : missingFile(norm, round, cells, participant);
    }),
  ];
};

const missingFile = (norm: Norm, round: Round, cells: ReadonlySet<string>, { organisation, at }: Participant): Problem[] =>
  !norm.complete || cells.size === 0 ? [] : [error(at.value('organisation'),
    `de resultaten van "${organisation}" in de meting "${round.id}" ontbreken; maak metingen/${round.id}/resultaten/${organisation}.yaml`)];

const fileProblems = (norm: Norm, round: Round, cells: ReadonlySet<string>, file: OrganisationResults): Problem[] => {
  const rows = new Set(file.results.map(({ ambition }) => ambition));
  const points = new Set(norm.ambitions.map(({ id }) => id));
  return [
    ...file.results.filter(({ ambition }) => !cells.has(ambition)).map(({ ambition, place }) => error(place,
      points.has(ambition)
        ? `het punt "${ambition}" geldt in deze meting (${round.date}) niet voor "${file.organisation}"; haal deze regel weg`
        : `norm ${norm.version} heeft geen punt "${ambition}"${didYouMean(ambition, [...cells].filter((id) => !rows.has(id)), 'haal deze regel weg')}`)),
    ...(norm.complete ? [...cells] : []).filter((id) => !rows.has(id)).map((id) =>
      error(file.at.start, `het punt "${id}" ontbreekt; voeg een regel "${id}: …" toe ("niet beoordeeld" als er niets bekend is)`)),
  ];
};
