import { applicable, known } from '../../compute/cells.ts';
import type { Figures, Scope } from '../../compute/figures.ts';
import type { Report } from '../../compute/report.ts';
import {
  ASSESSOR,
  DOCUMENT_KIND,
  NORM_STATUS,
  ORGANISATION_KIND,
  RELATION,
  ROUND_KIND,
  STATUS,
} from '../../contract/words.ts';
import type { Source } from '../../model/source.ts';
import type { Table, TableCell } from './table.ts';

/** From names in the program back to the words of the contract. */
function inverse<Word extends string, Name extends string>(words: Readonly<Record<Word, Name>>) {
  return Object.fromEntries(Object.entries(words).map(([word, name]) => [name, word])) as Record<Name, Word>;
}

export const statusWord = inverse(STATUS);
export const relationWord = inverse(RELATION);
export const assessorWord = inverse(ASSESSOR);
export const roundKindWord = inverse(ROUND_KIND);
export const normStatusWord = inverse(NORM_STATUS);
export const documentKindWord = inverse(DOCUMENT_KIND);
export const organisationKindWord = inverse(ORGANISATION_KIND);

/** Ids of sources in one cell; sources that are not public have no id here. */
export function sourcesText(sources: readonly Source[]): string | null {
  return sources.length === 0
    ? null
    : sources.map((source) => (source.public ? source.document : 'niet openbaar')).join(', ');
}

/** resultaten.csv: every cell with a result, by norm, round, organisation and ambition. */
export function resultsTable({ norms }: Report): Table {
  return {
    name: 'resultaten',
    columns: [
      'norm',
      'meting',
      'datum',
      'thema',
      'ambitiepunt',
      'organisatie',
      'status',
      'toelichting',
      'reden',
      'verwacht',
      'bron',
    ],
    rows: norms.flatMap(({ norm, rounds }) =>
      rounds.flatMap(({ round, cells }) =>
        cells.map(({ ambition, organisation, result }) => [
          norm.version,
          round.id,
          round.date,
          ambition.theme,
          ambition.id,
          organisation,
          statusWord[result.status],
          result.explanation,
          result.reason,
          result.expected,
          sourcesText(result.sources),
        ]),
      ),
    ),
  };
}

/** The cells `bereik;thema;ambitiepunt;organisatie` of a set. */
function scopeCells(scope: Scope): [string, string | null, string | null, string | null] {
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

/** wijzigingen.csv: every round compared with the one before it. */
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

/** vergelijking.csv: every norm compared with the one that it replaces. */
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
