import type { Counting, Norm, StatusWords } from '../model/norm.ts';
import type { CorrectedValue } from '../model/round.ts';
import { dateWhen } from './date.ts';
import { reportedText, weightedPoint, weightOf, weightText } from './number.ts';
import { amount, enumeration } from './sentence.ts';
import { organisationNoun, statusPhrase } from './terms.ts';

/** An organisation that has results in only one of two rounds. `name` as it is written on its own. */
export interface Mover {
  readonly name: string;
  /** Whether its name is a Dutch "het" word, and so takes "dat". */
  readonly neuter: boolean;
}

/** Why results are left out of a change; see `LeftOutOfChange`. */
export interface OutOfChange {
  readonly joined: readonly Mover[];
  readonly left: readonly Mover[];
  readonly newPoints: number;
  readonly endedPoints: number;
  readonly notApplicable: number;
  readonly notKnown: number;
}

/** Up to this number organisations are named; beyond it they are counted. */
const MOST_NAMES = 3;

/** Adds a comma before "en" if the part before it has one: "X, dat later meedeed, en 1 nieuw punt". */
function enumerated(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  return before.length === 0 ? last : `${before.join(', ')}${before.at(-1)!.includes(', ') ? ',' : ''} en ${last}`;
}

/** "waterschap X, dat later meedeed", "A en B, die later meededen", "7 organisaties, die later meededen". */
function moversText(movers: readonly Mover[], when: string): string[] {
  if (movers.length === 0) return [];
  const names =
    movers.length > MOST_NAMES
      ? `${movers.length} organisaties`
      : enumerated(movers.map(({ name }) => organisationNoun(name)));
  if (movers.length > 1) return [`${names}, die ${when} meededen`];
  return [`${names}, ${movers[0]!.neuter ? 'dat' : 'die'} ${when} meedeed`];
}

/**
 * The results that a change covers, and why others are left out: "van 170 resultaten die in beide metingen bekend zijn,
 * zonder het waterschap, dat later meedeed, en 1 nieuw punt". Source: figures, "Shown".
 */
export function changeBasis(points: number, out: OutOfChange): string {
  const basis =
    points === 0
      ? 'geen resultaten die in beide metingen bekend zijn'
      : points === 1
        ? 'van 1 resultaat dat in beide metingen bekend is'
        : `van ${points} resultaten die in beide metingen bekend zijn`;
  const reasons = [
    ...moversText(out.joined, 'later'),
    ...moversText(out.left, 'niet meer'),
    ...(out.newPoints > 0 ? [amount(out.newPoints, 'nieuw punt', 'nieuwe punten')] : []),
    ...(out.endedPoints > 0
      ? [amount(out.endedPoints, 'punt dat niet meer geldt', 'punten die niet meer gelden')]
      : []),
    ...(out.notApplicable > 0
      ? [
          amount(
            out.notApplicable,
            'resultaat dat in één van beide niet van toepassing was',
            'resultaten die in één van beide niet van toepassing waren',
          ),
        ]
      : []),
    ...(out.notKnown > 0
      ? [amount(out.notKnown, 'resultaat dat niet in beide bekend is', 'resultaten die niet in beide bekend zijn')]
      : []),
  ];
  return points === 0 || reasons.length === 0 ? basis : `${basis}, zonder ${enumerated(reasons)}`;
}

/** Numbers of ambitions and of results that a comparison leaves out; null where there is no such number. */
interface LeftOutCounts {
  readonly added: number | null;
  readonly dropped: number | null;
  readonly notComparable: number | null;
  readonly oneNorm: number | null;
  readonly notApplicable: number | null;
  readonly notKnown: number | null;
}

function result(count: number, why: string): string {
  return `${amount(count, 'resultaat', 'resultaten')}: ${why}`;
}

/** Returns a text for each reason for which something was left out. */
export function leftOutTexts(counts: LeftOutCounts): string[] {
  const reasons: readonly (readonly [number | null, (count: number) => string])[] = [
    [counts.added, (count) => amount(count, 'nieuw punt', 'nieuwe punten')],
    [counts.dropped, (count) => amount(count, 'vervallen punt', 'vervallen punten')],
    [counts.notComparable, (count) => amount(count, 'niet vergelijkbaar punt', 'niet vergelijkbare punten')],
    [counts.oneNorm, (count) => result(count, 'de organisatie doet maar aan één van de normen mee')],
    [counts.notApplicable, (count) => result(count, 'niet van toepassing')],
    [counts.notKnown, (count) => result(count, 'niet in beide normen bekend')],
  ];
  return reasons.flatMap(([count, text]) => (count ? [text(count)] : []));
}

/** The parts of a norm that determine how it counts. */
type Counted = Pick<Norm, 'version' | 'counting' | 'statusWords'>;

/** Weight of partly achieved ambitions in a norm, after a mention of that in another norm. */
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
 * Says that two norms count differently and that both are counted as in the newer one here; null if they count alike.
 * Source: figures, "Like for like".
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

/**
 * Old and new value of a result or a reported figure: "van niet behaald naar deels behaald", "van 48% naar 49%"; "naar
 * niet openbaar".
 */
export function correctedText(value: CorrectedValue, words: StatusWords): string {
  return value.kind === 'result'
    ? `${value.from === null ? '' : `van ${statusPhrase(value.from, words)} `}naar ${statusPhrase(value.to, words)}`
    : `van ${reportedText(value.from)} naar ${reportedText(value.to)}`;
}

/** When a round was published. `published`: an EDTF date. */
export function publishedWhen(published: string | null): string {
  return published === null
    ? 'Wanneer deze meting is gepubliceerd, is niet bekend.'
    : `Deze meting is gepubliceerd ${dateWhen(published)}.`;
}

/** The same, followed by whether anything was corrected since. */
export function publishedSentence(published: string | null, corrections: number): string {
  const since = published === null ? 'Op deze site' : 'Daarna';
  return `${publishedWhen(published)} ${corrections === 0 ? `${since} is er niets gecorrigeerd.` : `${since} is dit gecorrigeerd:`}`;
}
