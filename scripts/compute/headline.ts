import type { Figures } from './figures.ts';
import type { NormFigures } from './norm.ts';
import type { RoundFigures } from './round.ts';

/** The figure with which a report opens. */
export interface Headline {
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
export function headlineOf(norms: readonly NormFigures[]): Headline | null {
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
