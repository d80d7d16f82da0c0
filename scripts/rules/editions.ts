import { amount, enumeration } from '../format/sentence.ts';
import { hiddenSince } from '../compute/hidden-since.ts';
import type { Edition } from '../model/edition.ts';
import { error, type Problem } from '../model/problem.ts';
import type { ReportData } from '../model/report.ts';

function problemsOf(edition: Edition, data: ReportData): string[] {
  const { id, newest, withheld } = edition;
  const hidden = hiddenSince(edition, data).length;
  const named = [
    ...(hidden > 0 ? [amount(hidden, 'resultaat', 'resultaten')] : []),
    ...(withheld > 0 ? [amount(withheld, 'document', 'documenten')] : []),
  ];
  const isOne = hidden + withheld === 1;
  const whatIsHidden = `${enumeration(named)} ${isOne ? 'dat nu niet openbaar is' : 'die nu niet openbaar zijn'}`;
  return [
    ...(newest !== null && id < newest
      ? [
          `deze editie is van voor de nieuwste datum die erin staat (${newest}); leg haar opnieuw vast, op die dag of later`,
        ]
      : []),
    ...(named.length > 0
      ? [
          `deze editie noemt ${whatIsHidden}; haal ${isOne ? 'dat' : 'die'} eruit met "npm run new -- weghalen --rapport ${data.id}"`,
        ]
      : []),
  ];
}

/** An edition must not reveal what is no longer public, nor be older than the dates in it. */
export function checkEditions(data: ReportData): Problem[] {
  return data.editions.flatMap((edition) =>
    problemsOf(edition, data).map((message) => error({ file: edition.file, offset: 0 }, message)),
  );
}
