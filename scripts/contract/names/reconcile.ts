import { slug } from '../../model/slug.ts';
import { error, type Place, type Problem } from '../../model/problem.ts';
import { quoted } from '../fields.ts';
import { hiddenIn, isAddress, type Known, likely, surely } from '../near-misses.ts';

/** A name given to a record. */
export interface GivenName {
  /** Null if it is missing or invalid, which has been reported. */
  readonly name: string | null;
  readonly titles: readonly string[];
  readonly address?: string | undefined;
  readonly place: Place;
  /** Replaces it by the name that was meant. */
  readonly mean: (name: string) => void;
  /** Marks that it is unknown which name the record has. */
  readonly doubt: () => void;
}

/** A name that refers to another record. */
export interface Use {
  readonly name: string;
  readonly place: Place;
  /** Names that may have been meant, since nothing next to it uses them; if there is only one, that was meant. */
  readonly absent?: readonly string[];
  /** Other words that are allowed there: kinds of organisations. */
  readonly words?: readonly string[];
  /** Whether a problem with it has been reported; then no other is. */
  readonly isReported?: boolean;
  /** What else to change if another name was meant; added to the message. */
  readonly also?: string;
  readonly mean: (name: string) => void;
  /** Marks that it is unknown what the name refers to. */
  readonly doubt: () => void;
  /** Marks that it refers to something that has been reported elsewhere. */
  readonly explained: () => void;
}

/** All names of one sort. */
export interface Namespace {
  readonly given: readonly GivenName[];
  readonly uses: readonly Use[];
  /** Whether all names are known; if not, unknown names are not reported. */
  readonly isComplete: boolean;
  /** Whether it is odd if nothing uses a name. */
  readonly areUsed: boolean;
  /** Message for a name that cannot be given; null if it can. */
  readonly refusal: (name: string) => string | null;
  readonly say: {
    /** "onbekend thema". */
    readonly unknown: (name: string) => string;
    /** Solution if no similar name is known. */
    readonly otherwise: string;
    /** Solution if the name should be added to the list. */
    readonly restore: string;
    /** "een ander ambitiepunt". */
    readonly other: string;
    /** "ambitiepunt". */
    readonly thing: string;
  };
  /** The list to which a name that several records use should be added. */
  readonly list: Place;
  /** Marks that a name is missing from the list. */
  readonly incomplete?: () => void;
}

/**
 * Limit on comparisons of names: more than any real report needs, while files with tens of thousands of wrong names
 * still take only seconds. Beyond it nothing is suggested.
 */
const MOST_COMPARED = 400_000;

function times(count: number): string {
  return `${count} keer`;
}

/**
 * Matches the names that are given with those that are used. Where they differ, the majority is right: a given name
 * that nothing uses, while several records use an unknown one, is the mistake, and is reported once. Otherwise each use
 * is reported. What was meant is passed on, so that nothing else follows from the mistake.
 */
export function reconcile(space: Namespace): Problem[] {
  return new Reconciler(space).problems();
}

interface Orphan {
  readonly name: string;
  readonly uses: readonly Use[];
}

class Reconciler {
  readonly #space: Namespace;
  readonly #problems: Problem[] = [];
  readonly #byName = new Map<string, GivenName>();
  readonly #counts = new Map<string, number>();
  #orphans: Orphan[] = [];
  #left = MOST_COMPARED;

  constructor(space: Namespace) {
    this.#space = space;
  }

  problems(): Problem[] {
    const { given, uses } = this.#space;
    const [wrong, missing]: [GivenName[], GivenName[]] = [[], []];
    for (const each of given) {
      if (each.name === null) missing.push(each);
      else if (this.#byName.has(each.name) || this.#space.refusal(each.name) !== null) wrong.push(each);
      else this.#byName.set(each.name, each);
    }
    const groups = new Map<string, Use[]>();
    for (const use of uses) {
      if (use.words?.includes(use.name)) continue;
      if (this.#byName.has(use.name)) this.#counts.set(use.name, (this.#counts.get(use.name) ?? 0) + 1);
      else if (groups.has(use.name)) groups.get(use.name)!.push(use);
      else groups.set(use.name, [use]);
    }
    this.#orphans = [...groups].map(([name, of]) => ({ name, uses: of }));
    for (const each of wrong) this.#wrong(each);
    for (const each of missing) this.#missing(each);
    this.#idle();
    for (const orphan of this.#orphans) this.#unknown(orphan);
    return this.#problems;
  }

  #addProblem(place: Place, message: string): void {
    this.#problems.push(error(place, message));
  }

  #likely(name: string, known: readonly Known[]): string | null {
    this.#left -= known.length;
    return this.#left < 0 ? null : likely(name, known);
  }

  #known(words: readonly string[] = []): Known[] {
    return [
      ...[...this.#byName.values()].map(({ name, titles, address }) => ({ name: name!, titles, address })),
      ...words.map((name) => ({ name, titles: [] })),
    ];
  }

  #settle(orphan: Orphan | undefined): void {
    this.#orphans = this.#orphans.filter((each) => each !== orphan);
  }

