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

/** A status as a symbol and a text; `name` is for the style sheet. */
export interface StatusView {
  readonly symbol: string;
  readonly text: string;
  readonly name: string;
}

/** There are six of a norm, and a site shows them a hundred thousand times. */
const viewsOf = memo(
  (words: StatusWords) =>
    new Map(STATUSES.map((name): [Status, StatusView] => [name, { ...statusText(name, words), name }])),
);

/** A status as the readers of its norm see it. */
export function statusView(status: Status, { statusWords }: Pick<Norm, 'statusWords'>): StatusView {
  return viewsOf(statusWords).get(status)!;
}

/** No cell: the point does not apply to the organisation, or neither took part yet or any more. */
export const NO_CELL: StatusView = { symbol: '', text: 'geldt hier niet', name: 'no-cell' };

/** The result of one organisation on one point in one round. */
export interface ResultView {
  readonly organisation: Link;
  readonly ambition: Link;
  readonly status: StatusView;
  /** Markdown. */
  readonly explanation: string | null;
  readonly reason: string | null;
  readonly expected: string | null;
  readonly overdue: boolean;
  /** Who answers for it: a department or function. */
  readonly responsible: string | null;
  readonly sources: readonly SourceView[];
  /** Its row in the data, if the repository is known. */
  readonly place: Link | null;
}

/**
 * Whether what was expected of a newest result had passed when the newest round was published. What an older round
 * expected may have been put off since.
 */
export function isOverdue({ latest, latestWithCells, index }: NormContext, cell: Cell): boolean {
  const { ambition, organisation, result } = cell;
  if (!latest || !latestWithCells || result.expected === null) return false;
  return (
    endsBefore(result.expected, latest.round.published ?? latest.round.date) &&
    index(latestWithCells).cell(ambition.id, organisation) === cell
  );
}

/** One result with all that is said of it. */
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
