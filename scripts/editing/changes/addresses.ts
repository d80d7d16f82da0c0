import type { Report } from '../../compute/report.ts';
import { reportAddresses } from '../../site/addresses.ts';

/** Addresses of all pages of a report that an id of the data made. */
export function addressesOf({ data, norms, comparisons }: Report): ReadonlySet<string> {
  const at = reportAddresses(data.path);
  return new Set([
    at.home,
    ...data.organisations.map(({ id }) => at.organisation(id)),
    ...data.documents.map(({ id }) => at.document(id)),
    ...data.norms.flatMap(({ version, themes, ambitions, rounds }) => [
      at.norm(version),
      ...themes.map(({ id }) => at.theme(version, id)),
      ...ambitions.map(({ id }) => at.ambition(version, id)),
      ...rounds.map(({ id }) => at.round(version, id)),
    ]),
    // What is open stands apart as soon as a round has results per point.
    ...norms.flatMap(({ norm, rounds }) =>
      rounds.some(({ cells }) => cells.length > 0) ? [at.open(norm.version)] : [],
    ),
    ...comparisons.map(({ from, to }) => at.comparison(from.version, to.version)),
  ]);
}
