import type { Report } from '../../compute/report.ts';

function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const [stays, left] = [new Set(after), new Set(before)];
  const [old, fresh] = [before.filter((id) => stays.has(id)), after.filter((id) => left.has(id))];
  return old.some((id, index) => fresh[index] !== id);
}

function ids(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id);
}

/** Says which lists changed in order, which readers see even if the items are the same. */
export function orderChanges(before: Report, after: Report): string[] {
  const changes: string[] = [];
  function compare(what: string, old: readonly string[], fresh: readonly string[]): void {
    if (isReordered(old, fresh)) changes.push(`De volgorde van ${what} verandert`);
  }
  compare('de organisaties', ids(before.data.organisations), ids(after.data.organisations));
  compare('de documenten', ids(before.data.documents), ids(after.data.documents));
  for (const norm of after.data.norms) {
    const old = before.data.norms.find(({ version }) => version === norm.version);
    if (!old) continue;
    compare(`de thema’s van norm ${norm.version}`, ids(old.themes), ids(norm.themes));
    compare(`de punten van norm ${norm.version}`, ids(old.ambitions), ids(norm.ambitions));
    compare(
      `de deelnemers van norm ${norm.version}`,
      old.participants.map(({ organisation }) => organisation),
      norm.participants.map(({ organisation }) => organisation),
    );
  }
  return changes;
}
