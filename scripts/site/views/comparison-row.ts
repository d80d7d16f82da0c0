import type { Fraction } from '../../model/fraction.ts';
import type { Comparison, ComparisonRow } from '../../compute/comparison.ts';
import { amount } from '../../format/count.ts';
import { leftOutTexts } from '../../format/left-out.ts';
import { differenceText, NO_FIGURE, percentText, roundingNotes } from '../../format/percentage.ts';
import type { Round } from '../../model/round.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../norm-context.ts';
import { figureIdentity } from './figure-identity.ts';
import type { FigureCell } from './figure.ts';
import { link } from './link.ts';
import { scopeName } from './reported-list.ts';
import { countsText, meanNotes, scoreNote } from './score.ts';
import { sourceViews } from './source.ts';

/** One set of a comparison: both percentages, the difference, and what was left out. */
export interface ComparedRow {
  readonly kind: ComparisonRow['scope']['kind'];
  readonly name: string;
  readonly from: FigureCell;
  readonly to: FigureCell;
  readonly difference: FigureCell;
  readonly leftOut: readonly string[];
}

function leftOut({ added, dropped, notComparable, leftOut: pairs }: ComparisonRow): string[] {
  return leftOutTexts({
    added,
    dropped,
    notComparable,
    oneNorm: pairs?.oneNorm ?? null,
    notApplicable: pairs?.notApplicable ?? null,
    notKnown: pairs?.notKnown ?? null,
  });
}

/** How one number of a comparison is shown, and of which norm and round it is. */
interface Shown {
  readonly kind: FigureCell['kind'];
  readonly shown: (value: Fraction) => string;
  readonly counts: string | null;
  readonly of: { readonly version: string; readonly round: Round };
}

/** The sets of a comparison with figures; empty where either norm is not complete, or has no results per point. */
export function comparedRows(
  context: ReportContext,
  { from, to, roundFrom, roundTo, rows }: Comparison,
  newer: NormContext,
): ComparedRow[] {
  if (!from.complete || !to.complete || !roundFrom || !roundTo) return [];
  function figure(
    row: ComparisonRow,
    column: string,
    value: Fraction | null,
    { kind, shown, counts, of }: Shown,
  ): FigureCell {
    return {
      identity: figureIdentity('vergelijking', [from.version, to.version], row.scope),
      column,
      kind: value ? kind : 'none',
      value: value ? shown(value) : NO_FIGURE,
      basis: value ? 'berekend' : 'geen vergelijkbare resultaten',
      counts: value && counts,
      notes: [],
      weight: value && (scoreNote(to, row.countsFrom) ?? scoreNote(to, row.countsTo)),
      reported: null,
      round: link(of.round.title, context.to.round(of.version, of.round.id)),
      sources: sourceViews(context, of.round.sources),
      tells: true,
    };
  }
  const older = { version: from.version, round: roundFrom };
  const newest = { version: to.version, round: roundTo };
  return rows.map((row) => ({
    kind: row.scope.kind,
    name: scopeName(context, newer, row.scope),
    from: figure(row, 'percentage_van', row.percentageFrom, {
      kind: 'computed',
      shown: percentText,
      counts: row.countsFrom && countsText(row.countsFrom),
      of: older,
    }),
    to: figure(row, 'percentage_naar', row.percentageTo, {
      kind: 'computed',
      shown: percentText,
      counts: row.countsTo && countsText(row.countsTo),
      of: newest,
    }),
    difference: {
      ...figure(row, 'verschil', row.difference, {
        kind: 'difference',
        shown: differenceText,
        counts: `over ${amount(row.cells ?? 0, 'vergelijkbaar resultaat', 'vergelijkbare resultaten')}`,
        of: newest,
      }),
      notes:
        row.percentageFrom && row.percentageTo
          ? [...meanNotes(to, row.scope), ...roundingNotes(row.percentageFrom, row.percentageTo)]
          : [],
    },
    leftOut: leftOut(row),
  }));
}
