import type { Period } from './norm.ts';

const SEASON_START: Readonly<Record<string, string>> = { '21': '03', '22': '06', '23': '09', '24': '12' };

/**
 * First day of an EDTF date (level 0, or a level-1 season) as `YYYY-MM-DD`, so that days compare as text.
 * Source: data-contract, "a date counts as its first day".
 */
export function firstDay(date: string): string {
  const [year, month = '01', day = '01'] = date.split('-');
  return `${year}-${SEASON_START[month] ?? month}-${day}`;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Last day of an EDTF date, for expected dates, publication and ends of terms. A winter ends in the next year. */
export function lastDay(date: string): string {
  const [, month, day] = date.split('-');
  if (day !== undefined) return date;
  const [year = 0, first = 1] = firstDay(date).split('-').map(Number);
  const months = month === undefined ? 12 : month in SEASON_START ? 3 : 1;
  const index = first - 1 + months - 1;
  const [lastYear, lastMonth] = [year + Math.floor(index / 12), (index % 12) + 1];
  return [String(lastYear).padStart(4, '0'), String(lastMonth).padStart(2, '0'), daysIn(lastYear, lastMonth)].join('-');
}

/** Whether an EDTF date ends before another begins: 2025 ends before 2026, but not before autumn 2025. */
export function endsBefore(date: string, other: string): boolean {
  return lastDay(date) < firstDay(other);
}

/** For `Array.sort`: by first day. */
export function byDate(a: string, b: string): number {
  const [x, y] = [firstDay(a), firstDay(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Whether a day is within a period. */
export function isActive(period: Period, day: string): boolean {
  return (
    (period.from === null || firstDay(period.from) <= day) && (period.until === null || day < firstDay(period.until))
  );
}
