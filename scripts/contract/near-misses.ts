import { invisibleIn, withoutInvisible } from '../model/invisible.ts';
import { slug } from '../model/slug.ts';
import { distance, nearest } from '../model/suggestion.ts';

/** Seasons as EDTF numbers them. */
const SEASONS: Readonly<Record<string, string>> = {
  lente: '21',
  voorjaar: '21',
  zomer: '22',
  herfst: '23',
  najaar: '23',
  winter: '24',
};

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

function two(number: string): string {
  return number.padStart(2, '0');
}

/** The number of a month by its name, whole or its first three letters; null where it is none. */
function monthOf(name: string): string | null {
  const index = MONTHS.findIndex((month) => month === name || (name.length >= 3 && month.startsWith(name)));
  return index < 0 ? null : two(String(index + 1));
}

/** Each way in which people write a date, with what it is in the contract. */
const DATES: readonly (readonly [RegExp, (...parts: readonly string[]) => string | null])[] = [
  [/^(\d{4})$/, (year) => year!],
  [/^(\d{4})[-./ ]+(\d{1,2})$/, (year, month) => `${year}-${two(month!)}`],
  [/^(\d{4})[-./ ]+(\d{1,2})[-./ ]+(\d{1,2})$/, (year, month, day) => `${year}-${two(month!)}-${two(day!)}`],
  [/^(\d{4})(\d\d)(\d\d)$/, (year, month, day) => `${year}-${month}-${day}`],
  [/^(\d{1,2})[-./ ]+(\d{4})$/, (month, year) => `${year}-${two(month!)}`],
  [/^(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4})$/, (day, month, year) => `${year}-${two(month!)}-${two(day!)}`],
  [/^([a-z]+)[-. ]+(\d{4})$/, (word, year) => inYear(year!, word!)],
  [/^(\d{4})[-. ]+([a-z]+)$/, (year, word) => inYear(year!, word!)],
  [
    /^(\d{1,2})[-. ]+([a-z]+)[-. ]+(\d{4})$/,
    (day, name, year) => {
      const month = monthOf(name!);
      return month && `${year}-${month}-${two(day!)}`;
    },
  ],
];

function inYear(year: string, word: string): string | null {
  const part = SEASONS[word] ?? monthOf(word);
  return part && `${year}-${part}`;
}

/** A word without the quotes that a word processor makes of plain ones. */
function bareWord(text: string): string {
  return text.trim().replace(/^[“”„‘’]+|[“”„‘’]+$/gu, '');
}

/** The date that was meant by a text that people would take for one. */
export function nearDate(text: string): string | null {
  const written = bareWord(text).toLowerCase();
  for (const [pattern, meant] of DATES) {
    const found = pattern.exec(written);
    if (found) return meant(...found.slice(1));
  }
  return null;
}

/** An address of the web that was meant by one without its begin, or with another. */
export function nearAddress(text: string): string | null {
  const host = text.trim().replace(/^https?:?\/*/i, '');
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]\S*)?$/i.test(host) ? `https://${host}` : null;
}

/** The same, without the slash, query or fragment with which the address of a site does not end. */
export function nearBase(text: string): string | null {
  return nearAddress(
    text
      .trim()
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, ''),
  );
}

export function nearEmail(text: string): string | null {
  return text.replace(/^\s*(?:mailto:)?\s*<?|>?\s*$/gi, '').replace(/\s+/g, '');
}

export function nearSecurityContact(text: string): string | null {
  return text.includes('@') ? `mailto:${nearEmail(text)}` : nearAddress(text);
}

/** "/naam/" for a name with other signs around it. */
export function nearPath(text: string): string | null {
  const name = slug(text);
  return name === '' ? null : `/${name}/`;
}

export function nearFileName(text: string, extension: string): string | null {
  const stem = slug(text.trim().replace(/\.[^.]*$/, ''));
  return stem === '' ? null : `${stem}.${extension}`;
}

/** The number that was meant by a text: "83%", "66,7". */
export function nearNumber(text: string): number | null {
  const plain = bareWord(text).replace(/\s*%$/, '').replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Yes and no, as people write them. */
export function nearYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return ['true', 'ja', 'yes', 'waar'].includes(word)
    ? true
    : ['false', 'nee', 'no', 'onwaar'].includes(word)
      ? false
      : null;
}

/** A name that there is, with what people may write in its place. */
export interface Known {
  readonly name: string;
  /** What the thing is called otherwise: its title, its short name, its number. */
  readonly titles: readonly string[];
  readonly address?: string | undefined;
}

export function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)/i.test(text);
}

/**
 * Which name was meant by a text that is none; null where that is not clear. What is the same but for its signs goes
 * before what is near.
 */
export function likely(text: string, known: readonly Known[]): string | null {
  return alike(text, known) ?? near(text, known);
}

/** A name that a text is, but for its signs, a letter or two. */
export function surely(text: string, known: readonly Known[]): string | null {
  const meant = likely(text, known);
  return meant !== null && (alike(text, known) === meant || distance(text, meant) <= 2) ? meant : null;
}

/** The name that a text is in other signs, or whose title or address it is. */
function alike(text: string, known: readonly Known[]): string | null {
  const clean = withoutInvisible(text).trim();
  if (isAddress(clean))
    return known.find(({ address }) => address !== undefined && bare(address) === bare(clean))?.name ?? null;
  const asId = slug(clean);
  const exact = known.find(({ name }) => name === clean);
  if (exact || asId === '') return exact?.name ?? null;
  return (
    known.find(({ name }) => slug(name) === asId)?.name ??
    only(known.filter(({ titles }) => titles.some((title) => slug(title) === asId)))
  );
}

function near(text: string, known: readonly Known[]): string | null {
  const clean = withoutInvisible(text).trim();
  if (isAddress(clean)) return null;
  return (
    nearest(
      clean,
      known.map(({ name }) => name),
    ) ?? nearestTitle(clean, known)
  );
}

function only(found: readonly Known[]): string | null {
  return found.length === 1 ? found[0]!.name : null;
}

/** A title is long: what is near it has several words, so that no short word is taken for one. */
function nearestTitle(text: string, known: readonly Known[]): string | null {
  if (!/\s/.test(text)) return null;
  const byTitle = new Map(known.flatMap(({ name, titles }) => titles.map((title) => [title.toLowerCase(), name])));
  const title = nearest(text.toLowerCase(), byTitle.keys());
  return title === null ? null : byTitle.get(title)!;
}

function bare(address: string): string {
  return address
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

/** What is said first of a name that is none: that it holds a sign that cannot be seen; else nothing. */
export function hiddenIn(text: string): string | null {
  const hidden = invisibleIn(text);
  return hidden && `hier staat ${hidden.name}`;
}
