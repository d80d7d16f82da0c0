import type { Place, Problem } from '../../model/problem.ts';
import { error } from '../../model/problem.ts';
import { nearest } from '../../model/suggestion.ts';
import { byVersion as compare } from '../../model/version.ts';
import { ID, noId, noScope, noVersion, quoted, VERSION } from '../fields.ts';
import type { AuthoredDocuments } from '../files/documents.ts';
import type { AuthoredNorm } from '../files/norm.ts';
import { notAKind, ORGANISATION_KIND_WORDS, type AuthoredOrganisations } from '../files/organisations.ts';
import type { AuthoredReport } from '../files/report.ts';
import type { AuthoredResults } from '../files/results.ts';
import type { AuthoredRound } from '../files/round.ts';
import type { NameSpace } from '../marks.ts';
import { NAMELESS } from '../amend.ts';
import type { ReadFile } from '../read-file.ts';
import type { NameUse } from '../read-value.ts';
import { likely, type Known } from './likeness.ts';
import { reconcile, type Given, type Use } from './reconcile.ts';

export interface ReadResults {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly file: ReadFile<AuthoredResults>;
  /** Id of the organisation that it is of, as far as that is clear. */
  organisation: string;
  /** Rows of which it is not known which point they are about. */
  unclear: number;
}

export interface ReadRound {
  readonly name: string;
  readonly file: ReadFile<AuthoredRound>;
  readonly results: readonly ReadResults[];
}

export interface ReadNorm {
  /** Name of the folder, and the folder as people see it. */
  readonly name: string;
  readonly folder: string;
  readonly isVersion: boolean;
  readonly file: ReadFile<AuthoredNorm>;
  readonly rounds: readonly ReadRound[];
  /** As it was meant. */
  version: string;
  /** The norm that it replaces; null where it replaces none, or it is not known which. */
  predecessor: ReadNorm | null;
}

/** All files of a report, as they were read. */
export interface ReadReport {
  readonly report: ReadFile<AuthoredReport>;
  readonly organisations: ReadFile<AuthoredOrganisations>;
  readonly documents: ReadFile<AuthoredDocuments>;
  readonly norms: readonly ReadNorm[];
}

const IS_ID = new RegExp(`^${ID}$`);
const IS_VERSION = new RegExp(`^${VERSION}$`);

/** As `byVersion`; of what is no version nothing can be said. */
function byVersion(a: string, b: string): number {
  return IS_VERSION.test(a) && IS_VERSION.test(b) ? compare(a, b) : NaN;
}

function idRefusal(name: string): string | null {
  return IS_ID.test(name) ? null : `${quoted(name)} is ${noId}`;
}

/**
 * Holds every name in a report against those that are given: versions, organisations, documents, themes and points. What was
 * meant by a wrong one, as far as that is clear, takes its place; else what it stands for is in doubt.
 */
export function resolveNames(read: ReadReport): readonly Problem[] {
  return new NameResolver(read).problems();
}

class NameResolver {
  readonly #read: ReadReport;
  readonly #problems: Problem[] = [];

  constructor(read: ReadReport) {
    this.#read = read;
  }

  problems(): readonly Problem[] {
    const { norms } = this.#read;
    for (const norm of norms) this.#version(norm);
    this.#sameVersions();
    for (const norm of norms) this.#predecessor(norm);
    this.#scopes();
    this.#organisations();
    this.#documents();
    for (const norm of norms) this.#themes(norm);
    for (const norm of norms) this.#points(norm);
    return this.#problems;
  }

