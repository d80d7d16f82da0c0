import { byDate } from '../model/date.ts';
import type { Norm } from '../model/norm.ts';
import type { Organisation } from '../model/organisation.ts';
import type { ReportData } from '../model/report.ts';
import { computeChanges, type RoundChange } from './change.ts';
import { type Comparison, computeComparison } from './comparison.ts';
import type { Figures } from './figures.ts';
import { computeRound, type RoundFigures } from './round.ts';

/** A norm with the figures of its rounds, in order of date, and what changed between them. */
export interface NormFigures {
  readonly norm: Norm;
  readonly rounds: readonly RoundFigures[];
  readonly changes: readonly RoundChange[];
}

/** Figures of all rounds of one norm. `organisations` by id. */
export function computeNorm(norm: Norm, organisations: ReadonlyMap<string, Organisation>): NormFigures {
  const rounds = norm.rounds.map((round) => computeRound(norm, round, organisations));
  return { norm, rounds, changes: computeChanges(norm, rounds) };
}

/** The figure with which a report opens. */
interface Headline {
  readonly norm: NormFigures;
  readonly round: RoundFigures;
  readonly figures: Figures;
  /** The newest round of that norm, where it is later and has no such figure; else null. */
  readonly laterRound: RoundFigures | null;
}

/**
 * Total of the newest norm that has a round with a percentage, bounds or a reported total, in the latest such round.
 * `norms` by version. Source: figures, "The headline of a report".
 */
function headlineOf(norms: readonly NormFigures[]): Headline | null {
  for (const norm of norms.toReversed()) {
    const latest = norm.rounds.at(-1);
    for (const round of norm.rounds.toReversed()) {
      const figures = round.byScope.get('total');
      if (figures && (figures.lower || figures.reported))
        return { norm, round, figures, laterRound: latest && latest !== round ? latest : null };
    }
  }
  return null;
}

/** Organisations that a norm names: those that take part, and those to which a point applies by name. */
function organisationsOf({ participants, ambitions }: Norm): string[] {
  return [
    ...participants.map(({ organisation }) => organisation),
    ...ambitions.flatMap(({ appliesTo }) =>
      (appliesTo ?? []).flatMap((to) => ('organisation' in to ? [to.organisation] : [])),
    ),
  ];
}

/**
 * What may be seen of a report: no norm and no round in concept, nor what refers to such a norm, nor an organisation
 * that no other norm names. Participants and points stay as they are. Everything that is published is computed from
 * what this returns.
 */
function publishable(report: ReportData): ReportData {
  const norms = report.norms.filter(({ status }) => status !== 'concept');
  function isPublished(version: string | null): boolean {
    return norms.some((norm) => norm.version === version);
  }
  const named = new Set(norms.flatMap(organisationsOf));
  return {
    ...report,
    organisations: report.organisations.filter(({ id }) => named.has(id)),
    norms: norms.map((norm): Norm => ({
      ...norm,
      ...(isPublished(norm.predecessor)
        ? {}
        : {
            predecessor: null,
            dropped: [],
            ambitions: norm.ambitions.map((ambition) => ({ ...ambition, origins: [] })),
          }),
      rounds: norm.rounds.filter(({ concept }) => !concept),
    })),
  };
}

/**
 * A report with all its figures: what pages, charts, feeds and downloads are made of. Holds nothing that is not public.
 */
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
