import { firstDay, lastDay } from '../model/date.ts';
import { warning, type Problem } from '../model/problem.ts';
import type { SiteData } from '../model/report.ts';

/** Every day on which something had happened, as far as the data says: not one that lies ahead, such as when a result is expected. */
function daysIn({ reports }: SiteData): string[] {
  return reports.flatMap(({ documents, norms }) => [
    ...documents.flatMap(({ date }) => (date ? [firstDay(date)] : [])),
    ...norms.flatMap(({ adopted, rounds }) => [
      ...(adopted ? [firstDay(adopted)] : []),
      ...rounds.flatMap(({ date, published, corrections }) => [
        firstDay(date),
        ...(published ? [lastDay(published)] : []),
        ...corrections.map((each) => firstDay(each.date)),
      ]),
    ]),
  ]);
}

/** Warns when the address for reporting leaks expired before the newest date in the data. */
export function securityExpiry(data: SiteData): Problem[] {
  const { security, at } = data.settings;
  if (!security || at.isDoubtful('security')) return [];
  const newest = daysIn(data).sort().at(-1);
  return newest !== undefined && firstDay(security.expires) < newest
    ? [
        warning(
          at.value('security'),
          `"verloopt" (${security.expires}) ligt voor de nieuwste datum in de gegevens (${newest}); ga na of het adres nog klopt, en kies een latere datum`,
        ),
      ]
    : [];
}
