import { byDate } from '../model/date.ts';
import type { Norm } from '../model/norm.ts';
import type { Organisation } from '../model/organisation.ts';
import type { ReportData } from '../model/report.ts';
import { computeChanges, type RoundChange } from './change.ts';
import { type Comparison, computeComparison } from './comparison.ts';
import type { Figures } from './figures.ts';
import { computeRound, type RoundFigures } from './round.ts';

/** A norm with the figures of its rounds, in order of date, and the changes between them. */
export interface NormFigures {
  readonly norm: Norm;
  readonly rounds: readonly RoundFigures[];
  readonly changes: readonly RoundChange[];
}

/** Computes all rounds of one norm. `organisations` by id. */
export function computeNorm(norm: Norm, organisations: ReadonlyMap<string, Organisation>): NormFigures {
  const rounds = norm.rounds.map((round) => computeRound(norm, round, organisations));
  return { norm, rounds, changes: computeChanges(norm, rounds) };
}

/** The main figure of a report. */
interface Headline {
  readonly norm: NormFigures;
  readonly round: RoundFigures;
  readonly figures: Figures;
  /** The newest round of that norm, if it is later and has no such figure; otherwise null. */
  readonly laterRound: RoundFigures | null;
}

/**
 * Total of the newest norm that has a round with a percentage, bounds or a reported total, in the latest such round.
 * `norms` in order of version. Source: figures, "The headline of a report".
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

/** Organisations that a norm names: as a participant, or as one to which an ambition applies. */
function organisationsOf({ participants, ambitions }: Norm): string[] {
  return [
    ...participants.map(({ organisation }) => organisation),
    ...ambitions.flatMap(({ appliesTo }) =>
      (appliesTo ?? []).flatMap((to) => ('organisation' in to ? [to.organisation] : [])),
    ),
  ];
}

/**
 * Removes what may not be seen: norms and rounds in concept, references to such norms, and organisations that no other
 * norm names. Participants and ambitions stay unchanged. Everything that is published is computed from the result.
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
 * A report with all its figures: the input of pages, charts, feeds and downloads. Contains nothing that is not public.
 */
export interface Report {
  /** Published norms and rounds only. */
  readonly data: ReportData;
  /** In order of version. */
  readonly norms: readonly NormFigures[];
  /** Each norm compared with the one it replaces. */
  readonly comparisons: readonly Comparison[];
  readonly headline: Headline | null;
  /** Versions of norms that have a newer round in concept; nothing more is public about such a round. */
  readonly roundInProgress: ReadonlySet<string>;
}

/** Computes all figures of one report. */
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
