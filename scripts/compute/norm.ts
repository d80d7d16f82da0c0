import type { Norm } from '../model/norm.ts';
import type { Organisation } from '../model/organisation.ts';
import { computeChanges, type RoundChange } from './change.ts';
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
