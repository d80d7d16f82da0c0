import type { Report } from '../../compute/report.ts';
import { type Before, isOpen, openSince } from '../../compute/trail.ts';
import type { NormContext } from '../context.ts';
import { isOverdue } from '../views/result.ts';
import type { Table } from './table.ts';
import { sourcesText, statusWord } from './tables.ts';

/** Columns of `open.csv`. */
export const OPEN_COLUMNS = [
  'norm',
  'meting',
  'thema',
  'ambitiepunt',
  'nummer',
  'titel',
  'organisatie',
  'status',
  'sinds',
  'sinds_norm',
  'sinds_meting',
  'daarvoor',
  'verwacht',
  'voorbij',
  'verantwoordelijk',
  'toelichting',
  'bron',
] as const;

const BEFORE: Readonly<Record<Before, string>> = {
  achieved: 'behaald',
  'not-applicable': 'niet van toepassing',
  unknown: 'niet bekend',
  'new-point': 'nieuw punt',
  'other-measure': 'andere maat',
  'first-round': 'eerste meting',
};

/** open.csv: the open results in the newest round of a norm with results per ambition, in the order of the norm. */
export function openTable(norms: Report['norms'], norm: NormContext): Table {
  const round = norm.latestWithCells!;
  const { byAmbition } = norm.index(round);
  const { version } = norm.norm;
  return {
    name: 'open',
    columns: OPEN_COLUMNS,
    rows: norm.norm.ambitions.flatMap((ambition) =>
      (byAmbition.get(ambition.id) ?? []).flatMap((cell) => {
        const { organisation, result } = cell;
        if (!isOpen(result.status)) return [];
        const since = openSince(norms, norm.figures, ambition, organisation)!;
        return [
          [
            version,
            round.round.id,
            ambition.theme,
            ambition.id,
            ambition.number,
            ambition.title,
            organisation,
            statusWord[result.status],
            since.round.date,
            since.norm.version,
            since.round.id,
            BEFORE[since.before],
            result.expected,
            result.expected === null ? null : isOverdue(norm, cell) ? 'ja' : 'nee',
            result.responsible,
            result.explanation,
            sourcesText(result.sources),
          ],
        ];
      }),
    ),
  };
}
