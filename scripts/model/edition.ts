import type { Fraction } from './fraction.ts';
import type { Counting, StatusWords } from './norm.ts';
import type { Status } from './round.ts';

/**
 * Subject of a figure in an edition: its key in the published files, such as `thema/bewustwording`, and the ids in that
 * key.
 */
export interface FrozenScope {
  readonly key: string;
  readonly kind: 'total' | 'theme' | 'organisation' | 'theme-organisation' | 'ambition';
  readonly theme: string | null;
  readonly organisation: string | null;
  readonly ambition: string | null;
}

/** A figure as published; its percentages have the 4 decimals of the published files. */
export interface FrozenFigure {
  readonly scope: FrozenScope;
  /** Null in a round with only reported figures, and if it was taken out. */
  readonly counts: Readonly<Record<Status, number>> | null;
  readonly percentage: Fraction | null;
  readonly lower: Fraction | null;
  readonly upper: Fraction | null;
  readonly reported: Fraction | null;
  /** Whether it was taken out, because it includes a result that is no longer public. */
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
  /** Corrections made by then, each as its date, ambition, organisation and set, separated by spaces. */
  readonly corrections: ReadonlySet<string>;
  /** In the order of the published files. */
  readonly figures: readonly FrozenFigure[];
  /** The same figures by the key of their scope. */
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

/** What was taken out of an edition because it is no longer public; never its content. */
export interface TakenOut {
  readonly results: readonly {
    readonly norm: string;
    readonly round: string;
    readonly ambition: string;
    readonly organisation: string;
  }[];
  readonly documents: number;
}

/** What a report said on a day, as frozen then. */
export interface Edition {
  /** The day on which it was frozen. */
  readonly id: string;
  /** Publisher at that time. */
  readonly publisher: string;
  readonly title: string;
  readonly region: string;
  readonly fictional: boolean;
  readonly organisations: ReadonlyMap<string, { readonly name: string; readonly shortName: string }>;
  readonly norms: readonly FrozenNorm[];
  readonly takenOut: TakenOut;
  /** Newest date in it, as `YYYY-MM-DD`; null if there is none. */
  readonly newest: string | null;
  /** Number of documents that it names and that are no longer public. */
  readonly withheld: number;
  /** Content as read, for writing it out or taking something out of it. */
  readonly content: unknown;
  readonly sha256: string;
  /** The archive next to it, in base64. */
  readonly zip: string;
  /** Path as shown to people. */
  readonly file: string;
}
