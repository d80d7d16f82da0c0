import type { Fraction } from './fraction.ts';
import type { Counting, StatusWords } from './norm.ts';
import type { Status } from './round.ts';

/**
 * What a figure of an edition is about: the set as the published files name it, `thema/bewustwording`, and the ids in
 * that.
 */
export interface FrozenScope {
  readonly key: string;
  readonly kind: 'total' | 'theme' | 'organisation' | 'theme-organisation' | 'ambition';
  readonly theme: string | null;
  readonly organisation: string | null;
  readonly ambition: string | null;
}

/** A figure as it was published: percentages with the 4 decimals that the published files have. */
export interface FrozenFigure {
  readonly scope: FrozenScope;
  /** Null in a round of which only reported figures are public, and where it was taken out. */
  readonly counts: Readonly<Record<Status, number>> | null;
  readonly percentage: Fraction | null;
  readonly lower: Fraction | null;
  readonly upper: Fraction | null;
  readonly reported: Fraction | null;
  /** Whether it was taken out, since a result in it is no longer public. */
  readonly isTakenOut: boolean;
}

export interface FrozenResult {
  readonly ambition: string;
  readonly organisation: string;
  readonly status: Status;
  readonly isTakenOut: boolean;
}

export interface FrozenRound {
  readonly id: string;
  readonly title: string;
  /** EDTF date. */
  readonly date: string;
  readonly kind: 'baseline' | 'interim' | 'final';
  readonly published: string | null;
  /** What was corrected by then: of each correction its date, point, organisation and set, with spaces between. */
  readonly corrections: ReadonlySet<string>;
  /** In the order of the published files. */
  readonly figures: readonly FrozenFigure[];
  /** The same by the key of their scope. */
  readonly byKey: ReadonlyMap<string, FrozenFigure>;
  readonly results: readonly FrozenResult[];
}

export interface FrozenNorm {
  readonly version: string;
  readonly title: string;
  readonly complete: boolean;
  readonly counting: Counting;
  readonly statusWords: StatusWords;
  readonly themes: readonly { readonly id: string; readonly title: string }[];
  readonly ambitions: readonly FrozenAmbition[];
  readonly participants: readonly string[];
  /** In order of date. */
  readonly rounds: readonly FrozenRound[];
}

export interface FrozenAmbition {
  readonly id: string;
  readonly number: string | null;
  readonly theme: string | null;
  readonly title: string;
}

/** What was taken out of an edition, since it is no longer public: never what it was. */
export interface TakenOut {
  readonly results: readonly {
    readonly norm: string;
    readonly round: string;
    readonly ambition: string;
    readonly organisation: string;
  }[];
  readonly documents: number;
}

/** What a report said on a day, as it was frozen then. */
export interface Edition {
  /** The day on which it was frozen. */
  readonly id: string;
  /** Who published it then. */
  readonly publisher: string;
  readonly title: string;
  readonly region: string;
  readonly fictional: boolean;
  readonly organisations: ReadonlyMap<string, { readonly name: string; readonly shortName: string }>;
  readonly norms: readonly FrozenNorm[];
  readonly takenOut: TakenOut;
  /** Newest date in it, as `YYYY-MM-DD`; null where there is none. */
  readonly newest: string | null;
  /** How many documents it names that are no longer public. */
  readonly withheld: number;
  /** Its content as it was read, for who writes it out or takes something out of it. */
  readonly content: unknown;
  readonly sha256: string;
  /** The archive beside it, in base64. */
  readonly zip: string;
  /** As people see it. */
  readonly file: string;
}
