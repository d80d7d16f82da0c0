/** A file of the site that no template makes. `path` from its root, without a slash before it. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}
