import type { Ambition, Norm } from '../../model/norm.ts';
import type { ReportContext } from '../context.ts';
import { link, type Link } from './link.ts';

/** A point's number and title. */
export const ambitionName = ({ number, title }: Ambition): string => (number === null ? title : `${number} ${title}`);

/** A point by its number and title, as a link to its page. */
export const ambitionLink = (context: ReportContext, norm: Norm, ambition: Ambition): Link =>
  link(ambitionName(ambition), context.to.ambition(norm.version, ambition.id));