  /** The undefined name with most uses; not one that is clearly a single misspelling of a known name. */
  #most(): Orphan | undefined {
    this.#left -= this.#orphans.length * this.#byName.size;
    if (this.#orphans.length === 0 || this.#left < 0) return undefined;
    const known = this.#known();
    return this.#orphans
      .filter(({ name, uses }) => uses.length > 1 || surely(name, known) === null)
      .toSorted((a, b) => b.uses.length - a.uses.length)[0];
  }

  /** Reports a given name that is a duplicate or invalid. A name that is used but not defined was probably meant. */
  #wrong(given: GivenName): void {
    const { say } = this.#space;
    const name = given.name!;
    const isTaken = this.#byName.has(name);
    const like = isTaken
      ? null
      : this.#likely(
          name,
          this.#orphans.map((each) => ({ name: each.name, titles: [] })),
        );
    const orphan = this.#orphans.find((each) => each.name === like) ?? this.#most();
    if (isTaken) {
      this.#addProblem(
        given.place,
        orphan
          ? `de id "${name}" is al van ${say.other}; geen ${say.thing} heet "${orphan.name}", en dat wordt ${times(orphan.uses.length)} genoemd: geef een van de twee die id`
          : `de id "${name}" is al van ${say.other}; kies een andere, of haal een van de twee weg`,
      );
      given.doubt();
      // It is unknown which of the two should have the other name.
      if (orphan) this.#byName.get(name)!.doubt();
      for (const use of orphan?.uses ?? []) use.explained();
    } else {
      const meant = orphan?.name ?? this.#free(slug(name));
      const hidden = hiddenIn(name);
      this.#addProblem(
        given.place,
        meant === null
          ? this.#space.refusal(name)!
          : `${hidden ?? `${quoted(name)} kan geen id zijn`}; bedoelde u "${meant}"?`,
      );
      if (meant === null) given.doubt();
      else {
        given.mean(meant);
        this.#byName.set(meant, { ...given, name: meant });
      }
    }
    this.#settle(orphan);
  }

  #free(name: string): string | null {
    return name !== '' && this.#space.refusal(name) === null && !this.#byName.has(name) ? name : null;
  }

  #missing(given: GivenName): void {
    given.doubt();
    const orphan = this.#most();
    for (const use of orphan?.uses ?? []) use.explained();
    this.#settle(orphan);
  }

  /** Reports given names that nothing uses, while several records use an unknown one. */
  #idle(): void {
    const idle = [...this.#byName.values()].filter(({ name }) => !this.#counts.has(name!));
    const often = this.#orphans.filter(({ uses }) => uses.length > 1).toSorted((a, b) => b.uses.length - a.uses.length);
    for (const orphan of often) {
      const known = idle.map(({ name, titles, address }) => ({ name: name!, titles, address }));
      const like = this.#likely(orphan.name, known);
      const given =
        idle.find(({ name }) => name === like) ??
        (this.#space.areUsed && idle.length === 1 && often.length === 1 ? idle[0] : undefined);
      if (!given || this.#space.refusal(orphan.name) !== null) continue;
      this.#addProblem(
        given.place,
        `niets noemt "${given.name}", en ${times(orphan.uses.length)} staat er "${orphan.name}"; een id verandert nooit: bedoelde u "${orphan.name}"?`,
      );
      given.mean(orphan.name);
      idle.splice(idle.indexOf(given), 1);
      this.#byName.delete(given.name!);
      this.#byName.set(orphan.name, { ...given, name: orphan.name });
      this.#settle(orphan);
    }
  }

  #unknown(orphan: Orphan): void {
    const { say, isComplete } = this.#space;
    const meant = this.#likely(orphan.name, this.#known(orphan.uses[0]!.words));
    if (
      meant === null &&
      orphan.uses.length > 1 &&
      isComplete &&
      !isAddress(orphan.name) &&
      this.#space.refusal(orphan.name) === null
    ) {
      this.#addProblem(
        this.#space.list,
        `hier ontbreekt "${orphan.name}", dat ${times(orphan.uses.length)} wordt genoemd; ${say.restore}`,
      );
      this.#space.incomplete?.();
      for (const use of orphan.uses) use.explained();
      return;
    }
    for (const use of orphan.uses) {
      const means = this.#meantBy(use, meant);
      const message = this.#unknownMessage(use, means);
      if (message !== null && !use.isReported) this.#addProblem(use.place, message);
      if (means === null) use.doubt();
      else use.mean(means);
    }
  }

  /**
   * Returns which name one use means. If each name is used only once, that is one not used yet; if just one is left,
   * that one.
   */
  #meantBy({ name, absent }: Use, meant: string | null): string | null {
    if (!absent) return meant;
    const known = this.#known().filter((each) => absent.includes(each.name));
    return this.#likely(name, known) ?? (known.length === 1 ? known[0]!.name : null);
  }

  #unknownMessage({ name, also = '' }: Use, meant: string | null): string | null {
    const { say, isComplete, refusal } = this.#space;
    const begin = hiddenIn(name) ?? (isAddress(name) ? 'hier hoort een id, geen adres' : say.unknown(name));
    if (meant !== null) return `${begin}; bedoelde u "${meant}"?${also}`;
    const wrong = refusal(name);
    if (isAddress(name)) return `${begin}; ${say.otherwise}`;
    if (wrong !== null) return wrong;
    return isComplete ? `${begin}; ${say.otherwise}` : null;
  }
}
