import type { Scope } from '../../compute/scope.ts';

/** A set of cells as the published files name it, and after it the ids in it. */
export function scopePath(scope: Scope): string {
  switch (scope.kind) {
    case 'total':
      return 'totaal';
    case 'theme':
      return `thema/${scope.theme}`;
    case 'organisation':
      return `organisatie/${scope.organisation}`;
    case 'theme-organisation':
      return `thema-organisatie/${scope.theme}/${scope.organisation}`;
    case 'ambition':
      return `ambitiepunt/${scope.ambition}`;
  }
}

/** Which row of which published file a figure is: readers, scripts and tests find the one by the other. */
export function figureIdentity(
  file: 'cijfers' | 'wijzigingen' | 'vergelijking',
  keys: readonly string[],
  scope: Scope,
): string {
  return [file, ...keys, scopePath(scope)].join('/');
}
