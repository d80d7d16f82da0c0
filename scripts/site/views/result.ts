import type { Cell } from '../../compute/cells.ts';
import { endsBefore } from '../../model/date.ts';
import { expectedText } from '../../format/date.ts';
import type { ReportContext } from '../context.ts';
import type { NormContext } from '../norm-context.ts';
import { ambitionLink } from './ambition-link.ts';
import { link, type Link } from './link.ts';
import { originLink } from './origin.ts';
import { sourceViews, type SourceView } from './source.ts';
import { statusView, type StatusView } from './status.ts';

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
  readonly sources: readonly SourceView[];
  /** Its row in the data, if the repository is known. */
  readonly place: Link | null;
}

/** Whether what was expected of a newest result has passed in the newest round. What an older round expected may have been put off since. */
function isOverdue({ latest, latestWithCells, index }: NormContext, cell: Cell): boolean {
  const { ambition, organisation, result } = cell;
  if (!latest || !latestWithCells || result.expected === null) return false;
  return (
    endsBefore(result.expected, latest.round.date) && index(latestWithCells).cell(ambition.id, organisation) === cell
  );
}

/** One result with all that is said of it. */
export function resultView(context: ReportContext, norm: NormContext, cell: Cell): ResultView {
  const { result, organisation } = cell;
  const overdue = isOverdue(norm, cell);
  return {
    organisation: link(context.organisation(organisation).shortName, context.to.organisation(organisation)),
    ambition: ambitionLink(context, norm.norm, cell.ambition),
    status: statusView(result.status),
    explanation: result.explanation,
    reason: result.reason,
    expected: result.expected && expectedText(result.expected, overdue),
    overdue,
    sources: sourceViews(context, result.sources),
    place: originLink(context, result.place),
  };
}
