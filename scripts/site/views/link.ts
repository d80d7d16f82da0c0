import type { Ambition, Norm } from '../../model/norm.ts';
import type { ReportContext } from '../context.ts';

/** Text with an address to link to. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

export function link(text: string, href: string): Link {
  return { text, href };
}

/** An ambition's number and title. */
export function ambitionName({ number, title }: Ambition): string {
  return number === null ? title : `${number} ${title}`;
}

/** An ambition by its number and title, as a link to its page. */
export function ambitionLink(context: ReportContext, norm: Norm, ambition: Ambition): Link {
  return link(ambitionName(ambition), context.to.ambition(norm.version, ambition.id));
}
