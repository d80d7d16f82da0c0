import type { StatusCounts } from '../../compute/counts.ts';
import { amount } from '../../format/count.ts';
import { enumeration } from '../../format/list.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../norm-context.ts';
import { link, type Link } from './link.ts';

/** What is not known of one norm, in sentences. */
export interface NotKnown {
  readonly norm: Link;
  readonly sentences: readonly string[];
}

function results(count: number): string {
  return amount(count, 'resultaat', 'resultaten');
}

function unknownSentence(title: string, counts: StatusCounts): string[] {
  const parts = [
    ...(counts['not-assessed'] > 0 ? [`${results(counts['not-assessed'])} niet beoordeeld`] : []),
    ...(counts['not-public'] > 0 ? [`${results(counts['not-public'])} niet openbaar`] : []),
  ];
  if (parts.length === 0) return [];
  return [
    `In de laatste meting (${title}) ${(counts['not-assessed'] || counts['not-public']) === 1 ? 'is' : 'zijn'} ${enumeration(parts)}.`,
  ];
}

function pointSentences({ norm }: NormContext): string[] {
  if (norm.complete) return [];
  return [
    norm.ambitions.length === 0
      ? 'De ambitiepunten zijn niet openbaar.'
      : 'De lijst van ambitiepunten is niet openbaar, en niet alle resultaten zijn dat. U ziet alleen wat wel bekend is. Daar rekenen wij geen percentage over uit.',
  ];
}

function roundSentences({ norm, latest, figures }: NormContext): string[] {
  if (!latest) return ['Er zijn geen openbare resultaten van een meting.'];
  const reportedOnly = figures.rounds.filter(({ round }) => round.level === 'total').map(({ round }) => round.title);
  const total = latest.byScope.get('total')?.counts;
  return [
    ...(reportedOnly.length > 0
      ? [`Van ${enumeration(reportedOnly)} zijn alleen gerapporteerde cijfers openbaar, niet de resultaten per punt.`]
      : []),
    ...(norm.complete && total ? unknownSentence(latest.round.title, total) : []),
  ];
}

/** Per norm, newest first, what is not known; a norm of which all is known is left out. */
export function notKnown(context: ReportContext): NotKnown[] {
  return context.norms.toReversed().flatMap((norm) => {
    const sentences = [...pointSentences(norm), ...roundSentences(norm)];
    const { title, version } = norm.norm;
    return sentences.length === 0 ? [] : [{ norm: link(`${title} ${version}`, context.to.norm(version)), sentences }];
  });
}
