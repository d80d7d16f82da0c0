import { invisibleIn, withoutInvisible } from '../../model/invisible.ts';
import { slug } from '../../model/slug.ts';
import { distance, nearest } from '../../model/suggestion.ts';

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

/** Which name was meant by a text that is none; null where that is not clear. What is the same but for its signs goes before what is near. */
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
