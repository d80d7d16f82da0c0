import type { Edition } from './edition.ts';
import type { FieldPlaces, Place } from './problem.ts';
import type { Norm } from './norm.ts';
import type { Organisation } from './organisation.ts';
import type { PublicDocument, Source } from './source.ts';

/** A comparable norm of another region. */
export interface RelatedNorm {
  readonly name: string;
  readonly region: string;
  /** Markdown. */
  readonly explanation: string;
  readonly sources: readonly Source[];
}

/** All that is authored about one report: its norms, who takes part, and what it rests on. */
export interface ReportData {
  /** The report's folder. */
  readonly id: string;
  /** Its address within the site: `/`, or `/id/`. */
  readonly path: string;
  readonly title: string;
  readonly region: string;
  /** Markdown. */
  readonly summary: string;
  /** What it is about, in words of an editor. */
  readonly keywords: readonly string[];
  readonly fictional: boolean;
  readonly relatedNorms: readonly RelatedNorm[];
  readonly organisations: readonly Organisation[];
  readonly documents: readonly PublicDocument[];
  /** In order of version number. */
  readonly norms: readonly Norm[];
  /** What it said on a day, oldest first. */
  readonly editions: readonly Edition[];
  /** Where what it says of itself begins. */
  readonly start: Place;
  readonly at: FieldPlaces<'organisations'>;
}

export interface Security {
  readonly contact: string;
  /** EDTF date. */
  readonly expires: string;
}

/** What the accessibility statement says: A to E, as the government's register has it. */
export interface Accessibility {
  readonly status: 'A' | 'B' | 'C' | 'D' | 'E';
  /** EDTF date on which that was last looked into. */
  readonly date: string;
  readonly statement: string | null;
}

/** Settings of the whole site. */
export interface SiteSettings {
  readonly title: string;
  /** Base address, without a slash at its end. */
  readonly address: string;
  readonly publisher: string;
  readonly contact: string;
  readonly repository: string | null;
  readonly security: Security | null;
  readonly accessibility: Accessibility | null;
  /** Whether the publisher is one of those whom the site is about. */
  readonly official: boolean;
  readonly stylesheet: string | null;
  readonly logo: string | null;
  readonly at: FieldPlaces<'security'>;
}

/** Everything that was read, valid in itself: the input of the figures. */
export interface SiteData {
  readonly settings: SiteSettings;
  readonly reports: readonly ReportData[];
}
