import MiniSearch, { type Options, type Query, type SearchResult } from 'minisearch';

/** An entry of the index: a page, or a term of the glossary. */
export interface SearchEntry {
  readonly href: string;
  readonly title: string;
  /** Other names, and whatever else people search for, such as a registration number. */
  readonly names: string;
  readonly kind: SearchKind;
  /** What distinguishes it from others of its name: its norm, its report. */
  readonly detail: string;
  /** One or two sentences about it. */
  readonly description: string;
  /** Its text. */
  readonly text: string;
  /** Whether it belongs to a fictional report. */
  readonly fictional: boolean;
}

/** Kinds of entries in the order shown, with a reader's word for each if that helps. */
export const SEARCH_KINDS = {
  organisation: 'Organisatie',
  ambition: 'Ambitiepunt',
  outcome: 'Bekend resultaat',
  theme: 'Thema',
  document: 'Document',
  term: 'Begrip',
  norm: 'Norm',
  round: 'Meting',
  comparison: 'Vergelijking',
  page: '',
  manual: 'Handleiding voor de redactie',
} as const;

export type SearchKind = keyof typeof SEARCH_KINDS;

const ORDER = Object.keys(SEARCH_KINDS);

/** Words too common to search for. */
const SMALL = new Set('de het een van in op en voor aan te bij is om met ’s s'.split(' '));

