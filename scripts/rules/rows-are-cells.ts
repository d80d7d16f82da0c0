import { slotsOf } from '../compute/cells.ts';
import type { Ambition, Norm, Participant } from '../model/norm.ts';
import { error, type Problem } from '../model/problem.ts';
import type { OrganisationResults, Round } from '../model/round.ts';
import { didYouMean, nearest } from '../model/suggestion.ts';
import { hasDoubtfulPoints, type NormContext, type NormRule } from './rule.ts';

/**
 * A participant's file has exactly its cells: nothing vanishes silently, and nothing is said of a point that does not
 * apply. In a norm that is not complete rows may be missing.
 */
export const rowsAreCells: NormRule = (context) =>
  context.norm.rounds.flatMap((round) => roundRowProblems(context, round));

/** The same for one round. Silent where it is not certain which rows there should be. */
export function roundRowProblems(context: NormContext, round: Round): Problem[] {
  const { norm, organisations, unread } = context;
  if (round.at.isDoubtful('level') || norm.at.isDoubtful('participants')) return [];
  if (round.level === 'total') {
    return round.results.map(({ at }) =>
      error(
        { ...at.start, offset: 0 },
        'deze meting heeft "niveau: totaal" en dus geen resultaten; haal dit bestand weg, of maak er "niveau: punten" van',
      ),
    );
  }
  const files = new Map(round.results.map((results) => [results.organisation, results]));
  // Of one who is listed twice the first counts.
  const participants = new Map(
    norm.participants.toReversed().map((participant) => [participant.organisation, participant]),
  );
  const isCertain = norm.participants.every(({ at }) => !at.isDoubtful('organisation'));
  const misspelt = organisations
    ? norm.participants.map(({ organisation }) => organisation).filter((id) => !organisations.has(id))
    : [];
  const strangers = (isCertain ? round.results : [])
    .filter(({ organisation }) => !participants.has(organisation) && nearest(organisation, misspelt) === null)
    .map(({ organisation, at }) =>
      error(
        at.value('organisation'),
        `"${organisation}" is geen deelnemer van norm ${norm.version}${didYouMean(organisation, organisations?.has(organisation) ? [] : participants.keys(), 'voeg haar toe bij "deelnemers", of haal dit bestand weg')}`,
      ),
    );
  const unknown = hasDoubtfulPoints(norm)
    ? []
    : round.results
        .filter(({ organisation }) => participants.has(organisation))
        .flatMap((file) => unknownRows(norm, file));
  if (!organisations || round.at.isDoubtful('date')) return [...strangers, ...unknown];
  return [
    ...strangers,
    ...unknown,
    ...norm.participants
      .filter((each) => participants.get(each.organisation) === each)
      .flatMap((participant) => {
        const organisation = organisations.get(participant.organisation);
        if (
          !organisation ||
          unread.kinds.has(organisation.id) ||
          participant.at.isDoubtful('from') ||
          participant.at.isDoubtful('until')
        )
          return [];
        const cells = slotsOf(norm, round, participant, organisation)
          .map(({ ambition }) => ambition)
          .filter((ambition) => !isDoubtful(ambition, organisations));
        const file = files.get(participant.organisation);
        return file ? fileProblems(context, round, cells, file) : missingFile(context, round, cells, participant);
      }),
  ];
}

/** Whether it is not certain for whom a point counts, or which it is. */
function isDoubtful({ at, appliesTo }: Ambition, organisations: NormContext['organisations']): boolean {
  return (
    (['id', 'appliesTo', 'from', 'until'] as const).some((field) => at.isDoubtful(field)) ||
    (appliesTo ?? []).some(
      (to, index) =>
        at.isDoubtful('appliesTo', index) || ('organisation' in to && organisations?.has(to.organisation) === false),
    )
  );
}

function missingFile(
  { norm, unread }: NormContext,
  round: Round,
  cells: readonly Ambition[],
  { organisation, at }: Participant,
): Problem[] {
  const file = round.at.start.file.replace(/meting\.yaml$/, `resultaten/${organisation}.yaml`);
  return !norm.complete || cells.length === 0 || unread.files.has(file)
    ? []
    : [
        error(
          at.whole,
          `de resultaten van "${organisation}" in de meting "${round.id}" ontbreken; maak metingen/${round.id}/resultaten/${organisation}.yaml`,
        ),
      ];
}

/** Rows for what is no point of the norm. */
function unknownRows(norm: Norm, file: OrganisationResults): Problem[] {
  if (file.at.isDoubtful('results')) return [];
  const points = new Set(norm.ambitions.map(({ id }) => id));
  const rows = new Set(file.results.map(({ ambition }) => ambition));
  return file.results
    .filter(({ ambition }) => !points.has(ambition))
    .map(({ ambition, place }) =>
      error(
        place,
        `norm ${norm.version} heeft geen punt "${ambition}"${didYouMean(
          ambition,
          [...points].filter((id) => !rows.has(id)),
          'haal deze regel weg',
        )}`,
      ),
    );
}

/** Rows for points that do not apply, and rows that are missing. */
function fileProblems(
  { norm, organisations }: NormContext,
  round: Round,
  cells: readonly Ambition[],
  file: OrganisationResults,
): Problem[] {
  if (file.at.isDoubtful('results')) return [];
  const rows = new Set(file.results.map(({ ambition }) => ambition));
  const expected = new Set(cells.map(({ id }) => id));
  const certain = new Set(
    norm.ambitions.filter((ambition) => !isDoubtful(ambition, organisations)).map(({ id }) => id),
  );
  return [
    ...file.results
      .filter(({ ambition }) => certain.has(ambition) && !expected.has(ambition))
      .map(({ ambition, place }) =>
        error(
          place,
          `het punt "${ambition}" geldt in deze meting (${round.date}) niet voor "${file.organisation}"; haal deze regel weg`,
        ),
      ),
    ...(norm.complete ? [...expected] : [])
      .filter((id) => !rows.has(id))
      .map((id) =>
        error(
          file.at.start,
          `het punt "${id}" ontbreekt; voeg een regel "${id}: …" toe ("niet beoordeeld" als er niets bekend is)`,
        ),
      ),
  ];
}
