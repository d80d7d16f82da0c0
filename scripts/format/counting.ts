import type { Counting, Norm } from '../model/norm.ts';
import { enumeration } from './list.ts';
import { weightedPoint, weightOf, weightText } from './percentage.ts';

/** A norm as far as it says how it counts. */
export type Counted = Pick<Norm, 'version' | 'counting' | 'statusWords'>;

/** How partly achieved points count in a norm, where that of another was said before. */
function weightBefore(before: Counted, said: Counted): string {
  const [point, other] = [weightedPoint(before), weightedPoint(said)];
  return `telt ${point === other ? 'het' : point} ${weightOf(before)}`;
}

const TOTAL: Readonly<Record<Counting['total'], string>> = {
  joint: 'het totaal en de thema’s gaan over alle resultaten samen',
  'mean-per-organisation': 'het totaal en de thema’s zijn het gemiddelde van de organisaties',
};

const TOTAL_BEFORE: Readonly<Record<Counting['total'], string>> = {
  joint: 'gaan zij over alle resultaten samen',
  'mean-per-organisation': 'zijn zij het gemiddelde van de organisaties',
};

/**
 * That two norms count differently, and that both are counted here as the newer one; null where they do not. Source: figures, "Like for like".
 */
export function countingSentence(from: Counted, to: Counted): string | null {
  const [old, now] = [from.counting.partlyAchieved, to.counting.partlyAchieved];
  const [before, after] = [from.counting.total, to.counting.total];
  const differences = [
    ...(old.numerator * now.denominator === now.numerator * old.denominator
      ? []
      : [`${weightText(to)} (in norm ${from.version} ${weightBefore(from, to)})`]),
    ...(before === after ? [] : [`${TOTAL[after]} (in norm ${from.version} ${TOTAL_BEFORE[before]})`]),
  ];
  return differences.length === 0
    ? null
    : `Norm ${from.version} en norm ${to.version} tellen verschillend. Hier zijn beide geteld zoals norm ${to.version}: ${enumeration(differences)}.`;
}
