import type { Fraction } from './fraction.ts';
import type { OrganisationKind } from './organisation.ts';
import type { FieldPlaces } from './problem.ts';
import type { Round } from './round.ts';
import type { Source } from './source.ts';

/** EDTF dates; `until` is the first day outside the period. */
export interface Period {
  readonly from: string | null;
  readonly until: string | null;
}

/** Term of a norm (`looptijd`), in EDTF; unlike the end of a period, `to` is part of it. */
export interface Term {
  readonly from: string;
  readonly to: string | null;
  readonly at: FieldPlaces<'from' | 'to'>;
}

export interface Participant extends Period {
  readonly organisation: string;
  readonly at: FieldPlaces<'organisation' | 'from' | 'until'>;
}

export interface Theme {
  readonly id: string;
  readonly title: string;
  readonly explanation: string | null;
  readonly at: FieldPlaces<'id'>;
}

export type Relation = 'equal' | 'equivalent' | 'sharpened' | 'relaxed' | 'overlaps';

/** What became of ambitions from one norm to the next: the relation within a pair, or how several belong together. */
export type Way = Relation | 'merged' | 'split' | 'rearranged' | 'added' | 'dropped' | 'unknown';

/** An ambition of the replaced norm from which another comes. */
export interface Origin {
  readonly ambition: string;
  readonly relation: Relation;
  /** As stated, or else the default for its relation. */
  readonly comparable: boolean;
  readonly reason: string | null;
  readonly at: FieldPlaces<'ambition' | 'comparable' | 'relation'>;
}

/** To whom an ambition applies: a kind of organisation, or one organisation by its id. */
export type Applicability = { readonly kind: OrganisationKind } | { readonly organisation: string };

export interface Ambition extends Period {
  readonly id: string;
  readonly number: string | null;
  readonly theme: string | null;
  readonly title: string;
  readonly explanation: string | null;
  /** Conditions under which it counts as achieved, each on one line. */
  readonly criteria: readonly string[];
  /** Null: every participant. */
  readonly appliesTo: readonly Applicability[] | null;
  readonly origins: readonly Origin[];
  readonly at: FieldPlaces<'id' | 'theme' | 'appliesTo' | 'from' | 'until' | 'origins'>;
}

/** An ambition of the replaced norm without a successor. */
export interface Dropped {
  readonly ambition: string;
  readonly reason: string;
  readonly at: FieldPlaces<'ambition'>;
}

export interface Counting {
  /** Weight w of "deels behaald", 0 ≤ w ≤ 1. */
  readonly partlyAchieved: Fraction;
  readonly total: 'joint' | 'mean-per-organisation';
}

/** A norm's own words for results, for readers; only the ones that it defines. */
export type StatusWords = Readonly<Partial<Record<'achieved' | 'partly-achieved' | 'not-achieved', string>>>;

/** Rounds that were held, but whose dates and outcomes are not public. */
export interface UndatedRounds {
  readonly count: number;
  /** Markdown. */
  readonly explanation: string | null;
  readonly sources: readonly Source[];
}

export interface Norm {
  readonly version: string;
  readonly title: string;
  /** Markdown. */
  readonly summary: string;
  readonly status: 'concept' | 'signed' | 'in-force' | 'completed';
  readonly term: Term | null;
  readonly adopted: string | null;
  readonly sources: readonly Source[];
  /** Version of the norm that this one replaces. */
  readonly predecessor: string | null;
  readonly participants: readonly Participant[];
  /** Whether every point and result of this norm is public (`volledig`). */
  readonly complete: boolean;
  readonly counting: Counting;
  readonly statusWords: StatusWords;
  readonly undatedRounds: UndatedRounds | null;
  readonly themes: readonly Theme[];
  readonly ambitions: readonly Ambition[];
  readonly dropped: readonly Dropped[];
  /** In order of date. */
  readonly rounds: readonly Round[];
  readonly at: FieldPlaces<
    'version' | 'predecessor' | 'participants' | 'themes' | 'ambitions' | 'dropped' | 'complete' | 'counting'
  >;
}
