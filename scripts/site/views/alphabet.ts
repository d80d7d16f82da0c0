import { groupBy } from '../../model/group.ts';
import type { PageList } from '../page-list.ts';
import { link, type Link } from './link.ts';

/** One page in the list. `detail` is its norm or parent page. */
interface AlphabetEntry extends Link {
  readonly detail: string | null;
}

const DUTCH = new Intl.Collator('nl', { sensitivity: 'base', numeric: true });

/** The part of a name to sort by: "’s-Gravenhage" sorts under G, "‘Veilig’" under V. */
function ordered(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(^|\s)['’‘`]\p{L}{1,2}[-\s]+(?=\p{Lu})/gu, '$1')
    .replace(/^[^\p{L}\p{N}]+/u, '');
}

/** Compares names in Dutch alphabetical order. */
export function byName(a: string, b: string): number {
  return DUTCH.compare(ordered(a), ordered(b)) || DUTCH.compare(a, b);
}

/** First letter without accents; everything that is not a letter shares one entry. */
export function letterOf(text: string): string {
  const [first = ''] = ordered(text).toUpperCase();
  return /[A-Z]/.test(first) ? first : '0–9';
}

/** A letter as part of an address. */
export function letterId(letter: string): string {
  return letter === '0–9' ? 'cijfers' : letter.toLowerCase();
}

/** The pages whose titles begin with a letter. */
export interface Letter {
  readonly letter: string;
  readonly id: string;
  readonly items: readonly AlphabetEntry[];
}

/** Every page that readers may find, by title. */
export function alphabet({ listed, byUrl, site }: PageList): Letter[] {
  const entries = listed
    .map(({ listedAs, url, within, parent }): AlphabetEntry => {
      const above = parent === null ? undefined : byUrl.get(parent);
      return {
        ...link(listedAs, site.href(url)),
        detail: within ?? (above === undefined || above.parent === null ? null : above.crumb),
      };
    })
    .toSorted((a, b) => byName(a.text, b.text));
  return [...groupBy(entries, ({ text }) => letterOf(text))].map(([letter, items]) => ({
    letter,
    id: letterId(letter),
    items,
  }));
}
