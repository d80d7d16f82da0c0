import { error, type Problem } from '../../model/problem.ts';
import { NAMELESS } from '../amend/amender.ts';
import { noScope, quoted } from '../fields.ts';
import { type AuthoredOrganisations, notAKind, ORGANISATION_KIND_WORDS } from '../files/report.ts';
import { type Known, likely } from '../near-misses.ts';
import { filesOf, type ReadNorm, type ReadReport, type ReadResults, type ReadRound } from '../read-file.ts';
import { reconcile, type Use } from './reconcile.ts';
import { givenIn, idRefusal, usesIn } from './uses.ts';
import { resolveVersions } from './versions.ts';

/** A code as the register writes it, and without the kind. */
function codesOf(tooi: string | undefined): string[] {
  return tooi === undefined ? [] : [tooi, tooi.replace(/^.*\//, '')];
}

function isKind(name: string): boolean {
  return (ORGANISATION_KIND_WORDS as readonly string[]).includes(name);
}

/**
 * Checks everything that refers to an organisation: participants, `geldt_voor`, scopes, results and the names of their
 * files.
 */
function resolveOrganisations({ organisations, norms }: ReadReport): Problem[] {
  const records = organisations.value.organisaties;
  const given = givenIn(organisations, 'organisation', (path) => {
    const record = records[Number(path[1])];
    return { titles: record ? [record.naam, record.korte_naam, ...codesOf(record.tooi)] : [] };
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

/** Compares the organisation that a file of results states with the name of the file. */
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

/**
 * Whether the file name is wrong rather than the organisation in the file: that one has no other file, and takes part.
 */
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

/** Reports scopes of an unknown kind. The names in other scopes are checked as themes and organisations. */
function resolveScopes({ file: norm, rounds }: ReadNorm, { organisaties }: AuthoredOrganisations): Problem[] {
  const known: Known[] = [
    { name: 'totaal', titles: [] },
    ...(norm.value.themas ?? []).map(({ id, titel }) => ({ name: `thema:${id}`, titles: [id, titel] })),
    ...organisaties.map(({ id, naam, korte_naam }) => ({
      name: `organisatie:${id}`,
      titles: [id, naam, korte_naam],
    })),
  ];
  return rounds.flatMap(({ file }) =>
    file.names.flatMap(({ space, name, path }) => {
      if (space !== 'scope' || name === null || /^(?:totaal$|thema:.|organisatie:.)/.test(name)) return [];
      const meant = likely(name, known);
      // Too much depends on the scope to rely on a guess.
      file.doubts.add(path);
      return [
        error(
          file.placeOf(path),
          meant === null ? `${quoted(name)} is ${noScope}` : `${quoted(name)} is geen bereik; bedoelde u "${meant}"?`,
        ),
      ];
    }),
  );
}

/** Checks the themes of ambitions and of reported figures. A norm without themes is reported once. */
function resolveThemes({ file, rounds }: ReadNorm): Problem[] {
  const records = file.value.themas ?? [];
  const uses = [...usesIn(file, ['theme']), ...rounds.flatMap((round) => usesIn(round.file, [], 'thema:'))];
  const [first] = uses;
  if (records.length === 0 && !file.isDoubtful(['themas'])) {
    for (const use of uses) use.doubt();
    return first
      ? [
          error(
            first.place,
            `deze norm heeft geen thema’s, en hier wordt "${first.name}" genoemd; zet de thema’s bij "themas", of haal ze overal weg`,
          ),
        ]
      : [];
  }
  return reconcile({
    given: givenIn(file, 'theme', (path) => ({ titles: [records[Number(path[1])]?.titel ?? ''] })),
    uses,
    isComplete: !file.isDoubtful(['themas']),
    areUsed: true,
    refusal: idRefusal,
    say: {
      unknown: (name) => `onbekend thema ${quoted(name)}`,
      otherwise: 'voeg het toe aan "themas", of noem een thema dat daar staat',
      restore: 'zet dat thema erbij, of noem bij die punten een ander',
      other: 'een ander thema',
      thing: 'thema',
    },
    list: file.placeOf(['themas']),
  });
}

/** Checks everything that refers to ambitions of a norm: results, corrections, and origins in norms that replace it. */
function resolvePoints(norm: ReadNorm, norms: readonly ReadNorm[]): Problem[] {
  const { file, rounds } = norm;
  const records = file.value.ambitiepunten ?? [];
  const given = givenIn(file, 'point', (path) => {
    const record = records[Number(path[1])];
    return { titles: record ? [record.titel, ...(record.nummer === undefined ? [] : [record.nummer])] : [] };
  });
  const ids = given.flatMap(({ name }) => name ?? []);
  const successors = norms.filter(({ predecessor }) => predecessor === norm);
  return reconcile({
    given,
    uses: [
      ...rounds.flatMap((round) => [
        ...usesIn(round.file, ['point']),
        ...round.results.flatMap((results) => rowsOf(results, ids)),
      ]),
      ...successors.flatMap((each) => usesIn(each.file, ['old-point'])),
    ],
    isComplete: !file.isDoubtful(['ambitiepunten']),
    areUsed: true,
    refusal: idRefusal,
    say: {
      unknown: (name) => `norm ${norm.version} heeft geen punt ${quoted(name)}`,
      otherwise: 'haal deze regel weg, of voeg het punt toe aan die norm',
      restore: 'zet dat punt terug, of haal het ook daar weg',
      other: 'een ander ambitiepunt',
      thing: 'punt',
    },
    list: file.placeOf(['ambitiepunten']),
    // An old point may have been in the herkomst of the one that is gone.
    incomplete: () => file.doubts.add(['opvolger_van']),
  });
}

function rowsOf(results: ReadResults, ids: readonly string[]): Use[] {
  const { file } = results;
  const rows = file.names.filter(({ isKey }) => isKey);
  const names = new Set(rows.map(({ name }) => name));
  const absent = ids.filter((id) => !names.has(id));
  return rows.flatMap(({ name, path, offset, isReported = false }): Use[] => {
    function explained() {
      results.leftOut++;
      file.renameRow(path, null);
    }
    function doubt() {
      results.unclear++;
      explained();
    }
    if (name === NAMELESS || name === null) {
      doubt();
      return [];
    }
    const place = { file: file.file, offset };
    return [{ name, place, absent, isReported, mean: (meant) => file.renameRow(path, meant), doubt, explained }];
  });
}

/**
 * Checks all names in a report against their definitions: versions, organisations, documents, themes and ambitions.
 * Replaces a wrong name by what was meant if that is clear; otherwise whatever depends on it is in doubt.
 */
export function resolveNames(read: ReadReport): readonly Problem[] {
  const { norms, organisations } = read;
  return [
    // Versions come first, because origins refer to ambitions of the replaced norm; then scopes, because they contain
    // themes and organisations.
    ...resolveVersions(norms),
    ...norms.flatMap((norm) => resolveScopes(norm, organisations.value)),
    ...resolveOrganisations(read),
    ...resolveDocuments(read),
    ...norms.flatMap(resolveThemes),
    ...norms.flatMap((norm) => resolvePoints(norm, norms)),
  ];
}

/**
 * What to do about a source that is not a document. Forms use the same words, so that a cell gets this message only
 * once.
 */
export const ADD_DOCUMENT = 'voeg het document toe aan documenten.yaml, en noem hier de id die het daar krijgt';

/** Checks all sources against the documents. */
function resolveDocuments(read: ReadReport): Problem[] {
  const { documents } = read;
  const records = documents.value.documenten;
  return reconcile({
    given: givenIn(documents, 'document', (path) => {
      const record = records[Number(path[1])];
      if (!record?.openbaar) return { titles: [] };
      const { titel, registratienummer, url } = record;
      return { titles: [titel, registratienummer].flatMap((each) => each ?? []), address: url };
    }),
    uses: filesOf(read).flatMap((file) => usesIn(file, ['document'])),
    isComplete: !documents.isDoubtful(['documenten']),
    areUsed: false,
    refusal: idRefusal,
    say: {
      unknown: (name) => `onbekende bron ${quoted(name)}`,
      otherwise: ADD_DOCUMENT,
      restore: 'voeg dat document toe, of noem daar een ander',
      other: 'een ander document',
      thing: 'document',
    },
    list: documents.placeOf(['documenten']),
  });
}
