import type { Scope } from '../../compute/scope.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../norm-context.ts';
import { roundRows, type RoundRow } from './round-row.ts';
import { sharedNote } from './score.ts';

/** The rounds of a norm with the figure of one set. */
export interface RoundTable {
  readonly caption: string;
  readonly rows: readonly RoundRow[];
  /** Whether any round has one before it to differ from. */
  readonly changes: boolean;
  /** How partly achieved points count in all its figures; null where there are none. */
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
