import type { Edition, FrozenResult } from '../model/edition.ts';
import type { ReportData } from '../model/report.ts';

/** A result in an edition, with its norm and round. */
export interface PlacedResult extends FrozenResult {
  readonly norm: string;
  readonly round: string;
}

/** Returns the results that an edition shows and that are no longer public. */
export function hiddenSince({ norms: frozen }: Edition, { norms }: ReportData): PlacedResult[] {
  return frozen.flatMap(({ version, rounds }) =>
    rounds.flatMap(({ id, results }) => {
      const now = norms.find((norm) => norm.version === version)?.rounds.find((round) => round.id === id);
      const hidden = new Set(
        now?.results.flatMap(({ organisation, results: rows }) =>
          rows.filter(({ status }) => status === 'not-public').map(({ ambition }) => `${ambition} ${organisation}`),
        ),
      );
      return results
        .filter(({ status }) => status !== 'not-public')
        .filter(({ ambition, organisation }) => hidden.has(`${ambition} ${organisation}`))
        .map((result) => ({ ...result, norm: version, round: id }));
    }),
  );
}
