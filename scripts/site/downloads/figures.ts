import { applicable, known } from '../../compute/counts.ts';
import type { Figures } from '../../compute/figures.ts';
import type { Report } from '../../compute/report.ts';
import type { Scope } from '../../compute/scope.ts';
import type { Table, TableCell } from './table.ts';
import { sourcesText } from './words.ts';

/** `bereik;thema;ambitiepunt;organisatie` of a set. */
export function scopeCells(scope: Scope): [string, string | null, string | null, string | null] {
  switch (scope.kind) {
    case 'total':
      return ['totaal', null, null, null];
    case 'theme':
      return ['thema', scope.theme, null, null];
    case 'organisation':
      return ['organisatie', null, null, scope.organisation];
    case 'theme-organisation':
      return ['thema-organisatie', scope.theme, null, scope.organisation];
    case 'ambition':
      return ['ambitiepunt', scope.theme, scope.ambition, null];
  }
}

function countCells({ counts }: Figures): TableCell[] {
  return counts === null
    ? [null, null, null, null, null, null, null, null]
    : [
        applicable(counts),
        known(counts),
        counts.achieved,
        counts['partly-achieved'],
        counts['not-achieved'],
        counts['not-assessed'],
        counts['not-public'],
        counts['not-applicable'],
      ];
}

/** cijfers.csv: every set of every round. */
export function figuresTable({ norms }: Report): Table {
  return {
    name: 'cijfers',
    columns: [
      'norm',
      'meting',
      'bereik',
      'thema',
      'ambitiepunt',
      'organisatie',
      'van_toepassing',
      'bekend',
      'behaald',
      'deels_behaald',
      'niet_behaald',
      'niet_beoordeeld',
      'niet_openbaar',
      'niet_van_toepassing',
      'percentage',
      'ondergrens',
      'bovengrens',
      'dekking',
      'gerapporteerd',
      'gerapporteerd_bron',
    ],
    rows: norms.flatMap(({ norm, rounds }) =>
      rounds.flatMap(({ round, figures }) =>
        figures.map((set) => [
          norm.version,
          round.id,
          ...scopeCells(set.scope),
          ...countCells(set),
          set.percentage,
          set.lower,
          set.upper,
          set.coverage,
          set.reported?.percentage ?? null,
          set.reported && sourcesText(set.reported.sources),
        ]),
      ),
    ),
  };
}
