import { firstDay, lastDay } from '../model/date.ts';
import { warning, type Problem } from '../model/problem.ts';
import type { SiteData } from '../model/report.ts';
import type { Round } from '../model/round.ts';

/**
 * Days on which a round began and was published, as far as they are certain. Contradictory dates are left out, since
 * they are a problem of their own.
 */
function daysOf({ date, published, at }: Round): string[] {
  const began = at.isDoubtful('date') ? [] : [firstDay(date)];
  const known = published === null || at.isDoubtful('published') ? [] : [lastDay(published)];
  return began.some((day) => known.some((end) => end < day)) ? [] : [...began, ...known];
}

/** All days on which something had happened, according to the data; no expected dates or others in the future. */
function daysIn({ reports }: SiteData): string[] {
  return reports.flatMap(({ documents, norms }) => [
    ...documents.flatMap(({ date }) => (date ? [firstDay(date)] : [])),
    ...norms.flatMap(({ adopted, rounds }) => [
      ...(adopted ? [firstDay(adopted)] : []),
      ...rounds.flatMap((round) => [
        ...daysOf(round),
        ...round.corrections.flatMap(({ date, at }) => (at.isDoubtful('date') ? [] : [firstDay(date)])),
      ]),
    ]),
  ]);
}

/** Warns if the contact for reporting vulnerabilities expired before the newest date in the data. */
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
