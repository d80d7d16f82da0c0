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

/** Number of a month by its name or at least its first three letters; null if there is none. */
function monthOf(name: string): string | null {
  const index = MONTHS.findIndex((month) => month === name || (name.length >= 3 && month.startsWith(name)));
  return index < 0 ? null : two(String(index + 1));
}

/** Ways in which people write a date, each with its form in the contract. */
const DATES: readonly (readonly [RegExp, (...parts: readonly string[]) => string | null])[] = [
  [/^(\d{4})$/, (year) => year!],
  [/^(\d{4})[-./ ]+(\d{1,2})$/, (year, month) => `${year}-${two(month!)}`],
  [
    /^(\d{4})[-./ ]+(\d{1,2})[-./ ]+(\d{1,2})(?:t[\d:.]+z?)?$/,
    (year, month, day) => `${year}-${two(month!)}-${two(day!)}`,
  ],
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

/** Removes the curly quotes that word processors insert. */
function bareWord(text: string): string {
  return text.trim().replace(/^[“”„‘’]+|[“”„‘’]+$/gu, '');
}

/** Date that was meant by a text; null if it does not look like one. */
export function nearDate(text: string): string | null {
  const written = bareWord(text).toLowerCase();
  for (const [pattern, meant] of DATES) {
    const found = pattern.exec(written);
    if (found) return meant(...found.slice(1));
  }
  return null;
}

/** Web address that was meant by one that starts differently. */
export function nearAddress(text: string): string | null {
  const host = text.trim().replace(/^https?:?\/*/i, '');
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#]\S*)?$/i.test(host) ? `https://${host}` : null;
}

/** The same, without the slash, query or fragment with which the address of a site cannot end. */
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

/** The path that was meant: "/naam/". */
export function nearPath(text: string): string | null {
  const name = slug(text);
  return name === '' ? null : `/${name}/`;
}

export function nearFileName(text: string, extension: string): string | null {
  const stem = slug(text.trim().replace(/\.[^.]*$/, ''));
  return stem === '' ? null : `${stem}.${extension}`;
}

/** Number that was meant by a text such as "83%" or "66,7"; of a share of at most 1, "50%" is 0.5. */
export function nearNumber(text: string, maximum = 100): number | null {
  const word = bareWord(text);
  const plain = word.replace(/\s*%$/, '').replace(',', '.');
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return null;
  // A share of one.
  return word.endsWith('%') && maximum === 1 ? Number(plain) / 100 : Number(plain);
}

/** Yes or no in the words that people use; null for any other word. */
export function nearYesNo(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  return ['true', 'ja', 'yes', 'waar'].includes(word)
    ? true
    : ['false', 'nee', 'no', 'onwaar'].includes(word)
      ? false
      : null;
}

/** A known name, with what people may write instead. */
export interface Known {
  readonly name: string;
  /** Other names of the thing: its title, short name or number. */
  readonly titles: readonly string[];
  readonly address?: string | undefined;
}

export function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)/i.test(text);
}

/**
 * Returns which known name was meant by a text; null if that is not clear. A name that only differs in notation takes
 * precedence over one that is similar.
 */
export function likely(text: string, known: readonly Known[]): string | null {
  return alike(text, known) ?? near(text, known);
}

/** The same, but only if the text differs in notation or by at most two letters. */
export function surely(text: string, known: readonly Known[]): string | null {
  const meant = likely(text, known);
  return meant !== null && (alike(text, known) === meant || distance(text, meant) <= 2) ? meant : null;
}

/** Name that equals the text apart from case and punctuation, or whose title or address does. */
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

/** Compares a text with titles, if it has several words; a short word would match by accident. */
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

/** Start of a message about a name with an invisible character; null if it has none. */
export function hiddenIn(text: string): string | null {
  const hidden = invisibleIn(text);
  return hidden && `hier staat ${hidden.name}`;
}
