import { type Cell, isKnown } from '../../compute/cells.ts';
import type { RoundFigures } from '../../compute/round.ts';
import { capitalized } from '../../format/sentence.ts';
import { outcomesText } from '../../format/progress.ts';
import { groupBy } from '../../model/group.ts';
import { type Status, STATUSES } from '../../model/round.ts';
import type { NormContext, ReportContext } from '../context.ts';
import { ambitionLink, link, type Link } from './link.ts';
import { statusView, type StatusView } from './result.ts';
import { type SourceView, sourceViews } from './source.ts';

/** The organisations with one status for one ambition. */
export interface StatusGroup {
  readonly status: StatusView;
  readonly organisations: readonly Link[];
}

/** What is known about one ambition. */
export interface KnownResult {
  readonly ambition: Link;
  readonly groups: readonly StatusGroup[];
  readonly sources: readonly SourceView[];
}

export interface KnownResults {
  /** "3 uitkomsten, in alle zes gemeenten". */
  readonly summary: string;
  readonly results: readonly KnownResult[];
}

/** Organisations by status, in the order of the statuses. */
export function statusGroups(context: ReportContext, { norm }: NormContext, cells: readonly Cell[]): StatusGroup[] {
  const byStatus = groupBy(cells, ({ result }): Status => result.status);
  return STATUSES.flatMap((status) => {
    const group = byStatus.get(status);
    return group
      ? [
          {
            status: statusView(status, norm),
            organisations: group.map(({ organisation }) =>
              link(context.organisation(organisation).shortName, context.to.organisation(organisation)),
            ),
          },
        ]
      : [];
  });
}

/** A short text on the known results among some cells of a norm that is not complete. */
export function knownText(context: ReportContext, { norm }: NormContext, cells: readonly Cell[]): string {
  const known = cells.filter(({ result }) => isKnown(result.status));
  const byPoint = [...groupBy(known, ({ ambition }) => ambition.id).values()];
  const having = new Set(known.map(({ organisation }) => organisation));
  return outcomesText(
    byPoint.length,
    norm.participants.map(({ organisation }) => ({
      ...context.organisation(organisation),
      known: having.has(organisation),
    })),
    byPoint.every((point) => point.length === having.size),
  );
}

/** What is publicly known in a round of a norm that is not complete: a list, never a share of a whole. */
export function knownResults(context: ReportContext, norm: NormContext, round: RoundFigures): KnownResults {
  const { byAmbition } = norm.index(round);
  return {
    summary: capitalized(knownText(context, norm, round.cells)),
    results: norm.norm.ambitions.flatMap((ambition) => {
      const cells = byAmbition.get(ambition.id);
      return cells
        ? [
            {
              ambition: ambitionLink(context, norm.norm, ambition),
              groups: statusGroups(context, norm, cells),
              sources: sourceViews(
                context,
                cells.flatMap(({ result }) => result.sources),
              ),
            },
          ]
        : [];
    }),
  };
}
