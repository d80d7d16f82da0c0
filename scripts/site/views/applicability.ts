import { periodText } from '../../format/date.ts';
import { enumeration } from '../../format/list.ts';
import { kindText } from '../../format/term.ts';
import type { Ambition } from '../../model/norm.ts';
import type { ReportContext } from '../context.ts';

/** To whom a point applies, and from and until when, as a sentence. */
export function applicabilitySentence(context: ReportContext, { appliesTo, from, until }: Ambition): string {
  const period = periodText(from, until);
  const when = period === null ? '' : ` ${period}`;
  if (appliesTo === null) return `Dit geldt${when} voor alle deelnemers.`;
  if (appliesTo.length === 0) return 'Dit geldt voor geen enkele deelnemer.';
  const whom = appliesTo.map((to) => ('kind' in to ? kindText(to.kind) : context.organisation(to.organisation).name));
  return `Dit geldt${when} voor ${enumeration(whom)}.`;
}
