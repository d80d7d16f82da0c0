import type { FieldPlaces } from './problem.ts';

/**
 * A reference to a document. The id of a document that is not public is dropped when the data is read, so that no later
 * step can leak it.
 */
export type Source = { readonly public: true; readonly document: string } | { readonly public: false };

export const DOCUMENT_KINDS = [
  'announcement',
  'press-release',
  'news-item',
  'council-letter',
  'norm',
  'evaluation',
  'other',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface Attachment {
  readonly title: string;
  readonly edocs: string | null;
  readonly url: string | null;
}

/** A public document. Documents that are not public exist only as `{ public: false }` in a list of sources. */
export interface PublicDocument {
  readonly id: string;
  /** Null, like `publisher`, if only the registration number is known; then that is its name. */
  readonly title: string | null;
  readonly kind: DocumentKind;
  /** EDTF date. */
  readonly date: string | null;
  readonly publisher: string | null;
  readonly registrationNumber: string | null;
  readonly department: string | null;
  /** Responsible member of the executive. */
  readonly portfolioHolder: string | null;
  /** Who received it for information. */
  readonly addressees: readonly string[];
  readonly url: string | null;
  readonly refersTo: readonly Source[];
  readonly attachments: readonly Attachment[];
  readonly at: FieldPlaces<'id'>;
}
