import type { Report } from '../../compute/report.ts';
import { scopeCells } from './figures.ts';
import type { Table } from './table.ts';

/** vergelijking.csv: every norm beside the one it replaces. */
export function comparisonTable({ comparisons }: Report): Table {
  return {
    name: 'vergelijking',
    columns: [
      'van',
      'naar',
      'meting_van',
      'meting_naar',
      'bereik',
      'thema',
      'organisatie',
      'cellen',
      'percentage_van',
      'percentage_naar',
      'verschil',
      'nieuw',
      'vervallen',
      'niet_vergelijkbaar',
      'een_norm',
      'niet_van_toepassing',
      'niet_bekend',
    ],
    rows: comparisons.flatMap(({ from, to, roundFrom, roundTo, rows }) =>
      rows.map((row) => {
        const [scope, theme, , organisation] = scopeCells(row.scope);
        return [
          from.version,
          to.version,
          roundFrom?.id ?? null,
          roundTo?.id ?? null,
          scope,
          theme,
          organisation,
          row.cells,
          row.percentageFrom,
          row.percentageTo,
          row.difference,
          row.added,
          row.dropped,
          row.notComparable,
          row.leftOut?.oneNorm ?? null,
          row.leftOut?.notApplicable ?? null,
          row.leftOut?.notKnown ?? null,
        ];
      }),
    ),
  };
}
