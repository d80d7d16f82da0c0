import type { Ambition, Norm } from '../../model/norm.ts';
import type { ReportContext } from '../context.ts';

/** A text that leads somewhere. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

export function link(text: string, href: string): Link {
  return { text, href };
}

/** A point's number and title. */
export function ambitionName({ number, title }: Ambition): string {
  return number === null ? title : `${number} ${title}`;
}

/** A point by its number and title, as a link to its page. */
export function ambitionLink(context: ReportContext, norm: Norm, ambition: Ambition): Link {
  return link(ambitionName(ambition), context.to.ambition(norm.version, ambition.id));
}

/** The address of a part of a page that is shown alone; the heading in it keeps an address of its own. */
function aloneId(id: string): string {
  return `alleen-${id}`;
}

/**
 * Links to the parts of a long page, in their order; behind each, the style sheet shows that part alone. `parts`: the id
 * of each part's heading, and its name; false for one that the page does not have.
 */
export function tabsOf(parts: readonly (readonly [id: string, text: string] | false)[]): Link[] {
  return parts.filter((part) => part !== false).map(([id, text]) => link(text, `#${aloneId(id)}`));
}
