import type { RoundChange, ScopeChange } from '../../compute/change.ts';
import { scopeKey } from '../../compute/figures.ts';
import { type Movements, movementSentence } from '../../format/answer.ts';
import { changeBasis, type Mover } from '../../format/change.ts';
import { stepsText } from '../../format/sentence.ts';
import { dateText } from '../../format/date.ts';
import { differenceText, percentText, roundingNotes } from '../../format/number.ts';
import { isNeuter } from '../../format/terms.ts';
import type { Norm } from '../../model/norm.ts';
import type { ReportedScope, Round } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { type FigureCell, figureIdentity, type FigureView } from './figure.ts';
import { link } from './link.ts';
import { meanNotes, scoreNote } from './score.ts';
import { originLink, sourceViews } from './source.ts';

/** How many results a change is based on, and why others are left out. */
export function basisOf(context: ReportContext, { points, leftOut }: ScopeChange): string {
  function movers(ids: readonly string[]): Mover[] {
    return ids.map(context.organisation).map(({ name, kind }) => ({ name, neuter: isNeuter(kind) }));
  }
  return changeBasis(points, { ...leftOut, joined: movers(leftOut.joined), left: movers(leftOut.left) });
}

/** A difference goes with both percentages, and those with the results that they are based on. */
function notesOf(norm: Norm, { scope, percentageFrom, percentageTo, difference, points }: ScopeChange): string[] {
  return percentageFrom && percentageTo && difference
    ? [
        `op ${points === 1 ? 'dat resultaat' : 'die resultaten'}: van ${percentText(percentageFrom)} naar ${percentText(percentageTo)}, ${differenceText(difference)}`,
        ...meanNotes(norm, scope),
        ...roundingNotes(percentageFrom, percentageTo),
      ]
    : [];
}

/** The change of one set since the previous round, for a table. */
export function changeCell(
  context: ReportContext,
  { norm }: NormContext,
  change: RoundChange,
  scope: ReportedScope,
): FigureCell | null {
  const found = change.scopes.find((entry) => scopeKey(entry.scope) === scopeKey(scope));
  return found
    ? {
        kind: found.points > 0 ? 'difference' : 'none',
        gauge: null,
        value: stepsText(found.forward, found.backward, found.equal),
        weight: found.difference && (scoreNote(norm, found.countsFrom) ?? scoreNote(norm, found.countsTo)),
        basis: found.points > 0 ? 'berekend' : 'niet berekend',
        counts: basisOf(context, found),
        identity: figureIdentity('wijzigingen', [norm.version, change.from.id, change.to.id], scope),
        column: 'punten',
        isInformative: true,
        notes: notesOf(norm, found),
        reported: null,
        round: link(change.to.title, context.to.round(norm.version, change.to.id)),
        sources: sourceViews(context, [...change.from.sources, ...change.to.sources]),
      }
    : null;
}

/** The change of a whole norm, on its own. */
export function changeFigure(context: ReportContext, norm: NormContext, change: RoundChange): FigureView | null {
  const cell = changeCell(context, norm, change, { kind: 'total' });
  return (
    cell && {
      ...cell,
      date: dateText(change.to.date),
      method: link('Zo komt dit cijfer tot stand', context.to.method),
      place: originLink(context, change.to.at.start),
      cite: null,
    }
  );
}

/** The change since the previous round; null for the first round, and where only totals are known. */
export function changeOf({ figures }: NormContext, round: { readonly id: string }): RoundChange | null {
  return figures.changes.find(({ to }) => to.id === round.id) ?? null;
}

/** Participants by the direction of their change, each based on its own results that are known in both rounds. */
function movementsOf({ scopes }: RoundChange): Movements {
  const signs = scopes.flatMap(({ scope, points, forward, backward, difference }) =>
    scope.kind === 'organisation' && points > 0
      ? [
          difference
            ? Number(difference.numerator > 0n) - Number(difference.numerator < 0n)
            : Math.sign(forward - backward),
        ]
      : [],
  );
  function count(sign: number) {
    return signs.filter((each) => each === sign).length;
  }
  return { better: count(1), worse: count(-1), equal: count(0) };
}

function roundNoun({ kind, title }: Round): string {
  return kind === 'baseline' ? 'de nulmeting' : `de meting ‘${title}’`;
}

/** Whether participants got better since the previous round; null where that is not known for any of them. */
export function movedSentence(change: RoundChange): string | null {
  return movementSentence(movementsOf(change), roundNoun(change.from));
}
