import type { Path } from './tree.ts';

/** Paths in a file at which something is wrong, so that what stands there is not what was meant, or not known to be. */
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
