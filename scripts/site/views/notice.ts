import { enumeration } from '../../format/sentence.ts';
import type { Norm } from '../../model/norm.ts';
import type { Round } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { link, type Link } from './link.ts';
import { type SourceView, sourceViews } from './source.ts';

/** That there is something newer, and where. */
interface NewerNotice {
  readonly text: string;
  readonly link: Link;
}

/** On top of an older norm: which one came after it; null of the newest. */
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
 * On top of an older round: that it is older, and where the newest is; of the last one of an older norm: which norm
 * came after it.
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

/** Said where a newer round is being made; not more is known of it. */
export function inProgressSentence({ report }: ReportContext, { norm }: NormContext): string | null {
  return report.roundInProgress.has(norm.version)
    ? `Er wordt gewerkt aan een nieuwere meting van norm ${norm.version}.`
    : null;
}

/** Measurements of which only is known that they were held; null where there are none. */
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

/** What is not public of a norm, as a sentence; null where everything is. */
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
