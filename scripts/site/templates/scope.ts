/** A name as JavaScript: own names get a prefix, so that none is a word of that language. */
function variable(name: string): string {
  return `v_${name}`;
}

/**
 * Which names are variables at some place in a template, as parameters, loops and `{% set %}` make them. Outside any scope a name
 * is looked up in the context.
 */
export class Scope {
  readonly #outer: Scope | null;
  readonly #names = new Set<string>();
  readonly #set = new Set<string>();
  readonly #counter: string | null;

  /** `counter`: the variable that counts, in the body of a loop. */
  constructor(outer: Scope | null, names: readonly string[] = [], counter: string | null = null) {
    this.#outer = outer;
    this.#counter = counter;
    for (const name of names) this.#names.add(name);
  }

  /** The variable of a name that `{% set %}` makes here. */
  set(name: string): string {
    if (!this.#names.has(name)) this.#set.add(name);
    return variable(name);
  }

  /** Whether a name is a variable around here, and not one of this place itself. */
  isOuter(name: string): boolean {
    return !this.#names.has(name) && !this.#set.has(name) && this.#outer !== null && this.#outer.find(name) !== null;
  }

  /** Whether this is in a loop that no macro or block stands around. */
  get isInLoopAtTop(): boolean {
    return this.#outer ? this.#outer.isInLoopAtTop : this.#counter !== null;
  }

  /** The variable that a name stands for; null where it is none. */
  find(name: string): string | null {
    return this.#names.has(name) || this.#set.has(name) ? variable(name) : (this.#outer?.find(name) ?? null);
  }

  /** The variable that counts in the nearest loop; null outside loops. */
  get counter(): string | null {
    return this.#counter ?? this.#outer?.counter ?? null;
  }

  /** All names that are variables here. */
  get names(): readonly string[] {
    return [...new Set([...(this.#outer?.names ?? []), ...this.#names, ...this.#set])];
  }

  /** Declares what `{% set %}` made here. */
  get declarations(): string {
    return this.#set.size === 0 ? '' : `let ${[...this.#set].map(variable).join(', ')};`;
  }
}
