import { slotsOf } from '../compute/cells.ts';
import type { Ambition, Norm, Participant } from '../model/norm.ts';
import { error, type Problem } from '../model/problem.ts';
import type { OrganisationResults, Round } from '../model/round.ts';
import { didYouMean } from '../model/suggestion.ts';
import { hasDoubtfulPoints, type NormContext, type NormRule } from './rule.ts';

/**
 * A participant's file has exactly its cells: nothing vanishes silently, and nothing is said of a point that does not
 * apply. In a norm that is not complete rows may be missing.
 */
export const rowsAreCells: NormRule = (context) => context.norm.rounds.flatMap((round) => roundRowProblems(context, round));

/** The same for one round. Silent where it is not certain which rows there should be. */
export const roundRowProblems = (context: NormContext, round: Round): Problem[] => {
  const { norm, organisations } = context;
  if (round.at.isDoubtful('level') || norm.at.isDoubtful('participants')) return [];
  if (round.level === 'total') {
    return round.results.map(({ at }) => error({ ...at.start, offset: 0 },
      'deze meting heeft "niveau: totaal" en dus geen resultaten; haal dit bestand weg, of maak er "niveau: punten" van'));
  }
  const files = new Map(round.results.map((results) => [results.organisation, results]));
  const participants = new Map(norm.participants.map((participant) => [participant.organisation, participant]));
  const isCertain = norm.participants.every(({ at }) => !at.isDoubtful('organisation'));
  const strangers = (isCertain ? round.results : []).filter(({ organisation }) => !participants.has(organisation)).map(({ organisation, at }) =>
    error(at.value('organisation'), `"${organisation}" is geen deelnemer van norm ${norm.version}${didYouMean(organisation, participants.keys(), 'voeg haar toe bij "deelnemers", of haal dit bestand weg')}`));
  if (!organisations || round.at.isDoubtful('date')) return strangers;
  return [
    ...strangers,
    ...[...participants.values()].flatMap((participant) => {
      const organisation = organisations.get(participant.organisation);
      if (!organisation || participant.at.isDoubtful('from') || participant.at.isDoubtful('until')) return [];
      const cells = slotsOf(norm, round, participant, organisation).map(({ ambition }) => ambition).filter((ambition) => !isDoubtful(ambition));
      const file = files.get(participant.organisation);
      return file ? fileProblems(norm, round, cells, file) : missingFile(context, round, cells, participant);
    }),
  ];
};

/** Whether it is not certain for whom a point counts, or which it is. */
const isDoubtful = ({ at }: Ambition): boolean => (['id', 'appliesTo', 'from', 'until'] as const).some((field) => at.isDoubtful(field));

const missingFile = ({ norm, unread }: NormContext, round: Round, cells: readonly Ambition[], { organisation, at }: Participant): Problem[] => {
  const file = round.at.start.file.replace(/meting\.yaml$/, `resultaten/${organisation}.yaml`);
  return !norm.complete || cells.length === 0 || unread.files.has(file) ? [] : [error(at.value('organisation'),
    `de resultaten van "${organisation}" in de meting "${round.id}" ontbreken; maak metingen/${round.id}/resultaten/${organisation}.yaml`)];
};

const fileProblems = (norm: Norm, round: Round, cells: readonly Ambition[], file: OrganisationResults): Problem[] => {
  if (file.at.isDoubtful('results')) return [];
  const rows = new Set(file.results.map(({ ambition }) => ambition));
  const points = new Map(norm.ambitions.map((ambition) => [ambition.id, ambition]));
  const expected = new Set(cells.map(({ id }) => id));
  const tooMany = ({ ambition }: { readonly ambition: string }): boolean => {
    const point = points.get(ambition);
    return !expected.has(ambition) && (point ? !isDoubtful(point) : !hasDoubtfulPoints(norm));
  };
  return [
    ...file.results.filter(tooMany).map(({ ambition, place }) => error(place,
      points.has(ambition)
        ? `het punt "${ambition}" geldt in deze meting (${round.date}) niet voor "${file.organisation}"; haal deze regel weg`
        : `norm ${norm.version} heeft geen punt "${ambition}"${didYouMean(ambition, [...expected].filter((id) => !rows.has(id)), 'haal deze regel weg')}`)),
    ...(norm.complete ? [...expected] : []).filter((id) => !rows.has(id)).map((id) =>
      error(file.at.start, `het punt "${id}" ontbreekt; voeg een regel "${id}: …" toe ("niet beoordeeld" als er niets bekend is)`)),
  ];
};
