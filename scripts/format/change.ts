import { amount } from './count.ts';
import { organisationNoun } from './term.ts';

/** An organisation of which only one of two rounds has results. `name` as it is written on its own. */
export interface Mover {
  readonly name: string;
  /** Whether Dutch says "het" of it, and so "dat". */
  readonly neuter: boolean;
}

/** Why results are out of a change; see `LeftOutOfChange`. */
export interface OutOfChange {
  readonly joined: readonly Mover[];
  readonly left: readonly Mover[];
  readonly newPoints: number;
  readonly endedPoints: number;
  readonly notApplicable: number;
  readonly notKnown: number;
}

/** More organisations than this are counted and not named. */
const MOST_NAMES = 3;

/** With a comma before "en" where what stands before it has one: "X, dat later meedeed, en 1 nieuw punt". */
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
 * Over how many results a change goes, and why others are out: "van 170 resultaten die in beide metingen bekend zijn,
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
