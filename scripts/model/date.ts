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

/** How many months a date lasts that is a year, or a year and a month. */
const MONTHS: Readonly<Record<number, number>> = { 1: 12, 2: 1 };

/** Whether an EDTF date has ended before another begins: 2025 ends before 2026 does, and not before autumn 2025. */
export function endsBefore(date: string, other: string): boolean {
  const [, month] = date.split('-');
  const precision = date.split('-').length;
  if (precision === 3) return date < firstDay(other);
  const [year = 0, first = 1] = firstDay(date).split('-').map(Number);
  const next = first - 1 + (month !== undefined && month in SEASON_START ? 3 : MONTHS[precision]!);
  return `${year + Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, '0')}-01` <= firstDay(other);
}

/** For `Array.sort`: by first day. */
export function byDate(a: string, b: string): number {
  const [x, y] = [firstDay(a), firstDay(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Whether a period has begun on that day and has not ended yet. */
export function isActive(period: Period, day: string): boolean {
  return (
    (period.from === null || firstDay(period.from) <= day) && (period.until === null || day < firstDay(period.until))
  );
}
