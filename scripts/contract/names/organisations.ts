import { error, type Problem } from '../../model/problem.ts';
import { quoted } from '../fields.ts';
import { notAKind, ORGANISATION_KIND_WORDS } from '../files/organisations.ts';
import type { ReadNorm, ReadReport, ReadResults, ReadRound } from './files.ts';
import { reconcile, type Use } from './reconcile.ts';
import { givenIn, idRefusal, usesIn } from './uses.ts';

function isKind(name: string): boolean {
  return (ORGANISATION_KIND_WORDS as readonly string[]).includes(name);
}

/** Holds what names an organisation against those that there are: participants, for whom points apply, results and their files. */
export function resolveOrganisations({ organisations, norms }: ReadReport): Problem[] {
  const records = organisations.value.organisaties;
  const given = givenIn(organisations, 'organisation', (path) => {
    const record = records[Number(path[1])];
    return { titles: record ? [record.naam, record.korte_naam] : [] };
  });
  const ids = new Set(given.flatMap(({ name }) => name ?? []));
  const own = norms.flatMap((norm) =>
    norm.rounds.flatMap((round) => round.results.map((results) => ownName(results, round, norm, ids))),
  );
  const uses = [
    ...norms.flatMap(({ file, rounds }) => [
      ...usesIn(file, ['organisation', 'applicability']),
      ...rounds.flatMap((round) => usesIn(round.file, ['organisation'], 'organisatie:')),
    ]),
    ...own.flatMap(({ use }) => use ?? []),
  ];
  return [
    ...own.flatMap(({ problem }) => problem ?? []),
    ...reconcile({
      given,
      uses,
      isComplete: !organisations.isDoubtful(['organisaties']),
      areUsed: true,
      refusal: (name) => idRefusal(name) ?? (isKind(name) ? `${quoted(name)} ${notAKind}` : null),
      say: {
        unknown: (name) => `onbekende organisatie ${quoted(name)}`,
        otherwise: 'voeg haar toe aan organisaties.yaml, of haal haar hier weg',
        restore: 'zet haar terug, of haal haar ook daar weg',
        other: 'een andere organisatie',
        thing: 'organisatie',
      },
      list: organisations.placeOf(['organisaties']),
    }),
  ];
}

/** The organisation whose results a file holds: as it is named, and as it says. */
function ownName(
  results: ReadResults,
  round: ReadRound,
  norm: ReadNorm,
  ids: ReadonlySet<string>,
): { readonly use?: Use; readonly problem?: Problem } {
  const { file, name } = results;
  const stated = file.names.find(({ space, isKey }) => space === 'organisation' && !isKey)?.name ?? null;
  if (stated === null) return {};
  const place = file.placeOf(['organisatie']);
  function doubt() {
    file.doubts.add(['organisatie']);
  }
  function mean(meant: string) {
    results.organisation = meant;
    file.set(['organisatie'], meant);
  }
  const use: Use = { name, place, also: '; geef dan ook het bestand die naam', mean, doubt, explained: doubt };
  if (stated === name) return { use };
  if (ids.has(stated) && !ids.has(name) && round.results.some((each) => each.name === stated)) {
    doubt();
    const message = `hier staat "${stated}", en de resultaten daarvan staan in "${stated}.yaml"; haal dit bestand weg, of noem een andere organisatie`;
    return { problem: error(place, message) };
  }
  const isMisnamed = isFileMisnamed(stated, results, round, norm, ids);
  const meant = isMisnamed ? stated : name;
  mean(meant);
  if (!ids.has(meant)) doubt();
  return {
    ...(ids.has(meant) ? { use: { ...use, name: meant } } : {}),
    problem: error(
      place,
      isMisnamed
        ? `hier staat "${stated}", maar het bestand heet "${name}.yaml"; geef het bestand de naam "${stated}.yaml"`
        : `hier staat ${quoted(stated)}, maar het bestand heet "${name}.yaml"; bedoelde u "${name}"?`,
    ),
  };
}

/** Whether it is the name of the file that is wrong, and not the organisation that it states: that one has no file, and takes part. */
function isFileMisnamed(
  stated: string,
  { name }: ReadResults,
  round: ReadRound,
  norm: ReadNorm,
  ids: ReadonlySet<string>,
): boolean {
  if (!ids.has(stated) || round.results.some((each) => each.name === stated)) return false;
  const participants = norm.file.value.deelnemers.map((each) => (typeof each === 'string' ? each : each.organisatie));
  return !ids.has(name) || (participants.includes(stated) && !participants.includes(name));
}
