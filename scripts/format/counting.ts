import type { Counting } from '../model/norm.ts';
import { enumeration } from './list.ts';
import { weightText } from './percentage.ts';

/** How partly achieved points count, where something else was said of them before. */
function weightBefore({ partlyAchieved }: Counting): string {
  return weightText(partlyAchieved).replace('een deels behaald punt telt', 'telt het');
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
 * That two norms count differently, and that both are counted here as the newer one; null where they do not. `from` and
 * `to`: their versions. Source: figures, "Like for like".
 */
export function countingSentence(from: string, before: Counting, to: string, after: Counting): string | null {
  const [old, now] = [before.partlyAchieved, after.partlyAchieved];
  const differences = [
    ...(old.numerator * now.denominator === now.numerator * old.denominator
      ? []
      : [`${weightText(now)} (in norm ${from} ${weightBefore(before)})`]),
    ...(before.total === after.total ? [] : [`${TOTAL[after.total]} (in norm ${from} ${TOTAL_BEFORE[before.total]})`]),
  ];
  return differences.length === 0
    ? null
    : `Norm ${from} en norm ${to} tellen verschillend. Hier zijn beide geteld zoals norm ${to}: ${enumeration(differences)}.`;
}
