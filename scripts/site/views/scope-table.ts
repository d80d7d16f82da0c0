import type { ScopeRow } from './scope-row.ts';
import { sharedNote } from './score.ts';

/** Themes or organisations: a table where there are figures, else a list. */
export interface ScopeTable {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly ScopeRow[];
  readonly figures: boolean;
  /** How partly achieved points count in all its figures; null where there are none. */
  readonly weight: string | null;
  /** Instead of an empty table. */
  readonly empty: string;
}

export function scopeTable(head: string, caption: string, rows: readonly ScopeRow[], empty: string): ScopeTable {
  return {
    head,
    caption,
    rows,
    empty,
    figures: rows.some(({ figure }) => figure?.tells),
    weight: sharedNote(rows.map(({ figure }) => figure?.weight ?? null)),
  };
}