  #told(place: Place, message: string): void {
    this.#problems.push(error(place, message));
  }

  /** The version that a norm states is the name of its folder. */
  #version(norm: ReadNorm): void {
    const { file, name, isVersion } = norm;
    const stated = file.names.find(({ space }) => space === 'version')?.name ?? null;
    const others = this.#read.norms.filter((each) => each !== norm).map((each) => each.name);
    if (stated === null) return;
    if (!isVersion) {
      if (IS_VERSION.test(stated) && !others.includes(stated)) norm.version = stated;
      else if (!IS_VERSION.test(stated)) file.doubts.add(['versie']);
      return;
    }
    if (stated === name) return;
    const place = file.placeOf(['versie']);
    const isUsed = this.#read.norms.some((each) => each.file.value.opvolger_van === stated);
    if (IS_VERSION.test(stated) && isUsed && !others.includes(stated)) {
      this.#told(
        place,
        `hier staat "${stated}", maar de map heet "${name}"; ook een andere norm noemt "${stated}", dus geef de map die naam`,
      );
      norm.version = stated;
    } else
      this.#told(
        place,
        IS_VERSION.test(stated)
          ? `hier staat "${stated}", maar de map heet "${name}"; maak ze gelijk`
          : `${quoted(stated)} is geen versie; bedoelde u "${name}", de naam van de map?`,
      );
  }

  /** Two versions that are equal, number by number, have no order. */
  #sameVersions(): void {
    const { norms } = this.#read;
    const named = norms.filter(({ isVersion }) => isVersion).toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
    named.forEach((norm, index) => {
      const same = named.slice(0, index).find((each) => byVersion(each.name, norm.name) === 0);
      if (!same) return;
      this.#told(
        { file: norm.folder, offset: 0 },
        `versie "${norm.name}" is dezelfde als "${same.name}"; geef deze map, en de norm erin, een andere versie`,
      );
      norm.file.doubts.add(['versie']);
    });
  }

  /** The norm that is replaced is there, letter for letter, and has a lower version. */
  #predecessor(norm: ReadNorm): void {
    const use = norm.file.names.find(({ space }) => space === 'predecessor');
    if (!use || use.name === null) return;
    const { norms } = this.#read;
    const { name } = use;
    const place = norm.file.placeOf(use.path);
    const others = norms.filter((each) => each !== norm);
    const found = norms.find((each) => each.version === name);
    if (found) {
      if (norm.file.isDoubtful(['versie']) || found.file.isDoubtful(['versie']))
        norm.predecessor = found === norm ? null : found;
      else if (found !== norm && byVersion(found.version, norm.version) < 0) norm.predecessor = found;
      else {
        const lower = others.filter((each) => byVersion(each.version, norm.version) < 0).map(({ version }) => version);
        this.#told(
          place,
          found === norm
            ? `norm ${norm.version} kan zichzelf niet opvolgen; noem een norm met een lagere versie${lower.length === 1 ? `, zoals "${lower[0]}"` : ''}`
            : `norm ${norm.version} kan norm ${name} niet opvolgen, want die heeft een hogere versie; noem een norm met een lagere`,
        );
        norm.file.doubts.add(use.path);
      }
      return;
    }
    // A folder whose name is no version may be the one that is meant.
    const nameless = others.filter((each) => !each.isVersion && each.version === each.name);
    if (nameless.length > 0) {
      norm.file.doubts.add(use.path);
      return;
    }
    const lower = others.filter((each) => byVersion(each.version, norm.version) < 0);
    const equal = IS_VERSION.test(name) ? lower.find((each) => byVersion(each.version, name) === 0) : undefined;
    const meant =
      equal?.version ??
      nearest(
        name,
        lower.map(({ version }) => version),
      ) ??
      (lower.length === 1 && !IS_VERSION.test(name) ? lower[0]!.version : null);
    this.#told(
      place,
      meant !== null
        ? `onbekende norm "${name}"; bedoelde u "${meant}"?`
        : IS_VERSION.test(name)
          ? `onbekende norm "${name}"; pas de versie aan, of maak de map van die norm onder "normen"`
          : `${quoted(name)} is ${noVersion}`,
    );
    norm.predecessor = lower.find((each) => each.version === meant) ?? null;
    if (norm.predecessor) norm.file.set(use.path, norm.predecessor.version);
    else norm.file.doubts.add(use.path);
  }

  #allFiles(): readonly ReadFile<unknown>[] {
    const { report, organisations, documents, norms } = this.#read;
    return [
      report,
      organisations,
      documents,
      ...norms.flatMap(({ file, rounds }) => [
        file,
        ...rounds.flatMap((round) => [round.file, ...round.results.map((each) => each.file)]),
      ]),
    ];
  }

  /** Scopes of which it is not clear what they are of. The names in the others are those of themes and organisations. */
  #scopes(): void {
    for (const norm of this.#read.norms) {
      const themes = norm.file.value.themas ?? [];
      const known: Known[] = [
        { name: 'totaal', titles: [] },
        ...themes.map(({ id, titel }) => ({ name: `thema:${id}`, titles: [id, titel] })),
        ...this.#read.organisations.value.organisaties.map(({ id, naam, korte_naam }) => ({
          name: `organisatie:${id}`,
          titles: [id, naam, korte_naam],
        })),
      ];
      for (const { file } of norm.rounds)
        for (const { space, name, path } of file.names) {
          if (space !== 'scope' || name === null || /^(?:totaal$|thema:.|organisatie:.)/.test(name)) continue;
          const meant = likely(name, known);
          this.#told(
            file.placeOf(path),
            meant === null ? `${quoted(name)} is ${noScope}` : `${quoted(name)} is geen bereik; bedoelde u "${meant}"?`,
          );
          if (meant === null) file.doubts.add(path);
          else file.set(path, meant);
        }
    }
  }

  #givenIn(
    file: ReadFile<unknown>,
    space: NameSpace,
    more: (path: NameUse['path']) => Pick<Known, 'titles' | 'address'>,
  ): Given[] {
    return file.names
      .filter((each) => each.space === space && each.gives)
      .map(({ name, path, offset }) => ({
        name,
        ...more(path),
        place: { file: file.file, offset },
        mean: (meant) => file.set(path, meant),
        doubt: () => file.doubts.add(path),
      }));
  }

  /** Uses of a sort of name in a file, those within scopes too: `thema:` and `organisatie:`. */
  #usesIn(file: ReadFile<unknown>, spaces: readonly NameSpace[], prefix: string | null = null): Use[] {
    return file.names.flatMap((each): Use[] => {
      if (each.name === null || each.gives || file.isDoubtful(each.path)) return [];
      const within = each.space === 'scope' && prefix !== null ? String(valueAt(file.value, each.path)) : null;
      if (within !== null ? !within.startsWith(prefix!) : !spaces.includes(each.space)) return [];
      return [
        {
          name: within === null ? each.name : within.slice(prefix!.length),
          place: { file: file.file, offset: each.offset },
          mean: (meant) => {
            if (isTaken(file, each, meant)) file.doubts.add(each.path);
            else file.set(each.path, within === null ? meant : `${prefix}${meant}`);
          },
          ...(each.isTold ? { isTold: true } : {}),
          ...(each.space === 'applicability' ? { words: ORGANISATION_KIND_WORDS } : {}),
          doubt: () => file.doubts.add(each.path),
          explained: () => file.doubts.add(each.path),
        },
      ];
    });
  }

  #organisations(): void {
    const { organisations, norms } = this.#read;
    const records = organisations.value.organisaties;
    const given = this.#givenIn(organisations, 'organisation', (path) => {
      const record = records[Number(path[1])];
      return { titles: record ? [record.naam, record.korte_naam] : [] };
    });
    const ids = new Set(given.flatMap(({ name }) => name ?? []));
    const uses = norms.flatMap(({ file, rounds }) => [
      ...this.#usesIn(file, ['organisation', 'applicability']),
      ...rounds.flatMap((round) => [
        ...this.#usesIn(round.file, ['organisation'], 'organisatie:'),
        ...round.results.flatMap((results) => this.#ownName(results, round, ids)),
      ]),
    ]);
    this.#problems.push(
      ...reconcile({
        given,
        uses,
        isComplete: !organisations.isDoubtful(['organisaties']),
        areUsed: true,
        refusal: (name) =>
          idRefusal(name) ??
          ((ORGANISATION_KIND_WORDS as readonly string[]).includes(name) ? `${quoted(name)} ${notAKind}` : null),
        say: {
          unknown: (name) => `onbekende organisatie ${quoted(name)}`,
          otherwise: 'voeg haar toe aan organisaties.yaml, of haal haar hier weg',
          restore: 'zet haar terug, of haal haar ook daar weg',
          other: 'een andere organisatie',
          thing: 'organisatie',
        },
        list: organisations.placeOf(['organisaties']),
      }),
    );
  }

  /** The organisation whose results a file holds: as it is named, and as it says. */
  #ownName(results: ReadResults, round: ReadRound, ids: ReadonlySet<string>): Use[] {
    const { file, name } = results;
    const use = file.names.find(({ space, isKey }) => space === 'organisation' && !isKey);
    const place = file.placeOf(['organisatie']);
    if (!use || use.name === null) return [];
    function doubt() {
      file.doubts.add(['organisatie']);
    }
    const stated = use.name;
    if (stated !== name) {
      const isOther = round.results.some((each) => each.name === stated);
      const isFile = ids.has(stated) && !isOther && !ids.has(name);
      this.#told(
        place,
        isFile
          ? `hier staat "${stated}", maar het bestand heet "${name}.yaml"; geef het bestand de naam "${stated}.yaml"`
          : `hier staat ${quoted(stated)}, maar het bestand heet "${name}.yaml"; bedoelde u "${name}"?`,
      );
      results.organisation = isFile ? stated : name;
      file.set(['organisatie'], results.organisation);
      return ids.has(results.organisation)
        ? [{ name: results.organisation, place, mean: () => {}, doubt, explained: doubt }]
        : (doubt(), []);
    }
    return [
      {
        name,
        place,
        mean: (meant) => {
          results.organisation = meant;
          file.set(['organisatie'], meant);
        },
        also: '; geef dan ook het bestand die naam',
        doubt,
        explained: doubt,
      },
    ];
  }

  #documents(): void {
    const { documents } = this.#read;
    const records = documents.value.documenten;
    this.#problems.push(
      ...reconcile({
        given: this.#givenIn(documents, 'document', (path) => {
          const record = records[Number(path[1])];
          if (!record?.openbaar) return { titles: [] };
          const { titel, registratienummer, url } = record;
          return { titles: [titel, registratienummer].flatMap((each) => each ?? []), address: url };
        }),
        uses: this.#allFiles().flatMap((file) => this.#usesIn(file, ['document'])),
        isComplete: !documents.isDoubtful(['documenten']),
        areUsed: false,
        refusal: idRefusal,
        say: {
          unknown: (name) => `onbekende bron ${quoted(name)}`,
          otherwise: 'voeg het document toe aan documenten.yaml, en noem hier de id die het daar krijgt',
          restore: 'voeg dat document toe, of noem daar een ander',
          other: 'een ander document',
          thing: 'document',
        },
        list: documents.placeOf(['documenten']),
      }),
    );
  }

  #themes(norm: ReadNorm): void {
    const { file, rounds } = norm;
    const records = file.value.themas ?? [];
    const uses = [
      ...this.#usesIn(file, ['theme']),
      ...rounds.flatMap((round) => this.#usesIn(round.file, [], 'thema:')),
    ];
    const [first] = uses;
    if (records.length === 0 && !file.isDoubtful(['themas'])) {
      if (first)
        this.#told(
          first.place,
          `deze norm heeft geen thema’s, en hier wordt "${first.name}" genoemd; zet de thema’s bij "themas", of haal ze overal weg`,
        );
      for (const use of uses) use.doubt();
      return;
    }
    this.#problems.push(
      ...reconcile({
        given: this.#givenIn(file, 'theme', (path) => ({ titles: [records[Number(path[1])]?.titel ?? ''] })),
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
      }),
    );
  }

  #points(norm: ReadNorm): void {
    const { file, rounds } = norm;
    const records = file.value.ambitiepunten ?? [];
    const given = this.#givenIn(file, 'point', (path) => {
      const record = records[Number(path[1])];
      return { titles: record ? [record.titel, ...(record.nummer === undefined ? [] : [record.nummer])] : [] };
    });
    const successors = this.#read.norms.filter(({ predecessor }) => predecessor === norm);
    const ids = given.flatMap(({ name }) => name ?? []);
    this.#problems.push(
      ...reconcile({
        given,
        uses: [
          ...rounds.flatMap((round) => [
            ...this.#usesIn(round.file, ['point']),
            ...round.results.flatMap((results) => this.#rowsOf(results, ids)),
          ]),
          ...successors.flatMap((each) => this.#usesIn(each.file, ['old-point'])),
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
      }),
    );
  }

  #rowsOf(results: ReadResults, ids: readonly string[]): Use[] {
    const { file } = results;
    const rows = file.names.filter(({ isKey }) => isKey);
    const names = new Set(rows.map(({ name }) => name));
    const absent = ids.filter((id) => !names.has(id));
    return rows.flatMap(({ name, path, offset }): Use[] => {
      function explained() {
        file.renameRow(path, null);
      }
      function doubt() {
        results.unclear++;
        explained();
      }
      if (name === NAMELESS || name === null) return (doubt(), []);
      return [
        {
          name,
          place: { file: file.file, offset },
          absent,
          mean: (meant) => file.renameRow(path, meant),
          doubt,
          explained,
        },
      ];
    });
  }
}

/**
 * Whether what was meant is there already, or decides of what a figure is, or for whom a point counts: then a guess is not gone
 * by.
 */
function isTaken(file: ReadFile<unknown>, { space, path }: NameUse, meant: string): boolean {
  if (space === 'applicability' || space === 'scope') return true;
  if (space === 'old-point') return file.names.some((each) => each.space === space && each.name === meant);
  if (path[0] !== 'deelnemers') return false;
  const participants = valueAt(file.value, ['deelnemers']) as AuthoredNorm['deelnemers'];
  return participants.some((each) => (typeof each === 'string' ? each : each.organisatie) === meant);
}

function valueAt(value: unknown, path: NameUse['path']): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], value);
}
