import { amount } from './count.ts';

/** Numbers of points, and of point × organisation, that a comparison leaves out; null where there is no such number. */
export interface LeftOutCounts {
  readonly added: number | null;
  readonly dropped: number | null;
  readonly notComparable: number | null;
  readonly oneNorm: number | null;
  readonly notApplicable: number | null;
  readonly notKnown: number | null;
}

function result(count: number, why: string): string {
  return `${amount(count, 'resultaat', 'resultaten')}: ${why}`;
}

/** What was left out, and why, one text for each reason that holds. */
export function leftOutTexts(counts: LeftOutCounts): string[] {
  const reasons: readonly (readonly [number | null, (count: number) => string])[] = [
    [counts.added, (count) => amount(count, 'nieuw punt', 'nieuwe punten')],
    [counts.dropped, (count) => amount(count, 'vervallen punt', 'vervallen punten')],
    [counts.notComparable, (count) => amount(count, 'niet vergelijkbaar punt', 'niet vergelijkbare punten')],
    [counts.oneNorm, (count) => result(count, 'de organisatie doet maar aan één van de normen mee')],
    [counts.notApplicable, (count) => result(count, 'niet van toepassing')],
    [counts.notKnown, (count) => result(count, 'niet in beide normen bekend')],
  ];
  return reasons.flatMap(([count, text]) => (count ? [text(count)] : []));
}
