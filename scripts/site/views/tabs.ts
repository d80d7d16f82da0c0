import { link, type Link } from './link.ts';

/** The address of a part of a page that is shown alone; the heading in it keeps an address of its own. */
export function aloneId(id: string): string {
  return `alleen-${id}`;
}

/**
 * Links to the parts of a long page, in their order; behind each, the style sheet shows that part alone. `parts`: the id
 * of each part's heading, and its name; false for one that the page does not have.
 */
export function tabsOf(parts: readonly (readonly [id: string, text: string] | false)[]): Link[] {
  return parts.filter((part) => part !== false).map(([id, text]) => link(text, `#${aloneId(id)}`));
}
