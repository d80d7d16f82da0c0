import { error, type Problem } from '../../model/problem.ts';
import { NAMELESS } from '../amend/rows.ts';
import { noScope, quoted } from '../fields.ts';
import type { AuthoredOrganisations } from '../files/organisations.ts';
import type { ReadNorm, ReadResults } from './files.ts';
import { likely, type Known } from './likeness.ts';
import { reconcile, type Use } from './reconcile.ts';
import { givenIn, idRefusal, usesIn } from './uses.ts';

/** Scopes of which it is not clear what they are of. The names in the others are those of themes and organisations. */
export function resolveScopes({ file: norm, rounds }: ReadNorm, { organisaties }: AuthoredOrganisations): Problem[] {
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
      // What a figure is of decides what it should be: a guess is not gone by.
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

/** Holds the themes of points and of reported figures against those of the norm. Where it has none, that is told once. */
export function resolveThemes({ file, rounds }: ReadNorm): Problem[] {
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

/** Holds rows, corrections, and the origins in norms that replace this one against its points. */
export function resolvePoints(norm: ReadNorm, norms: readonly ReadNorm[]): Problem[] {
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
  });
}

function rowsOf(results: ReadResults, ids: readonly string[]): Use[] {
  const { file } = results;
  const rows = file.names.filter(({ isKey }) => isKey);
  const names = new Set(rows.map(({ name }) => name));
  const absent = ids.filter((id) => !names.has(id));
  return rows.flatMap(({ name, path, offset, isTold = false }): Use[] => {
    function explained() {
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
    return [{ name, place, absent, isTold, mean: (meant) => file.renameRow(path, meant), doubt, explained }];
  });
}
