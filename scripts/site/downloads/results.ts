import type { Report } from '../../compute/report.ts';
import type { Table } from './table.ts';
import { sourcesText, statusWord } from './words.ts';

/** resultaten.csv: every cell that has a result, by norm, round, organisation and point. */
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
