import { firstDay } from '../model/date.ts';
import { warning, type Problem } from '../model/problem.ts';
import type { SiteData } from '../model/report.ts';

/** Every date at which something had happened, as far as the data says: not one that lies ahead, such as when a result is expected. */
function datesIn({ reports }: SiteData): string[] {
  return reports.flatMap(({ documents, norms }) => [
    ...documents.flatMap(({ date }) => date ?? []),
    ...norms.flatMap(({ adopted, rounds }) => [
      ...(adopted ? [adopted] : []),
      ...rounds.flatMap(({ date, published, corrections }) => [
        date,
        ...(published ? [published] : []),
        ...corrections.map((each) => each.date),
      ]),
    ]),
  ]);
}

/** Warns when the address for reporting leaks expired before the newest date in the data. */
export function securityExpiry(data: SiteData): Problem[] {
  const { security, at } = data.settings;
  if (!security || at.isDoubtful('security')) return [];
  const newest = datesIn(data).map(firstDay).sort().at(-1);
  return newest !== undefined && firstDay(security.expires) < newest
    ? [
        warning(
          at.value('security'),
          `"verloopt" (${security.expires}) ligt voor de nieuwste datum in de gegevens (${newest}); ga na of het adres nog klopt, en kies een latere datum`,
        ),
      ]
    : [];
}
