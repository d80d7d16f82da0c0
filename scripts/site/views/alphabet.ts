import type { SiteContext } from '../context.ts';
import { groupBy } from '../../model/group.ts';
import type { ListedPage } from '../page-entry.ts';
import { link, type Link } from './link.ts';
import { isListed } from './listed.ts';

/** One page in the list; `detail` is the norm or the page above it. */
interface AlphabetEntry extends Link {
  readonly detail: string | null;
}

/** The order of names. */
export const DUTCH = new Intl.Collator('nl', { sensitivity: 'base', numeric: true });

/** First letter without its accent; whatever is no letter goes together. */
export function letterOf(text: string): string {
  const [first = ''] = text
    .normalize('NFD')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .toUpperCase();
  return /[A-Z]/.test(first) ? first : '0–9';
}

/** The name of a letter in an address. */
export function letterId(letter: string): string {
  return letter === '0–9' ? 'cijfers' : letter.toLowerCase();
}

/** Every page that may be found, by its title. */
export function alphabetView(site: SiteContext, pages: readonly ListedPage[]) {
  const byAddress = new Map(pages.map((page) => [page.address, page]));
  const entries = pages
    .filter(isListed)
    .map(({ title, address, entry }): AlphabetEntry => {
      const parent = entry.parent === null ? undefined : byAddress.get(entry.parent);
      const isTop = parent === undefined || parent.entry.parent === null;
      return {
        ...link(entry.listedAs ?? title, site.href(address)),
        detail: entry.within ?? (isTop ? null : (parent.entry.crumb ?? parent.title)),
      };
    })
    .toSorted((a, b) => DUTCH.compare(a.text, b.text));
  return {
    letters: [...groupBy(entries, ({ text }) => letterOf(text))].map(([letter, items]) => ({
      letter,
      id: letterId(letter),
      items,
    })),
  };
}
