/** What a cell with a date shows; or why that cannot be said of one day, month or year. */
export type ShownDate = { readonly text: string } | { readonly problem: string };

/** The letters of a format that stand for a part of a date or time: without texts, colours, languages and later sections. */
function lettersOf(format: string): string {
  return format
    .replace(/\\.|"[^"]*"|\[[^\]]*\]|_.|\*./g, '')
    .split(';')[0]!
    .replace(/am\/pm|a\/p/gi, 'h')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/**
 * A date as its cell shows it, written as the contract does: `dec-26` is 2026-12, not a day. `date` is in UTC, `format` the
 * number format of the cell, as `mmm\-yy`.
 */
export function shownDate(date: Date, format: string): ShownDate {
  const letters = lettersOf(format);
  const iso = date.toISOString();
  const hasTime = !/T00:00:00\.000Z$/.test(iso);
  if (!letters.includes('y') || /[^ymdhs]/.test(letters) || (hasTime && /[hs]/.test(letters)))
    return {
      problem: `deze cel toont een datum niet als dag, maand of jaar (de opmaak is "${format}"); typ hem als tekst, zoals 2026-12`,
    };
  // An "m" beside hours is minutes, but then there is a day as well.
  return { text: iso.slice(0, letters.includes('d') ? 10 : letters.includes('m') ? 7 : 4) };
}
