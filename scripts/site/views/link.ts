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
