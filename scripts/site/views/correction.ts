import { correctedText } from '../../format/change.ts';
import { dateText } from '../../format/date.ts';
import { asSentence } from '../../format/sentence.ts';
import { byDate } from '../../model/date.ts';
import type { Correction, Round } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { ambitionLink, link, type Link } from './link.ts';
import { scopeName } from './reported-list.ts';
import { originLink, type SourceView, sourceViews } from './source.ts';

/** One correction, as shown on every page. */
export interface CorrectionView {
  /** Anchor on the page of its round; does not change when corrections are added. */
  readonly id: string;
  readonly date: string;
  /** What was corrected: an ambition and an organisation, or the set of a reported figure. */
  readonly what: readonly Link[];
  readonly change: string;
  readonly reason: string;
  readonly sources: readonly SourceView[];
  readonly round: Link;
  readonly place: Link | null;
  readonly correction: Correction;
}

function targetId({ value }: Correction): string {
  if (value.kind === 'result') return `${value.ambition}-${value.organisation}`;
  const { scope } = value;
  return scope.kind === 'total'
    ? 'totaal'
    : scope.kind === 'theme'
      ? `thema-${scope.theme}`
      : `organisatie-${scope.organisation}`;
}

function whatOf(context: ReportContext, norm: NormContext, round: Round, { value }: Correction): Link[] {
  const { version } = norm.norm;
  if (value.kind === 'reported')
    return [
      link(
        `gerapporteerd percentage, ${scopeName(context, norm, value.scope).toLowerCase()}`,
        `${context.to.round(version, round.id)}#gerapporteerd`,
      ),
    ];
  const ambition = norm.ambition(value.ambition);
  return [
    ...(ambition ? [ambitionLink(context, norm.norm, ambition)] : []),
    link(context.organisation(value.organisation).name, context.to.organisation(value.organisation)),
  ];
}

/** Corrections of one round, newest first. */
function ofRound(context: ReportContext, norm: NormContext, round: Round): CorrectionView[] {
  const seen = new Map<string, number>();
  return round.corrections
    .map((correction): CorrectionView => {
      const id = `correctie-${correction.date}-${targetId(correction)}`;
      const times = (seen.get(id) ?? 0) + 1;
      seen.set(id, times);
      return {
        id: times === 1 ? id : `${id}-${times}`,
        date: dateText(correction.date),
        what: whatOf(context, norm, round, correction),
        change: correctedText(correction.value, norm.norm.statusWords),
        reason: asSentence(correction.reason),
        sources: sourceViews(context, correction.sources),
        round: link(round.title, context.to.round(norm.norm.version, round.id)),
        place: originLink(context, correction.at.start),
        correction,
      };
    })
    .sort((a, b) => byDate(b.correction.date, a.correction.date));
}

/** Corrections in all rounds of a norm for which `keep` is true, newest round first. */
export function correctionViews(
  context: ReportContext,
  norm: NormContext,
  keep: (correction: Correction, round: Round) => boolean,
): CorrectionView[] {
  return norm.norm.rounds
    .toReversed()
    .filter(({ corrections }) => corrections.length > 0)
    .flatMap((round) => ofRound(context, norm, round).filter(({ correction }) => keep(correction, round)));
}

/** Returns a test for whether a correction is about this organisation. */
export function isAbout(organisation: string) {
  return ({ value }: Correction): boolean =>
    value.kind === 'result'
      ? value.organisation === organisation
      : value.scope.kind === 'organisation' && value.scope.organisation === organisation;
}
