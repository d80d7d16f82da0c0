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
  /** Department or function that answers for it. */
  readonly responsible: string | null;
  readonly sources: readonly Source[];
  /** The row's key. */
  readonly place: Place;
  /** Where `expected` stands; null where it does not, or is not certain. */
  readonly expectedAt: Place | null;
  /** Whether something is wrong with the status, so that this may be another than was meant. */
  readonly isDoubtful: boolean;
}

export interface OrganisationResults {
  readonly organisation: string;
  /** Markdown: what the organisation itself says about its results. */
  readonly response: string | null;
  readonly results: readonly Result[];
  /** Rows of which it is not clear which point they are about. */
  readonly unclear: number;
  /**
   * Rows that are not among the results, since what they are about was reported as wrong; those that are not clear too.
   */
  readonly leftOut: number;
  readonly file: string;
  readonly at: FieldPlaces<'organisation' | 'results'>;
}

export type ReportedScope =
  | { readonly kind: 'total' }
  | { readonly kind: 'theme'; readonly theme: string }
  | { readonly kind: 'organisation'; readonly organisation: string };

/** A percentage as a source states it. Never mixed up with a computed one. */
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
      /** Null where the result is no longer public: then neither is what it was. */
      readonly from: Status | null;
      readonly to: Status;
    }
  | { readonly kind: 'reported'; readonly scope: ReportedScope; readonly from: Fraction; readonly to: Fraction };

/** What was put right in a round after it was published. */
export interface Correction {
  /** EDTF date. */
  readonly date: string;
  readonly value: CorrectedValue;
  readonly reason: string;
  readonly sources: readonly Source[];
  readonly at: FieldPlaces<'date' | 'ambition' | 'organisation' | 'scope' | 'from' | 'to'>;
}

/** Who judged the results of a round. */
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
