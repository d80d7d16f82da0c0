import type { RoundFigures } from '../../compute/round.ts';
import type { Edition, FrozenFigure, FrozenNorm, FrozenRound, FrozenScope } from '../../model/edition.ts';
import { memo } from '../../model/memo.ts';
import type { Correction } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { type CorrectionView, correctionViews } from './correction.ts';
import { scopePath } from './figure.ts';
import { asSayable, isSame, type SaidFigure, saidFigure, saidThen } from './said.ts';

/** What is said now, where it differs from what was said then; otherwise null. */
export interface SaidNow {
  /** The computed figure of now, where it differs; also null if nothing is said any more. */
  readonly said: SaidFigure | null;
  /** What a source states now, where that differs. */
  readonly reported: string | null;
  /** Where it is said now; null if it no longer is. */
  readonly href: string | null;
  readonly corrections: readonly CorrectionView[];
}

/** One round of an edition, and the same round now, if it still exists. */
export interface FrozenPlace {
  readonly context: ReportContext;
  readonly edition: Edition;
  readonly norm: FrozenNorm;
  readonly round: FrozenRound;
  readonly now: { readonly norm: NormContext; readonly figures: RoundFigures } | null;
}

export function frozenPlace(
  context: ReportContext,
  edition: Edition,
  norm: FrozenNorm,
  round: FrozenRound,
): FrozenPlace {
  const live = context.norm(norm.version);
  const figures = live?.figures.rounds.find((each) => each.round.id === round.id);
  return { context, edition, norm, round, now: live && figures ? { norm: live, figures } : null };
}

const figuresByKey = memo(
  ({ figures }: RoundFigures) => new Map(figures.map((figure) => [scopePath(figure.scope), figure])),
);

function correctionKey({ date, value }: Correction): string {
  return value.kind === 'result'
    ? [date, value.ambition, value.organisation, ''].join(' ')
    : [date, '', '', scopePath(value.scope)].join(' ');
}

/** Corrections of a round after an edition of it, newest first. */
export function correctedSince({ context, round, now }: FrozenPlace): CorrectionView[] {
  return now
    ? correctionViews(
        context,
        now.norm,
        (correction, { id }) => id === round.id && !round.corrections.has(correctionKey(correction)),
      )
    : [];
}

/** Whether a correction may have changed the figure of a set. */
function touches(scope: FrozenScope, { value }: Correction, norm: NormContext): boolean {
  if (value.kind === 'reported') return scopePath(value.scope) === scope.key;
  const theme = norm.ambition(value.ambition)?.theme ?? null;
  return (
    (scope.theme === null || scope.kind === 'ambition' || scope.theme === theme) &&
    (scope.organisation === null || scope.organisation === value.organisation) &&
    (scope.ambition === null || scope.ambition === value.ambition)
  );
}

/** Where a set is on the site now; null if it no longer is. */
function hrefNow({ context, round, now }: FrozenPlace, scope: FrozenScope): string | null {
  if (!now || !figuresByKey(now.figures).has(scope.key)) return null;
  const { version } = now.norm.norm;
  switch (scope.kind) {
    case 'total':
      return context.to.round(version, round.id);
    case 'theme':
      return context.to.theme(version, scope.theme!);
    case 'organisation':
    case 'theme-organisation':
      return context.to.organisation(scope.organisation!);
    case 'ambition':
      return context.to.ambition(version, scope.ambition!);
  }
}

/** What is said now about a figure; null where that is the same. `since` holds all later corrections of the round. */
export function saidNow(place: FrozenPlace, figure: FrozenFigure, since: readonly CorrectionView[]): SaidNow | null {
  const { norm, now } = place;
  const live = now && figuresByKey(now.figures).get(figure.scope.key);
  const then = saidThen(figure, norm);
  const said = now && live ? saidFigure(asSayable(live), now.norm.norm) : null;
  const isOther = !then || !said || !isSame(then, said);
  if (!isOther && then.reported === said.reported) return null;
  return {
    said: isOther ? said : null,
    reported: said && said.reported !== then?.reported ? said.reported : null,
    href: hrefNow(place, figure.scope),
    corrections: now ? since.filter(({ correction }) => touches(figure.scope, correction, now.norm)) : [],
  };
}
