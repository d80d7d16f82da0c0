import type { Round } from '../../model/round.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../norm-context.ts';
import { link, type Link } from './link.ts';

/** On top of an older round: that it is older, and where the newest is. */
export function newestNotice(
  context: ReportContext,
  { norm, latest }: NormContext,
  round: Round,
): { readonly text: string; readonly link: Link } | null {
  return !latest || latest.round.id === round.id
    ? null
    : {
        text: `Dit is een oudere meting. De cijfers staan hier zoals zij toen zijn gemeten${round.corrections.length > 0 ? ', met de correcties van daarna' : ''}.`,
        link: link(`Naar de nieuwste meting: ${latest.round.title}`, context.to.round(norm.version, latest.round.id)),
      };
}
