import MiniSearch, { type Options, type Query, type SearchResult } from 'minisearch';

/** Something that can be found: a page, or a term of the glossary. */
export interface SearchEntry {
  readonly href: string;
  readonly title: string;
  /** Other names, and all else that it is asked for by, such as a registration number. */
  readonly names: string;
  readonly kind: SearchKind;
  /** What tells it from others of its name: its norm, its report. */
  readonly detail: string;
  /** One or two sentences about it. */
  readonly description: string;
  /** What it says. */
  readonly text: string;
  /** Whether it is of a report that is made up. */
  readonly fictional: boolean;
}

/** What can be found, in the order in which that is shown; and what a reader calls one, if that says anything. */
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

/** Words that say nothing of what someone looks for. */
const SMALL = new Set('de het een van in op en voor aan te bij is om met ’s s'.split(' '));

const WORDS = /[\p{L}\p{N}]+(?:[.\-\u2010\u2011'’][\p{L}\p{N}]+)*/gu;

/** Without accents and capitals; "ĳ" is two letters. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The words of a text. One that is written with a hyphen, a full stop or an apostrophe is found whole and by its parts.
 */
function wordsOf(text: string): string[] {
  return (plain(text).match(WORDS) ?? []).flatMap((word) => {
    const parts = word.split(/[^\p{L}\p{N}]+/u);
    if (parts.length === 1) return [word];
    // "1.0" is a number, "Noord-Oost" a word in two parts.
    return /^[\d.]+$/.test(word) ? [word] : [...parts, parts.join('')];
  });
}

/** How the index is made, and read again in a browser. */
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

/** An index of which the text is in such a file. */
export function readSearchIndex(text: string): MiniSearch {
  return MiniSearch.loadJSON(text, OPTIONS);
}

/** What a search gives of an entry. */
export type Found = Omit<SearchEntry, 'text'>;

/**
 * What was found, best first; `exact`: whether it has the words as they were typed, and not only words that are like
 * them.
 */
export interface FoundList {
  readonly found: readonly Found[];
  readonly exact: boolean;
}

/** More words than this are not also joined: that would be a search for each way to join them. */
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

/** The words that someone typed, as they are looked for. */
function typedWords(typed: string): string[] {
  const words = (plain(typed).match(WORDS) ?? []).flatMap((word) =>
    /^[\d.]+$/.test(word) ? [word] : word.split(/[^\p{L}\p{N}]+/u),
  );
  const telling = words.filter((word) => !SMALL.has(word));
  return telling.length > 0 ? telling : words;
}

interface Attempt {
  /** How many letters of a word of some length may be wrong. */
  readonly wrong: (length: number) => number;
  /** Whether all words must be there. */
  readonly all: boolean;
}

/**
 * From strict to lenient; the first that finds anything counts, so that a word that is well spelt brings no others with
 * it.
 */
const ATTEMPTS: readonly Attempt[] = [
  { wrong: () => 0, all: true },
  { wrong: (length) => (length > 3 ? 1 : 0), all: true },
  { wrong: (length) => (length > 6 ? 2 : length > 3 ? 1 : 0), all: true },
  { wrong: (length) => (length > 3 ? 1 : 0), all: false },
];

type Candidate = SearchResult & Found;

/** Whether the names of what was found have all words of one of the spellings. */
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
 * Best first: what is called so, then what has it in its name. Of those, first what is of the report in which the
 * search began, then by kind. The manual for editors comes after all others.
 */
function rankOf(candidate: Candidate, ways: readonly string[][], exact: boolean, begunInMadeUp: boolean): number {
  const name = isCalled(candidate, ways) ? 0 : isByName(candidate, ways, exact) ? 1 : 2;
  const place = candidate.kind === 'manual' ? 6 : 2 * name + (begunInMadeUp && !candidate.fictional ? 1 : 0);
  return place * ORDER.length + ORDER.indexOf(candidate.kind);
}

/**
 * All that is found of what someone typed. `indexes`: that of the site, and after it that of the made-up report in
 * which the search began.
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

/** What can be found, of a site that may be made in several runs. */
export class SearchEntries {
  readonly #all: { readonly entry: SearchEntry; readonly report: string | null }[] = [];

  /** `report`: the made-up report that it is of, if it is. */
  add(entry: SearchEntry, report: string | null): void {
    this.#all.push({ entry, report });
  }

  /** An index of all that is real, and one of each report that is made up, for a search that begins in it. */
  files(): { path: string; content: string }[] {
    const made = new Set(this.#all.map(({ report }) => report));
    return [...made.add(null)].map((report) => ({
      path: report === null ? 'zoeken/index.json' : `zoeken/in/${report}.json`,
      content: searchIndexText(this.#all.filter((each) => each.report === report).map(({ entry }) => entry)),
    }));
  }
}
