import type { Fraction } from '../../model/fraction.ts';
import type {
  CorrectedValue,
  Correction,
  OrganisationResults,
  Reported,
  ReportedScope,
  Result,
  Round,
  Status,
} from '../../model/round.ts';
import type { CheckedFile } from '../../model/tree.ts';
import type { AuthoredRow, STATUS_WORDS } from '../files/results.ts';
import type { AuthoredRound } from '../files/round.ts';
import type { ReadResults } from '../read-file.ts';
import { entryOf, nodeAt, placesOf, startOf } from '../tree.ts';
import { ASSESSOR, exact, ROUND_KIND, STATUS } from '../words.ts';
import type { SourceReader } from './report.ts';

type AuthoredCorrection = NonNullable<AuthoredRound['correcties']>[number];
type StatusWord = (typeof STATUS_WORDS)[number];

/**
 * The contract requires a scope for percentages, and an ambition and organisation for statuses. Anything else has been
 * reported and is in doubt; placeholders take its place.
 */
function valueOf(
  { punt, organisatie, bereik, oud, nieuw }: AuthoredCorrection,
  scopeOf: (authored: string) => ReportedScope,
): CorrectedValue {
  return bereik === undefined
    ? {
        kind: 'result',
        ambition: punt ?? '…',
        organisation: organisatie ?? '…',
        from: oud === undefined ? null : statusOf(oud),
        to: statusOf(nieuw),
      }
    : { kind: 'reported', scope: scopeOf(bereik), from: percentageOf(oud), to: percentageOf(nieuw) };
}

function statusOf(value: AuthoredCorrection['nieuw']): Status {
  return STATUS[value as StatusWord] ?? 'not-assessed';
}

function percentageOf(value: AuthoredCorrection['oud']): Fraction {
  return exact(typeof value === 'number' ? value : 0);
}

/** Maps `correcties` of meting.yaml to the model. */
function mapCorrections(
  authored: AuthoredRound['correcties'],
  source: CheckedFile,
  sources: SourceReader,
  scopeOf: (authored: string) => ReportedScope,
): Correction[] {
  return (authored ?? []).map((each, index) => ({
    date: each.datum,
    value: valueOf(each, scopeOf),
    reason: each.reden,
    sources: sources.read(each.bron, source, ['correcties', index, 'bron']),
    at: placesOf(source, ['correcties', index], {
      date: 'datum',
      ambition: 'punt',
      organisation: 'organisatie',
      scope: 'bereik',
      from: 'oud',
      to: 'nieuw',
    }),
  }));
}

function scopeOf(authored: string): ReportedScope {
  const [kind, id = ''] = authored.split(':');
  if (kind === 'thema') return { kind: 'theme', theme: id };
  return kind === 'organisatie' ? { kind: 'organisation', organisation: id } : { kind: 'total' };
}

/** Maps meting.yaml and its results to the model. */
export function mapRound(
  id: string,
  authored: AuthoredRound,
  source: CheckedFile,
  sources: SourceReader,
  results: readonly OrganisationResults[],
): Round {
  function reported(each: NonNullable<AuthoredRound['gerapporteerd']>[number], index: number): Reported {
    return {
      scope: scopeOf(each.bereik),
      percentage: exact(each.percentage),
      sources: sources.read(each.bron, source, ['gerapporteerd', index, 'bron']),
      explanation: each.toelichting ?? null,
      at: placesOf(source, ['gerapporteerd', index], {
        scope: 'bereik',
        percentage: 'percentage',
        explanation: 'toelichting',
      }),
    };
  }

  return {
    id,
    title: authored.titel,
    date: authored.datum,
    kind: ROUND_KIND[authored.soort],
    assessment: authored.beoordeling
      ? { by: ASSESSOR[authored.beoordeling.door], explanation: authored.beoordeling.toelichting ?? null }
      : null,
    concept: authored.concept ?? false,
    published: authored.gepubliceerd ?? null,
    explanation: authored.toelichting ?? null,
    sources: sources.read(authored.bron, source, ['bron']),
    level: authored.niveau === 'punten' ? 'points' : 'total',
    reported: authored.gerapporteerd?.map(reported) ?? [],
    corrections: mapCorrections(authored.correcties, source, sources, scopeOf),
    results,
    at: placesOf(source, [], {
      date: 'datum',
      level: 'niveau',
      published: 'gepubliceerd',
      reported: 'gerapporteerd',
    }),
  };
}

/** Maps a file of results to the model. */
export function mapResults(
  { file: source, organisation, unclear, leftOut }: ReadResults,
  sources: SourceReader,
): OrganisationResults {
  const { file, tree, value } = source;
  const rows = nodeAt(tree, ['resultaten']);
  const entries = new Map(rows?.kind === 'mapping' ? rows.entries.map((entry) => [entry.key, entry]) : []);

  function result([ambition, row]: [string, AuthoredRow]): Result {
    const full: Exclude<AuthoredRow, string> = typeof row === 'string' ? { status: row } : row;
    const path = ['resultaten', ambition];
    const entry = entries.get(ambition);
    return {
      ambition,
      status: STATUS[full.status],
      explanation: full.toelichting ?? null,
      reason: full.reden ?? null,
      expected: full.verwacht ?? null,
      responsible: full.verantwoordelijk ?? null,
      sources: full.bron === undefined ? [] : sources.read(full.bron, source, [...path, 'bron']),
      place: { file, offset: entry?.keyStart ?? startOf(rows) },
      expectedAt:
        full.verwacht === undefined || source.isDoubtful([...path, 'verwacht'])
          ? null
          : { file, offset: entryOf(entry?.value, 'verwacht')?.value.start ?? 0 },
      isDoubtful: source.isDoubtful(path) || source.isDoubtful([...path, 'status']),
    };
  }

  return {
    organisation,
    response: value.reactie ?? null,
    results: Object.entries(value.resultaten ?? {}).map(result),
    unclear,
    leftOut,
    file,
    // Missing rows are reported at the first row, or at the start of the file if it has no rows at all.
    at: {
      ...placesOf(source, [], { organisation: 'organisatie', results: 'resultaten' }),
      start: { file, offset: entryOf(tree ?? undefined, 'resultaten') ? startOf(rows) : startOf(tree ?? undefined) },
    },
  };
}
