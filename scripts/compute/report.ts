import type { Organisation } from '../model/organisation.ts';
import type { ReportData } from '../model/report.ts';
import { computeComparison, type Comparison } from './comparison.ts';
import { byDate } from '../model/date.ts';
import { headlineOf, type Headline } from './headline.ts';
import { computeNorm, type NormFigures } from './norm.ts';
import { publishable } from './publish.ts';

/** A report with all its figures: what pages, charts, feeds and downloads are made of. Holds nothing that is not public. */
export interface Report {
  /** Published norms and rounds only. */
  readonly data: ReportData;
  /** In order of version. */
  readonly norms: readonly NormFigures[];
  /** Each norm beside the one it replaces. */
  readonly comparisons: readonly Comparison[];
  readonly headline: Headline | null;
  /** Versions of the norms for which a newer round is being made; not more is known of it than that. */
  readonly roundInProgress: ReadonlySet<string>;
}

/** All figures of one report. */
export function computeReport(authored: ReportData): Report {
  const data = publishable(authored);
  const organisations = new Map<string, Organisation>(
    data.organisations.map((organisation) => [organisation.id, organisation]),
  );
  const norms = data.norms.map((norm) => computeNorm(norm, organisations));
  const byVersion = new Map(norms.map((figures) => [figures.norm.version, figures]));
  const comparisons = norms.flatMap((to) => {
    const from = to.norm.predecessor === null ? undefined : byVersion.get(to.norm.predecessor);
    return from ? [computeComparison(from, to, data.organisations)] : [];
  });
  return { data, norms, comparisons, headline: headlineOf(norms), roundInProgress: inProgress(authored) };
}

function inProgress({ norms }: ReportData): ReadonlySet<string> {
  return new Set(
    norms
      .filter(({ status, rounds }) => {
        const latest = rounds.findLast(({ concept }) => !concept);
        return (
          status !== 'concept' &&
          rounds.some(({ concept, date }) => concept && (!latest || byDate(latest.date, date) < 0))
        );
      })
      .map(({ version }) => version),
  );
}
