import type { z } from 'zod';
import { type RecordRule, rulesOf } from './records.ts';
import type { Path } from './tree.ts';

/** Paths in a file whose value is in doubt: something there is wrong, or not known to be right. */
export class Doubts {
  readonly #paths = new Set<string>();
  #isWhole = false;

  add(path: Path): void {
    if (path.length === 0) this.#isWhole = true;
    else this.#paths.add(keyOf(path));
  }

  /** Whether the value at a path, or one that it is part of, is in doubt. */
  has(path: Path): boolean {
    return (
      this.#isWhole ||
      (this.#paths.size > 0 && path.some((_, index) => this.#paths.has(keyOf(path.slice(0, index + 1)))))
    );
  }

  /** Whether anything within the value at a path is in doubt. */
  hasWithin(path: Path): boolean {
    const begin = keyOf(path).slice(0, -1);
    return [...this.#paths].some((each) => each.startsWith(`${begin},`));
  }
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

interface BrokenRule {
  readonly within: Path;
  readonly message: string;
}

type Fields = Readonly<Record<string, unknown>>;

interface Where {
  readonly path: Path;
  /** Fields that were written differently, and are a guess at what was meant. */
  readonly guessed: ReadonlySet<string>;
  readonly doubts: Doubts;
}

/**
 * Applies the rules of a record, except those that depend on a field in doubt. What they refuse is in doubt from then
 * on.
 */
export function brokenRules(schema: z.ZodType, value: Fields, where: Where): readonly BrokenRule[] {
  const { path, guessed, doubts } = where;
  return rulesOf(schema).flatMap(({ restsOn, ofItems, check }) => {
    if (restsOn.some((field) => doubts.has([...path, field]))) return [];
    const refusals = refusalsOf(check, value, where);
    if (refusals.length === 0) return [];
    // Any field that the rule depends on may be the wrong one.
    const wrong = [...refusals.map(({ within }) => within), ...(ofItems ? [] : restsOn.map((field) => [field]))];
    for (const within of wrong) doubts.add([...path, ...within]);
    // A refusal that is due to a guess only means that the guess was wrong.
    const isGuess = restsOn.some((field) => guessed.has(field)) && holdsWithout(guessed, check, value, where);
    return isGuess ? [] : refusals;
  });
}

function refusalsOf(check: RecordRule<never>['check'], value: Fields, { path, doubts }: Where): BrokenRule[] {
  const refusals: BrokenRule[] = [];
  check(value as never, {
    isCertain: (within) => !doubts.has([...path, ...within]),
    refuse: (within, message) => refusals.push({ within, message }),
  });
  return refusals;
}

function holdsWithout(
  guessed: ReadonlySet<string>,
  check: RecordRule<never>['check'],
  value: Fields,
  where: Where,
): boolean {
  const certain = Object.entries(value).filter(([key]) => !guessed.has(key));
  return refusalsOf(check, Object.fromEntries(certain), where).length === 0;
}
