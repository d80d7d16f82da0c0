/** What was recomputed, and each cell that is wrong. */
export interface Recomputed {
  readonly results: number;
  readonly checked: number;
  readonly differences: readonly unknown[];
  /** Null where it is not an edition. */
  readonly edition: { readonly day: string; readonly sha256: string } | null;
}

interface Script {
  readonly recompute: (read: (name: string) => Promise<string>) => Promise<Recomputed>;
}

/** The published script that recomputes a report, as readers get it; it has no types. */
export const { recompute } = (await import(
  new URL('../../content/assets/narekenen.mjs', import.meta.url).href
)) as Script;
