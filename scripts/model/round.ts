import type { Fraction } from './fraction.ts';
import type { FieldPlaces, Place } from './problem.ts';
import type { Source } from './source.ts';

export const STATUSES = [
  'achieved',
  'partly-achieved',
  'not-achieved',
  'not-applicable',
  'not-assessed',
  'not-public',
] as const;

export type Status = (typeof STATUSES)[number];

/** What one organisation achieved on one ambition in one round. */
export interface Result {
  readonly ambition: string;
  readonly status: Status;
  /** Markdown. */
  readonly explanation: string | null;
  readonly reason: string | null;
  /** EDTF date on which it is expected to be achieved. */
  readonly expected: string | null;
  /** Responsible department or function. */
  readonly responsible: string | null;
  readonly sources: readonly Source[];
  /** The row's key. */
  readonly place: Place;
  /** Where `expected` was written; null if it was not, or if it is in doubt. */
  readonly expectedAt: Place | null;
  /** Whether the status is in doubt, so that it may not be the one that was meant. */
  readonly isDoubtful: boolean;
}

export interface OrganisationResults {
  readonly organisation: string;
  /** Markdown: what the organisation itself says about its results. */
  readonly response: string | null;
  readonly results: readonly Result[];
  /** Number of rows whose ambition is unknown. */
  readonly unclear: number;
  /** Number of rows left out of the results because their ambition was reported as wrong; includes the unclear ones. */
  readonly leftOut: number;
  readonly file: string;
  readonly at: FieldPlaces<'organisation' | 'results'>;
}

export type ReportedScope =
  | { readonly kind: 'total' }
  | { readonly kind: 'theme'; readonly theme: string }
  | { readonly kind: 'organisation'; readonly organisation: string };

/** A percentage as stated by a source. Never mixed with computed ones. */
export interface Reported {
  readonly scope: ReportedScope;
  /** In percent, 0 to 100. */
  readonly percentage: Fraction;
  readonly sources: readonly Source[];
  readonly explanation: string | null;
  readonly at: FieldPlaces<'scope' | 'percentage' | 'explanation'>;
}

/** The result or reported figure that was corrected, with its value before and after. */
export type CorrectedValue =
  | {
      readonly kind: 'result';
      readonly ambition: string;
      readonly organisation: string;
      /** Null if the result is no longer public; then its old value is not public either. */
      readonly from: Status | null;
      readonly to: Status;
    }
  | { readonly kind: 'reported'; readonly scope: ReportedScope; readonly from: Fraction; readonly to: Fraction };

/** A correction made in a round after it was published. */
export interface Correction {
  /** EDTF date. */
  readonly date: string;
  readonly value: CorrectedValue;
  readonly reason: string;
  readonly sources: readonly Source[];
  readonly at: FieldPlaces<'date' | 'ambition' | 'organisation' | 'scope' | 'from' | 'to'>;
}

/** Assessor of the results of a round. */
export interface Assessment {
  readonly by: 'self' | 'peers' | 'working-group' | 'independent';
  /** Markdown. */
  readonly explanation: string | null;
}

/** One measurement round of a norm. */
export interface Round {
  readonly id: string;
  readonly title: string;
  /** EDTF date. */
  readonly date: string;
  readonly kind: 'baseline' | 'interim' | 'final';
  readonly assessment: Assessment | null;
  /** In progress: validated, not published. */
  readonly concept: boolean;
  readonly published: string | null;
  readonly explanation: string | null;
  readonly sources: readonly Source[];
  /** `total`: only reported figures are public. */
  readonly level: 'points' | 'total';
  readonly reported: readonly Reported[];
  /** In the order of the data. */
  readonly corrections: readonly Correction[];
  readonly results: readonly OrganisationResults[];
  readonly at: FieldPlaces<'date' | 'level' | 'published' | 'reported'>;
}
