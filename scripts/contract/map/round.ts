import type { OrganisationResults, Reported, ReportedScope, Result, Round } from '../../model/round.ts';
import type { CheckedFile } from '../../model/tree.ts';
import type { AuthoredResults, AuthoredRow } from '../files/results.ts';
import type { AuthoredRound } from '../files/round.ts';
import { entryOf, nodeAt, placesOf, startOf } from '../tree.ts';
import { ROUND_KIND, STATUS } from '../words.ts';
import { mapCorrections } from './corrections.ts';
import { exact } from './number.ts';
import type { SourceReader } from './sources.ts';

function scopeOf(authored: string): ReportedScope {
  const [kind, id = ''] = authored.split(':');
  if (kind === 'thema') return { kind: 'theme', theme: id };
  return kind === 'organisatie' ? { kind: 'organisation', organisation: id } : { kind: 'total' };
}

/** meting.yaml and the results beside it as the program knows them. */
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
      at: placesOf(source, ['gerapporteerd', index], { scope: 'bereik', percentage: 'percentage' }),
    };
  }

  return {
    id,
    title: authored.titel,
    date: authored.datum,
    kind: ROUND_KIND[authored.soort],
    concept: authored.concept ?? false,
    published: authored.gepubliceerd ?? null,
    explanation: authored.toelichting ?? null,
    sources: sources.read(authored.bron, source, ['bron']),
    level: authored.niveau === 'punten' ? 'points' : 'total',
    reported: authored.gerapporteerd?.map(reported) ?? [],
    corrections: mapCorrections(authored.correcties, source, sources, scopeOf),
    results,
    at: placesOf(source, [], { date: 'datum', level: 'niveau' }),
  };
}

/** A file of results as the program knows it. */
export function mapResults(authored: AuthoredResults, source: CheckedFile, sources: SourceReader): OrganisationResults {
  const { file, tree } = source;
  const rows = nodeAt(tree, ['resultaten']);
  const keyPlaces = new Map(rows?.kind === 'mapping' ? rows.entries.map(({ key, keyStart }) => [key, keyStart]) : []);

  function result([ambition, row]: [string, AuthoredRow]): Result {
    const full: Exclude<AuthoredRow, string> = typeof row === 'string' ? { status: row } : row;
    return {
      ambition,
      status: STATUS[full.status],
      explanation: full.toelichting ?? null,
      reason: full.reden ?? null,
      expected: full.verwacht ?? null,
      sources: full.bron === undefined ? [] : sources.read(full.bron, source, ['resultaten', ambition, 'bron']),
      place: { file, offset: keyPlaces.get(ambition) ?? startOf(rows) },
    };
  }

  return {
    organisation: authored.organisatie,
    results: Object.entries(authored.resultaten ?? {}).map(result),
    file,
    // Missing rows are reported at the first key of the rows, or at the whole where there are none.
    at: {
      ...placesOf(source, [], { organisation: 'organisatie', results: 'resultaten' }),
      start: { file, offset: entryOf(tree ?? undefined, 'resultaten') ? startOf(rows) : startOf(tree ?? undefined) },
    },
  };
}
