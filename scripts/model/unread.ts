/** What of a report could not be read. Rules that need it stay silent, so that one mistake is one problem. */
export interface Unread {
  /** Whether it is not known for certain which organisations there are. */
  readonly organisations: boolean;
  /** Those of which the kind is not known for certain, by id. */
  readonly kinds: ReadonlySet<string>;
  /** Versions of norms that have a folder, and no norm that could be read. */
  readonly norms: ReadonlySet<string>;
  /** Every file that is there, read or not, as it is shown. */
  readonly files: ReadonlySet<string>;
  /** Files in which something was wrong by itself, other than that a source is not known. */
  readonly faulty: ReadonlySet<string>;
}
