import { type Cell, countCells, unknown } from '../../compute/cells.ts';
import { type Before, isOpen, openSince, type OpenSince } from '../../compute/trail.ts';
import { openSummary } from '../../format/answer.ts';
import { expectedShort, sinceReason, sinceText } from '../../format/letter.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../context.ts';
import { resultView, type ResultView } from './result.ts';

/** A result that is not achieved, with since when and the date by which it is expected. */
export interface OpenRow extends ResultView {
  readonly id: string;
  readonly since: {
    readonly text: string;
    readonly date: string;
    readonly reason: string | null;
    readonly before: Before;
  };
  readonly due: { readonly text: string; readonly isKnown: boolean };
  /** Whether it has remarks other than its status and dates. */
  readonly isRemarked: boolean;
}

/** Whether a result has remarks other than its status and dates. */
function hasRemarks({ explanation, reason, responsible, place, sources }: ResultView): boolean {
  return (explanation ?? reason ?? responsible ?? place) !== null || sources.length > 0;
}

/** Id of a result's row on the page of its organisation. */
export function rowId({ norm }: NormContext, ambition: { readonly id: string }): string {
  return `norm-${norm.version.replaceAll('.', '-')}-${ambition.id}`;
}

function sinceView(norm: NormContext, since: OpenSince): OpenRow['since'] {
  const reason = sinceReason(since.before, since.norm.statusWords);
  const older = since.norm === norm.norm ? null : `al in norm ${since.norm.version}`;
  return {
    text: sinceText(since.round.date, since.before),
    date: since.round.date,
    reason: [older, reason].filter((part) => part !== null).join('; ') || null,
    before: since.before,
  };
}

/** Rows for the cells of a newest round that are not achieved, in the same order. */
export function openRows(context: ReportContext, norm: NormContext, cells: readonly Cell[]): OpenRow[] {
  return cells
    .filter(({ result }) => isOpen(result.status))
    .map((cell) => {
      const { ambition, organisation, result } = cell;
      const since = openSince(context.report.norms, norm.figures, ambition, organisation)!;
      const view = resultView(context, norm, cell);
      return {
        ...view,
        id: rowId(norm, ambition),
        since: sinceView(norm, since),
        due: { text: expectedShort(result.expected), isKnown: result.expected !== null },
        responsible: result.responsible,
        isRemarked: hasRemarks(view),
      };
    });
}

/**
 * Sentences about what is open in the newest round of a norm, for all organisations or one. `rows` has all open results
 * of that scope.
 */
export function openSentences(
  { norm, latestWithCells, index }: NormContext,
  rows: readonly OpenRow[],
  organisation: string | null = null,
): string[] {
  const round = latestWithCells;
  const cells = (organisation === null ? round?.cells : round && index(round).byOrganisation.get(organisation)) ?? [];
  return openSummary({
    norm: `norm ${norm.version}`,
    complete: norm.complete,
    partly: rows.filter(({ status }) => status.name === 'partly-achieved').length,
    not: rows.filter(({ status }) => status.name === 'not-achieved').length,
    organisations: organisation === null ? new Set(rows.map((row) => row.organisation.href)).size : null,
    overdue: rows.filter(({ overdue }) => overdue).length,
    undated: rows.filter(({ due }) => !due.isKnown).length,
    unknown: unknown(countCells(cells)),
    words: norm.statusWords,
  });
}
