import { enumeration } from '../../format/sentence.ts';
import type { Norm } from '../../model/norm.ts';
import type { Round } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { link, type Link } from './link.ts';
import { type SourceView, sourceViews } from './source.ts';

/** Says that there is something newer, with a link. */
interface NewerNotice {
  readonly text: string;
  readonly link: Link;
}

/** At the top of an older norm: its successor; null for the newest. */
export function successorNotice(context: ReportContext, { norm }: NormContext): NewerNotice | null {
  const next = context.norms.find((other) => other.norm.predecessor === norm.version)?.norm;
  return next
    ? {
        text: `Na norm ${norm.version} kwam een nieuwe norm.`,
        link: link(`Naar norm ${next.version}`, context.to.norm(next.version)),
      }
    : null;
}

/**
 * At the top of an older round: a link to the newest one. For the last round of an older norm: a link to the next norm.
 */
export function newestNotice(context: ReportContext, norms: NormContext, round: Round): NewerNotice | null {
  const { norm, latest } = norms;
  return !latest || latest.round.id === round.id
    ? successorNotice(context, norms)
    : {
        text: `Dit is een oudere meting. De cijfers staan hier zoals zij toen zijn gemeten${round.corrections.length > 0 ? ', met de correcties van daarna' : ''}.`,
        link: link(
          `Naar de nieuwste meting van norm ${norm.version}: ${latest.round.title}`,
          context.to.round(norm.version, latest.round.id),
        ),
      };
}

/** Says that a newer round is under way; nothing more is known about it. */
export function inProgressSentence({ report }: ReportContext, { norm }: NormContext): string | null {
  return report.roundInProgress.has(norm.version)
    ? `Er wordt gewerkt aan een nieuwere meting van norm ${norm.version}.`
    : null;
}

/** Rounds of which only their existence is known; null where there are none. */
export function undatedRounds(
  context: ReportContext,
  { undatedRounds: rounds }: Norm,
): { readonly text: string; readonly explanation: string | null; readonly sources: readonly SourceView[] } | null {
  return (
    rounds && {
      text:
        rounds.count === 1
          ? 'Er is nog 1 meting gehouden. De datum en de uitkomst daarvan zijn niet openbaar.'
          : `Er zijn nog ${rounds.count} metingen gehouden. De data en de uitkomsten daarvan zijn niet openbaar.`,
      explanation: rounds.explanation,
      sources: sourceViews(context, rounds.sources),
    }
  );
}

/** A sentence about the parts of a norm that are not public; null where everything is. */
export function notPublicSentence({ complete, version, themes, ambitions, rounds }: Norm): string | null {
  if (complete) return null;
  const missing = [
    ...(themes.length === 0 ? ['de thema’s'] : []),
    ...(ambitions.length === 0 ? ['de ambitiepunten'] : []),
    ...(rounds.length === 0 ? ['de resultaten'] : []),
  ];
  if (missing.length > 0) return `Niet openbaar van norm ${version}: ${enumeration(missing)}.`;
  return `Niet alles van norm ${version} is openbaar. Wat wel bekend is, staat hier als lijst. Wij rekenen er geen percentage mee uit.`;
}
