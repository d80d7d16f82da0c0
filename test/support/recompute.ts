/** What was recomputed, and each cell that is not as it should be. */
export interface Recomputed {
  readonly results: number;
  readonly checked: number;
  readonly differences: readonly unknown[];
  /** Null of what is no edition. */
  readonly edition: { readonly day: string; readonly sha256: string } | null;
}

interface Script {
  readonly recompute: (read: (name: string) => Promise<string>) => Promise<Recomputed>;
}

/** The published script that recomputes a report, as its readers get it: it has no types. */
export const { recompute } = (await import(
  new URL('../../content/assets/narekenen.mjs', import.meta.url).href
)) as Script;
