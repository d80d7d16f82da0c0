import type { Cell } from '../../compute/cells.ts';
import { expectedText } from '../../format/date.ts';
import { statusText } from '../../format/terms.ts';
import { endsBefore } from '../../model/date.ts';
import { memo } from '../../model/memo.ts';
import type { Norm, StatusWords } from '../../model/norm.ts';
import { type Status, STATUSES } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { ambitionLink, link, type Link } from './link.ts';
import { originLink, type SourceView, sourceViews } from './source.ts';

/** A status as symbol and text; the style sheet uses `name`. */
export interface StatusView {
  readonly symbol: string;
  readonly text: string;
  readonly name: string;
}

/** Cached: a norm has six, and a site shows them hundreds of thousands of times. */
const viewsOf = memo(
  (words: StatusWords) =>
    new Map(STATUSES.map((name): [Status, StatusView] => [name, { ...statusText(name, words), name }])),
);

/** A status in the words of its norm. */
export function statusView(status: Status, { statusWords }: Pick<Norm, 'statusWords'>): StatusView {
  return viewsOf(statusWords).get(status)!;
}

/** No cell: the ambition does not apply to the organisation, or one of them was not part of the norm in this round. */
export const NO_CELL: StatusView = { symbol: '', text: 'geldt hier niet', name: 'no-cell' };

/** The result of one organisation on one ambition in one round. */
export interface ResultView {
  readonly organisation: Link;
  readonly ambition: Link;
  readonly status: StatusView;
  /** Markdown. */
  readonly explanation: string | null;
  readonly reason: string | null;
  readonly expected: string | null;
  readonly overdue: boolean;
  /** The department or function responsible. */
  readonly responsible: string | null;
  readonly sources: readonly SourceView[];
  /** Its row in the data; null without a repository. */
  readonly place: Link | null;
}

/**
 * Whether the date expected in a newest result had passed when the newest round was published. Only newest results
 * count: dates in older rounds may have been put off since.
 */
export function isOverdue({ latest, latestWithCells, index }: NormContext, cell: Cell): boolean {
  const { ambition, organisation, result } = cell;
  if (!latest || !latestWithCells || result.expected === null) return false;
  return (
    endsBefore(result.expected, latest.round.published ?? latest.round.date) &&
    index(latestWithCells).cell(ambition.id, organisation) === cell
  );
}

/** One result with everything that is said about it. */
export function resultView(context: ReportContext, norm: NormContext, cell: Cell): ResultView {
  const { result, organisation } = cell;
  const overdue = isOverdue(norm, cell);
  return {
    organisation: link(context.organisation(organisation).shortName, context.to.organisation(organisation)),
    ambition: ambitionLink(context, norm.norm, cell.ambition),
    status: statusView(result.status, norm.norm),
    explanation: result.explanation,
    reason: result.reason,
    expected: result.expected && expectedText(result.expected, overdue, norm.norm.statusWords),
    overdue,
    responsible: result.responsible,
    sources: sourceViews(context, result.sources),
    place: originLink(context, result.place),
  };
}