const WORDS = /[\p{L}\p{N}]+(?:[.\-\u2010\u2011'’][\p{L}\p{N}]+)*/gu;

/** Without accents and capitals; "ĳ" is two letters. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a text. One with a hyphen, full stop or apostrophe is found whole and by its parts. */
function wordsOf(text: string): string[] {
  return (plain(text).match(WORDS) ?? []).flatMap((word) => {
    const parts = word.split(/[^\p{L}\p{N}]+/u);
    if (parts.length === 1) return [word];
    // "1.0" is a number, "Noord-Oost" a word in two parts.
    return /^[\d.]+$/.test(word) ? [word] : [...parts, parts.join('')];
  });
}

/** Options with which the index is made, and loaded again in a browser. */
const OPTIONS: Options<SearchEntry & { readonly id: number }> = {
  fields: ['title', 'names', 'description', 'text'],
  storeFields: ['href', 'title', 'names', 'kind', 'detail', 'description', 'fictional'],
  tokenize: wordsOf,
  processTerm: (term) => (SMALL.has(term) ? null : term),
};

/** An index as a file: the same entries in the same order give the same text. */
export function searchIndexText(entries: readonly SearchEntry[]): string {
  const index = new MiniSearch(OPTIONS);
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return JSON.stringify(index);
}

/** Loads an index from the text of such a file. */
export function readSearchIndex(text: string): MiniSearch {
  return MiniSearch.loadJSON(text, OPTIONS);
}

/** A search result. */
export type Found = Omit<SearchEntry, 'text'>;

/** Results, best first; `exact`: whether they have the words as typed, and not only similar ones. */
export interface FoundList {
  readonly found: readonly Found[];
  readonly exact: boolean;
}

/** More words than this are not joined: that would take a search for each way to join them. */
const MOST_JOINED = 5;

/**
 * Words with each way to write some of them as one: "noord oost polder" is also "noordoost polder" and
 * "noordoostpolder".
 */
export function spellings(words: readonly string[]): string[][] {
  const [first, ...rest] = words;
  if (first === undefined) return [[]];
  if (words.length > MOST_JOINED) return [[...words]];
  return spellings(rest).flatMap((others) => {
    const [next, ...more] = others;
    return next === undefined
      ? [[first]]
      : [
          [first, ...others],
          [`${first}${next}`, ...more],
        ];
  });
}

/** The typed words, normalised. */
function typedWords(typed: string): string[] {
  const words = (plain(typed).match(WORDS) ?? []).flatMap((word) =>
    /^[\d.]+$/.test(word) ? [word] : word.split(/[^\p{L}\p{N}]+/u),
  );
  const telling = words.filter((word) => !SMALL.has(word));
  return telling.length > 0 ? telling : words;
}

interface Attempt {
  /** How many letters of a word of a given length may be wrong. */
  readonly wrong: (length: number) => number;
  /** Whether all words must occur. */
  readonly all: boolean;
}

/**
 * From strict to lenient; the first that finds anything counts, so that a correctly spelt word brings no similar ones.
 */
const ATTEMPTS: readonly Attempt[] = [
  { wrong: () => 0, all: true },
  { wrong: (length) => (length > 3 ? 1 : 0), all: true },
  { wrong: (length) => (length > 6 ? 2 : length > 3 ? 1 : 0), all: true },
  { wrong: (length) => (length > 3 ? 1 : 0), all: false },
];

type Candidate = SearchResult & Found;

/** Whether the name of a result has all words of one of the spellings. */
function isByName({ title, names, terms }: Candidate, ways: readonly string[][], exact: boolean): boolean {
  const words = wordsOf(`${title} ${names}`);
  return ways.some((way) =>
    way.every((word) => words.some((each) => each.startsWith(word) || (!exact && terms.includes(each)))),
  );
}

function isCalled({ title, names }: Candidate, ways: readonly string[][]): boolean {
  return ways.some((way) => [title, names].some((name) => way.join('') === typedWords(name).join('')));
}

/**
 * Best first: an exact name, then a name with the words in it. Among those, first the report in which the search began,
 * then by kind. The manual for editors comes last.
 */
function rankOf(candidate: Candidate, ways: readonly string[][], exact: boolean, begunInMadeUp: boolean): number {
  const name = isCalled(candidate, ways) ? 0 : isByName(candidate, ways, exact) ? 1 : 2;
  const place = candidate.kind === 'manual' ? 6 : 2 * name + (begunInMadeUp && !candidate.fictional ? 1 : 0);
  return place * ORDER.length + ORDER.indexOf(candidate.kind);
}

/**
 * All results for the typed words. `indexes`: the site's, followed by that of the fictional report in which the search
 * began.
 */
export function find(indexes: readonly MiniSearch[], typed: string): FoundList {
  const ways = spellings(typedWords(typed));
  for (const [at, { wrong, all }] of ATTEMPTS.entries()) {
    const query: Query = {
      combineWith: 'OR',
      queries: ways.map((queries) => ({ combineWith: all ? 'AND' : 'OR', queries })),
    };
    const results = indexes.flatMap((index) =>
      index.search(query, {
        tokenize: (text) => [text],
        processTerm: (term) => term,
        prefix: (term) => term.length > 1,
        fuzzy: (term) => wrong(term.length),
        boost: { title: 8, names: 4, description: 2 },
      }),
    ) as Candidate[];
    if (results.length === 0) continue;
    const ranked = results.map((result) => ({ result, rank: rankOf(result, ways, at === 0, indexes.length > 1) }));
    ranked.sort((a, b) => a.rank - b.rank || b.result.score - a.result.score);
    return { found: ranked.map(({ result }) => result), exact: at === 0 };
  }
  return { found: [], exact: true };
}

/** The entries of a site that may be made in several runs. */
export class SearchEntries {
  readonly #all: { readonly entry: SearchEntry; readonly report: string | null }[] = [];

  /** `report`: the fictional report that it belongs to, if any. */
  add(entry: SearchEntry, report: string | null): void {
    this.#all.push({ entry, report });
  }

  /** One index of everything real, and one for each fictional report, for searches that begin there. */
  files(): { path: string; content: string }[] {
    const made = new Set(this.#all.map(({ report }) => report));
    return [...made.add(null)].map((report) => ({
      path: report === null ? 'zoeken/index.json' : `zoeken/in/${report}.json`,
      content: searchIndexText(this.#all.filter((each) => each.report === report).map(({ entry }) => entry)),
    }));
  }
}
