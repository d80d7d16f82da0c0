import type { RoundChange, ScopeChange } from '../../compute/change.ts';
import { scopeKey } from '../../compute/scope.ts';
import { stepsText } from '../../format/count.ts';
import { dateText } from '../../format/date.ts';
import { differenceText, percentText, roundingNotes } from '../../format/percentage.ts';
import type { ReportedScope } from '../../model/round.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../norm-context.ts';
import { figureIdentity } from './figure-identity.ts';
import type { FigureView } from './figure.ts';
import { link } from './link.ts';
import { originLink } from './origin.ts';
import { sourceViews } from './source.ts';

function valueOf({
  difference,
  points,
  forward,
  backward,
  equal,
}: ScopeChange): Pick<FigureView, 'kind' | 'value' | 'basis' | 'counts'> {
  const counts =
    points === 0
      ? 'geen resultaten die in beide metingen bekend zijn'
      : `${stepsText(forward, backward, equal)}, van ${points === 1 ? '1 resultaat dat in beide metingen bekend is' : `${points} resultaten die in beide metingen bekend zijn`}`;
  return difference
    ? { kind: 'difference', value: differenceText(difference), basis: 'berekend', counts }
    : { kind: 'none', value: 'niet te vergelijken', basis: 'niet berekend', counts };
}

function notesOf({ percentageFrom, percentageTo, points }: ScopeChange): string[] {
  return percentageFrom && percentageTo
    ? [
        `van ${percentText(percentageFrom)} naar ${percentText(percentageTo)} op ${points === 1 ? 'dat resultaat' : 'die resultaten'}`,
        ...roundingNotes(percentageFrom, percentageTo),
      ]
    : [];
}

/** What changed in one set between a round and the one before it. */
export function changeFigure(
  context: ReportContext,
  { norm }: NormContext,
  change: RoundChange,
  scope: ReportedScope,
): FigureView | null {
  const found = change.scopes.find((entry) => scopeKey(entry.scope) === scopeKey(scope));
  return found
    ? {
        ...valueOf(found),
        identity: figureIdentity('wijzigingen', [norm.version, change.from.id, change.to.id], scope),
        column: 'verschil',
        tells: true,
        notes: notesOf(found),
        gauge: null,
        reported: null,
        round: link(change.to.title, context.to.round(norm.version, change.to.id)),
        date: dateText(change.to.date),
        sources: sourceViews(context, [...change.from.sources, ...change.to.sources]),
        method: link('Zo komt dit cijfer tot stand', context.to.method),
        place: originLink(context, change.to.at.start),
      }
    : null;
}

/** The change that a round brought; null for the first one, and where only totals are known. */
export function changeOf({ figures }: NormContext, round: { readonly id: string }): RoundChange | null {
  return figures.changes.find(({ to }) => to.id === round.id) ?? null;
}
