import type { Fraction } from '../../model/fraction.ts';
import type { Comparison, ComparisonRow } from '../../compute/comparison.ts';
import { amount } from '../../format/count.ts';
import { dateText } from '../../format/date.ts';
import { leftOutTexts } from '../../format/left-out.ts';
import { differenceText, NO_FIGURE, percentText, roundingNotes } from '../../format/percentage.ts';
import type { Round } from '../../model/round.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../norm-context.ts';
import { figureIdentity } from './figure-identity.ts';
import type { FigureView } from './figure.ts';
import { link } from './link.ts';
import { originLink } from './origin.ts';
import { scopeName } from './reported-list.ts';
import { sourceViews } from './source.ts';

/** One set of a comparison: both percentages, the difference, and what was left out. */
export interface ComparedRow {
  readonly kind: ComparisonRow['scope']['kind'];
  readonly name: string;
  readonly from: FigureView;
  readonly to: FigureView;
  readonly difference: FigureView;
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
    version: string,
    round: Round,
    value: Fraction | null,
    text: (value: Fraction) => string,
    kind: FigureView['kind'],
  ): FigureView {
    return {
      identity: figureIdentity('vergelijking', [from.version, to.version], row.scope),
      column,
      kind: value ? kind : 'none',
      value: value ? text(value) : NO_FIGURE,
      basis: value ? 'berekend' : 'geen vergelijkbare resultaten',
      counts: value && `over ${amount(row.cells ?? 0, 'vergelijkbaar resultaat', 'vergelijkbare resultaten')}`,
      notes: [],
      gauge: null,
      reported: null,
      round: link(round.title, context.to.round(version, round.id)),
      date: dateText(round.date),
      sources: sourceViews(context, round.sources),
      method: link('Zo komt dit cijfer tot stand', context.to.method),
      place: originLink(context, round.at.start),
      tells: true,
    };
  }
  return rows.map((row) => ({
    kind: row.scope.kind,
    name: scopeName(context, newer, row.scope),
    from: figure(row, 'percentage_van', from.version, roundFrom, row.percentageFrom, percentText, 'computed'),
    to: figure(row, 'percentage_naar', to.version, roundTo, row.percentageTo, percentText, 'computed'),
    difference: {
      ...figure(row, 'verschil', to.version, roundTo, row.difference, differenceText, 'difference'),
      notes: row.percentageFrom && row.percentageTo ? roundingNotes(row.percentageFrom, row.percentageTo) : [],
    },
    leftOut: leftOut(row),
  }));
}
