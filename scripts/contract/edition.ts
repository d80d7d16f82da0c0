import { firstDay, lastDay } from '../model/date.ts';
import type { Edition, FrozenFigure, FrozenNorm, FrozenResult, FrozenRound, FrozenScope } from '../model/edition.ts';
import type { Fraction } from '../model/fraction.ts';
import type { StatusWords } from '../model/norm.ts';
import { error, type Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/tree.ts';
import { editionDay, parseEdition, type FrozenContent } from './files/edition.ts';
import { exact, ROUND_KIND, STATUS } from './words.ts';

type FigureRow = FrozenContent['cijfers'][number];

const KINDS = {
  totaal: 'total',
  thema: 'theme',
  organisatie: 'organisation',
  'thema-organisatie': 'theme-organisation',
  ambitiepunt: 'ambition',
} as const;

function scopeOf({ bereik, thema, organisatie, ambitiepunt }: FigureRow): FrozenScope {
  const ids = { totaal: [], thema: [thema], organisatie: [organisatie], ambitiepunt: [ambitiepunt] };
  return {
    key: [bereik, ...(bereik === 'thema-organisatie' ? [thema, organisatie] : ids[bereik])].join('/'),
    kind: KINDS[bereik],
    theme: thema,
    organisation: organisatie,
    ambition: ambitiepunt,
  };
}

function known(value: number | null): Fraction | null {
  return value === null ? null : exact(value);
}

function figureOf(row: FigureRow, hasCounts: boolean): FrozenFigure {
  const counts =
    row.behaald === null
      ? null
      : {
          achieved: row.behaald,
          'partly-achieved': row.deels_behaald ?? 0,
          'not-achieved': row.niet_behaald ?? 0,
          'not-assessed': row.niet_beoordeeld ?? 0,
          'not-public': row.niet_openbaar ?? 0,
          'not-applicable': row.niet_van_toepassing ?? 0,
        };
  return {
    scope: scopeOf(row),
    counts,
    percentage: known(row.percentage),
    lower: known(row.ondergrens),
    upper: known(row.bovengrens),
    reported: known(row.gerapporteerd),
    isTakenOut: hasCounts && counts === null,
  };
}

function correctionKey({ datum, punt, organisatie, bereik }: NormJson['metingen'][number]['correcties'][number]) {
  return [datum, punt ?? '', organisatie ?? '', bereik?.replace(':', '/') ?? ''].join(' ');
}

type NormJson = FrozenContent['normen'][number];

function roundOf({ versie }: NormJson, each: NormJson['metingen'][number], content: FrozenContent): FrozenRound {
  function isOfRound(row: { norm: string; meting: string }): boolean {
    return row.norm === versie && row.meting === each.id;
  }
  const gone = new Set(
    content.editie.weggehaald.resultaten.filter(isOfRound).map(({ punt, organisatie }) => `${punt} ${organisatie}`),
  );
  const figures = content.cijfers.filter(isOfRound).map((row) => figureOf(row, each.niveau === 'punten'));
  return {
    id: each.id,
    title: each.titel,
    date: each.datum,
    kind: ROUND_KIND[each.soort],
    published: each.gepubliceerd,
    corrections: new Set(each.correcties.map(correctionKey)),
    figures,
    byKey: new Map(figures.map((found) => [found.scope.key, found])),
    results: content.resultaten.filter(isOfRound).map(({ ambitiepunt, organisatie, status }): FrozenResult => ({
      ambition: ambitiepunt,
      organisation: organisatie,
      status: STATUS[status],
      isTakenOut: gone.has(`${ambitiepunt} ${organisatie}`),
    })),
  };
}

function statusWordsOf({ statuswoorden: own }: NormJson): StatusWords {
  return {
    ...(own?.behaald ? { achieved: own.behaald } : {}),
    ...(own?.['deels behaald'] ? { 'partly-achieved': own['deels behaald'] } : {}),
    ...(own?.['niet behaald'] ? { 'not-achieved': own['niet behaald'] } : {}),
  };
}

function normOf(each: NormJson, content: FrozenContent): FrozenNorm {
  return {
    version: each.versie,
    title: each.titel,
    complete: each.volledig,
    counting: {
      partlyAchieved: exact(each.telling.deels_behaald),
      total: each.telling.totaal === 'gemiddelde-per-organisatie' ? 'mean-per-organisation' : 'joint',
    },
    statusWords: statusWordsOf(each),
    themes: each.themas.map(({ id, titel }) => ({ id, title: titel })),
    ambitions: each.ambitiepunten.map(({ id, nummer, thema, titel }) => ({
      id,
      number: nummer,
      theme: thema,
      title: titel,
    })),
    participants: each.deelnemers.map(({ organisatie }) => organisatie),
    rounds: each.metingen.map((one) => roundOf(each, one, content)),
  };
}

/** Newest date in the frozen content, as `YYYY-MM-DD`; null if there is none. */
function newestIn({ documenten, normen }: FrozenContent): string | null {
  const days = [
    ...documenten.flatMap(({ datum }) => (datum === null ? [] : [firstDay(datum)])),
    ...normen.flatMap(({ vastgesteld, metingen }) => [
      ...(vastgesteld === null ? [] : [firstDay(vastgesteld)]),
      ...metingen.flatMap(({ datum, gepubliceerd, correcties }) => [
        firstDay(datum),
        ...(gepubliceerd === null ? [] : [lastDay(gepubliceerd)]),
        ...correcties.map((each) => firstDay(each.datum)),
      ]),
    ]),
  ];
  return days.sort().at(-1) ?? null;
}

/** Content of an edition, without the files that contain it. */
export type EditionText = Omit<Edition, 'withheld' | 'content' | 'sha256' | 'zip' | 'file'>;

export function editionOf(content: FrozenContent): EditionText {
  const { datum, uitgever, weggehaald } = content.editie;
  return {
    id: datum,
    publisher: uitgever,
    title: content.titel,
    region: content.regio,
    fictional: content.fictief,
    organisations: new Map(
      content.organisaties.map((each) => [each.id, { name: each.naam, shortName: each.korte_naam }]),
    ),
    norms: content.normen.map((each) => normOf(each, content)),
    takenOut: {
      results: weggehaald.resultaten.map(({ norm: version, meting, punt, organisatie }) => ({
        norm: version,
        round: meting,
        ambition: punt,
        organisation: organisatie,
      })),
      documents: weggehaald.documenten,
    },
    newest: newestIn(content),
  };
}

function idOf({ path }: SourceFile): string {
  return path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
}

/**
 * Reads an edition; returns a Dutch message if that fails. `zip`: the archive next to it. `withheld`: ids of documents
 * that are not public.
 */
function readEdition(file: SourceFile, zip: SourceFile | undefined, withheld: ReadonlySet<string>): Edition | string {
  const id = idOf(file);
  if (editionDay(id) === null)
    return `"${id}" is geen dag; geef deze editie de naam van de dag waarop zij is vastgelegd, zoals "2026-06-15.json"`;
  const content = parseEdition(file.frozen?.json ?? null);
  if (typeof content === 'string') return content;
  const stated = file.frozen!.json as { readonly sha256: string; readonly zip: string };
  const restore = 'haal het bestand terug zoals het was (git checkout); wat nu anders is, hoort in een nieuwe editie';
  if (stated.sha256 !== file.frozen!.sha256) return `deze editie is veranderd nadat zij is vastgelegd; ${restore}`;
  if (content.editie.datum !== id)
    return `deze editie is van ${content.editie.datum}; geef het bestand de naam "${content.editie.datum}.json"`;
  if (!zip) return `naast deze editie ontbreekt "${id}.zip"; haal dat terug zoals het was (git checkout)`;
  if (stated.zip !== zip.frozen?.sha256)
    return `"${id}.zip" is veranderd nadat deze editie is vastgelegd; haal het terug zoals het was (git checkout)`;
  return {
    ...editionOf(content),
    withheld: content.documenten.filter((each) => withheld.has(each.id)).length,
    content: (file.frozen!.json as { readonly inhoud: unknown }).inhoud,
    sha256: stated.sha256,
    zip: zip.text,
    file: file.file,
  };
}

/**
 * Reads the editions of a report, oldest first, with the problems of those that cannot be read. `files`: all files in
 * its folder. `withheld`: ids of documents that are not public.
 */
export function readEditions(
  files: readonly SourceFile[],
  withheld: ReadonlySet<string>,
): { readonly editions: readonly Edition[]; readonly problems: readonly Problem[] } {
  const frozenFiles = files.filter((file) => file.frozen);
  const byPath = new Map(frozenFiles.map((file) => [file.path, file]));
  const editions: Edition[] = [];
  const problems: Problem[] = [];
  // Days of editions of which the file has another name, which is told there.
  const renamed = new Set(
    frozenFiles.map((file) => {
      const json = file.frozen?.json as { readonly inhoud?: { readonly editie?: { readonly datum?: unknown } } } | null;
      return json?.inhoud?.editie?.datum;
    }),
  );
  for (const file of frozenFiles) {
    const isZip = file.path.endsWith('.zip');
    if (isZip && (byPath.has(file.path.replace(/zip$/, 'json')) || renamed.has(idOf(file)))) continue;
    const found = isZip
      ? `naast dit bestand ontbreekt "${idOf(file)}.json"; haal dat terug zoals het was (git checkout)`
      : readEdition(file, byPath.get(file.path.replace(/json$/, 'zip')), withheld);
    if (typeof found === 'string') problems.push(error({ file: file.file, offset: 0 }, found));
    else editions.push(found);
  }
  return { editions: editions.sort((a, b) => (a.id < b.id ? -1 : 1)), problems };
}
