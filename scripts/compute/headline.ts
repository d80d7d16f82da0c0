import type { NormFigures } from './norm.ts';
import type { Figures } from './figures.ts';
import type { RoundFigures } from './round.ts';

/** The figure with which a report opens. */
export interface Headline {
  readonly norm: NormFigures;
  readonly round: RoundFigures;
  readonly figures: Figures;
}

/** Total of the newest norm whose latest round has a percentage, bounds or a reported total. `norms` by version. */
export function headlineOf(norms: readonly NormFigures[]): Headline | null {
  for (const norm of norms.toReversed()) {
    const round = norm.rounds.at(-1);
    const figures = round?.byScope.get('total');
    if (round && figures && (figures.lower || figures.reported)) return { norm, round, figures };
  }
  return null;
}
