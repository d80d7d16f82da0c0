import type { StatusWords } from '../model/norm.ts';
import { statusPhrase } from './terms.ts';

const MONTHS = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

const SEASONS: Readonly<Record<string, { readonly article: string; readonly name: string }>> = {
  21: { article: 'het', name: 'voorjaar' },
  22: { article: 'de', name: 'zomer' },
  23: { article: 'het', name: 'najaar' },
  24: { article: 'de', name: 'winter' },
};

/** An EDTF date: "3 maart 2025", "november 2022", "najaar 2022", "2022". */
export function dateText(date: string): string {
  const [year = date, month, day] = date.split('-');
  if (month === undefined) return year;
  const name = SEASONS[month]?.name ?? MONTHS[Number(month) - 1];
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

const SHORT_MONTHS = ['jan', 'feb', 'mrt', 'apr', 'mei', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'];
const SHORT_SEASONS: Readonly<Record<string, string>> = { 21: 'vj', 22: 'zo', 23: 'nj', 24: 'wi' };

/** A short form without the day, shown below a status symbol: "mrt ’25", "nj ’22", "2022". */
export function shortDate(date: string): string {
  const [year = date, month] = date.split('-');
  return month === undefined ? year : `${SHORT_SEASONS[month] ?? SHORT_MONTHS[Number(month) - 1]} ’${year.slice(2)}`;
}

/** Within a sentence, after a preposition: "3 maart 2025", "het najaar van 2022". */
export function dateNoun(date: string): string {
  const [year, month = ''] = date.split('-');
  const season = SEASONS[month];
  return season ? `${season.article} ${season.name} van ${year}` : dateText(date);
}

/** With its preposition: "op 3 maart 2025", "in november 2022", "in het najaar van 2022", "in 2022". */
export function dateWhen(date: string): string {
  return `${date.split('-').length === 3 ? 'op' : 'in'} ${dateNoun(date)}`;
}

/** A period, its end excluded: "vanaf september 2025", "tot juli 2026"; null if it has neither begin nor end. */
export function periodText(from: string | null, until: string | null): string | null {
  const parts = [from && `vanaf ${dateNoun(from)}`, until && `tot ${dateNoun(until)}`].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

/** A period, its end included: "van 2025 tot en met 2027", "sinds 2025". */
export function termText(from: string, to: string | null): string {
  return to === null ? `sinds ${dateNoun(from)}` : `van ${dateNoun(from)} tot en met ${dateNoun(to)}`;
}

/** The expected date. Overdue: that day has passed and the result was not reported as achieved. */
export function expectedText(date: string, overdue: boolean, words: StatusWords): string {
  return `verwacht ${dateWhen(date)}${overdue ? `, nog niet gemeld als ${statusPhrase('achieved', words)}` : ''}`;
}
