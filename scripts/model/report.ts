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

/** Everything that is authored about one report: its norms, organisations and documents. */
export interface ReportData {
  /** Name of the report's folder. */
  readonly id: string;
  /** Address within the site: `/` or `/id/`. */
  readonly path: string;
  readonly title: string;
  readonly region: string;
  /** Markdown. */
  readonly summary: string;
  /** Its subjects, in an editor's words. */
  readonly keywords: readonly string[];
  readonly fictional: boolean;
  readonly relatedNorms: readonly RelatedNorm[];
  readonly organisations: readonly Organisation[];
  readonly documents: readonly PublicDocument[];
  /** In order of version number. */
  readonly norms: readonly Norm[];
  /** Frozen editions, oldest first. */
  readonly editions: readonly Edition[];
  /** Start of rapport.yaml. */
  readonly start: Place;
  readonly at: FieldPlaces<'organisations'>;
}

export interface Security {
  readonly contact: string;
  /** EDTF date. */
  readonly expires: string;
}

/** Status of the accessibility statement: A to E, as in the government's register. */
export interface Accessibility {
  readonly status: 'A' | 'B' | 'C' | 'D' | 'E';
  /** EDTF date on which this was last checked. */
  readonly date: string;
  readonly statement: string | null;
}

/** Settings of the whole site. */
/** A word that the glossary of this site explains, beside those of the program. */
export interface OwnTerm {
  readonly id: string;
  readonly term: string;
  readonly explanation: string;
  /** Other terms of the site. */
  readonly see: readonly string[];
  /** Forms in texts that lead to the explanation. */
  readonly forms: readonly string[];
}

export interface SiteSettings {
  readonly title: string;
  /** Base address, without a trailing slash. */
  readonly address: string;
  readonly publisher: string;
  readonly contact: string;
  readonly repository: string | null;
  readonly security: Security | null;
  readonly accessibility: Accessibility | null;
  /** Whether the publisher is one of the organisations that the site is about. */
  readonly official: boolean;
  readonly stylesheet: string | null;
  readonly logo: string | null;
  readonly terms: readonly OwnTerm[];
  readonly at: FieldPlaces<'security'>;
}

/** Everything that was read, valid in itself: the input for all figures. */
export interface SiteData {
  readonly settings: SiteSettings;
  readonly reports: readonly ReportData[];
}
