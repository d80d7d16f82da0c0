import type { RoundFigures } from '../../compute/round.ts';
import type { Scope } from '../../compute/scope.ts';
import type { ReportedScope } from '../../model/round.ts';
import { dateText } from '../../format/date.ts';
import { roundKindText } from '../../format/term.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../norm-context.ts';
import { changeCell, changeOf } from './change.ts';
import { figureCell, type FigureCell } from './figure.ts';
import { link, type Link } from './link.ts';

/** One round in a table of rounds. */
export interface RoundRow {
  readonly round: Link;
  readonly date: string;
  /** Null where the title says it. */
  readonly kind: string | null;
  readonly figure: FigureCell;
  readonly change: FigureCell | null;
}

function changes(scope: Scope): scope is ReportedScope {
  return scope.kind === 'total' || scope.kind === 'theme' || scope.kind === 'organisation';
}

/** The rounds of a norm, newest first, with the figure of one set. */
export function roundRows(context: ReportContext, norm: NormContext, scope: Scope): RoundRow[] {
  return norm.figures.rounds.toReversed().map((round: RoundFigures) => {
    const change = norm.norm.complete ? changeOf(norm, round.round) : null;
    const changed = change && changes(scope) ? changeCell(context, norm, change, scope) : null;
    const kind = roundKindText(round.round.kind);
    return {
      round: link(round.round.title, context.to.round(norm.norm.version, round.round.id)),
      date: dateText(round.round.date),
      kind: round.round.title.toLowerCase().includes(kind) ? null : kind,
      figure: figureCell(context, norm, round, scope),
      // The round before it may be one of which only totals are known.
      change: changed && { ...changed, notes: [...changed.notes, `sinds ‘${change!.from.title}’`] },
    };
  });
}
