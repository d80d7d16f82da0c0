import type { RoundFigures } from '../../compute/round.ts';
import type { Scope } from '../../compute/figures.ts';
import { dateText } from '../../format/date.ts';
import { roundKindText } from '../../format/terms.ts';
import type { ReportedScope } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { changeCell, changeOf } from './change.ts';
import { figureCell, type FigureCell } from './figure.ts';
import { link, type Link } from './link.ts';
import { sharedNote } from './score.ts';

/** One round in a table of rounds. */
interface RoundRow {
  readonly round: Link;
  readonly date: string;
  /** Null where the title says it already. */
  readonly kind: string | null;
  readonly figure: FigureCell;
  readonly change: FigureCell | null;
  /** The round that its change is measured from, which need not be the previous one: that may have totals only. */
  readonly since: string;
}

function changes(scope: Scope): scope is ReportedScope {
  return scope.kind === 'total' || scope.kind === 'theme' || scope.kind === 'organisation';
}

/** The rounds of a norm, newest first, with the figure of one set. */
function roundRows(context: ReportContext, norm: NormContext, scope: Scope): RoundRow[] {
  return norm.figures.rounds.toReversed().map((round: RoundFigures) => {
    const change = norm.norm.complete ? changeOf(norm, round.round) : null;
    const changed = change && changes(scope) ? changeCell(context, norm, change, scope) : null;
    const kind = roundKindText(round.round.kind);
    return {
      round: link(round.round.title, context.to.round(norm.norm.version, round.round.id)),
      date: dateText(round.round.date),
      kind: round.round.title.toLowerCase().includes(kind) ? null : kind,
      figure: figureCell(context, norm, round, scope),
      change: changed,
      since: change ? `sinds ‘${change.from.title}’` : '',
    };
  });
}

/** The rounds of a norm with the figure of one set. */
export interface RoundTable {
  readonly caption: string;
  readonly rows: readonly RoundRow[];
  /** Whether any round has a change since an earlier one. */
  readonly changes: boolean;
  /** How partly achieved ambitions count in all its figures; null where there are none. */
  readonly weight: string | null;
  readonly empty: string;
}

export function roundTable(context: ReportContext, norm: NormContext, scope: Scope, subject: string): RoundTable {
  const rows = roundRows(context, norm, scope);
  return {
    caption: `Metingen van norm ${norm.norm.version}: ${subject}`,
    rows,
    changes: rows.some(({ change }) => change !== null),
    weight: sharedNote(rows.flatMap(({ figure, change }) => [figure.weight, change?.weight ?? null])),
    empty: `Van norm ${norm.norm.version} is nog geen meting openbaar.`,
  };
}
