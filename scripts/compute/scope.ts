import type { ReportedScope } from '../model/round.ts';

/** The set of cells that a figure is about. */
export type Scope =
  | ReportedScope
  | { readonly kind: 'theme-organisation'; readonly theme: string; readonly organisation: string }
  | { readonly kind: 'ambition'; readonly ambition: string; readonly theme: string | null };

/** A text that differs for every set of one round; `:` cannot occur in an id. */
export function scopeKey(scope: Scope): string {
  switch (scope.kind) {
    case 'total':
      return 'total';
    case 'theme':
      return `theme:${scope.theme}`;
    case 'organisation':
      return `organisation:${scope.organisation}`;
    case 'theme-organisation':
      return `theme:${scope.theme}:organisation:${scope.organisation}`;
    case 'ambition':
      return `ambition:${scope.ambition}`;
  }
}
