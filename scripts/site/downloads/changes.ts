import type { Report } from '../../compute/report.ts';
import { scopeCells } from './figures.ts';
import type { Table } from './table.ts';

/** wijzigingen.csv: every round beside the one before it. */
export function changesTable({ norms }: Report): Table {
  return {
    name: 'wijzigingen',
    columns: [
      'norm',
      'van',
      'naar',
      'bereik',
      'thema',
      'organisatie',
      'punten',
      'vooruit',
      'achteruit',
      'gelijk',
      'percentage_van',
      'percentage_naar',
      'verschil',
    ],
    rows: norms.flatMap(({ norm, changes }) =>
      changes.flatMap(({ from, to, scopes }) =>
        scopes.map((change) => {
          const [scope, theme, , organisation] = scopeCells(change.scope);
          return [
            norm.version,
            from.id,
            to.id,
            scope,
            theme,
            organisation,
            change.points,
            change.forward,
            change.backward,
            change.equal,
            change.percentageFrom,
            change.percentageTo,
            change.difference,
          ];
        }),
      ),
    ),
  };
}
