import type { Cell, CellValue, FontStyle } from 'hucre';
import { COLUMNS, HEADING_ROW } from './layout.ts';

/** What a cell with a date shows, or why that is not a single day, month or year. */
type ShownDate = { readonly text: string } | { readonly problem: string };

/**
 * The letters of a number format that stand for parts of a date or time, without literal texts, colours, languages and
 * later sections.
 */
function lettersOf(format: string): string {
  return format
    .replace(/\\.|"[^"]*"|\[[^\]]*\]|_.|\*./g, '')
    .split(';')[0]!
    .replace(/am\/pm|a\/p/gi, 'h')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/**
 * A date as its cell shows it, in the notation of the contract: `dec-26` is 2026-12, not a day. `date` is in UTC;
 * `format` is the number format of the cell, such as `mmm\-yy`.
 */
function shownDate(date: Date, format: string): ShownDate {
  const letters = lettersOf(format);
  const iso = date.toISOString();
  const hasTime = !/T00:00:00\.000Z$/.test(iso);
  if (!letters.includes('y') || /[^ymdhs]/.test(letters) || (hasTime && /[hs]/.test(letters)))
    return {
      problem: `deze cel toont een datum niet als dag, maand of jaar (de opmaak is "${format}"); typ hem als tekst, zoals 2026-12`,
    };
  // An "m" next to hours is minutes, but then there is a day as well.
  return { text: iso.slice(0, letters.includes('d') ? 10 : letters.includes('m') ? 7 : 4) };
}

/** A cell as shown; `problem` if it holds something other or more than that text. */
interface CellText {
  readonly text: string;
  readonly problem: string | null;
}

/** A cell's value, and what else the library knows of it. */
interface CellSource {
  readonly value: CellValue;
  readonly cell: Cell | undefined;
  /** For a cell without a font of its own. */
  readonly font: FontStyle | undefined;
  readonly row: number;
  readonly column: number;
}

const AS_TEXT = 'geef de cel de opmaak "Tekst" en typ het antwoord opnieuw';

function notText(what: string): string {
  return `hier staat ${what} en geen tekst: wat u ziet, is niet precies wat er in de cel staat; ${AS_TEXT}`;
}

/** Whether a cell with this format shows a number or text unchanged. */
function isPlain(format: string): boolean {
  return /^(?:General|@|0|)$/i.test(format);
}

/** Whether a format changes how a text is shown: only the fourth section, or one with "@", applies to texts. */
function altersText(format: string): boolean {
  const sections = format.split(';');
  const forText = sections[3] ?? sections.find((section) => section.includes('@')) ?? '@';
  return !/^(?:@|General)$/i.test(forText.trim());
}

/** The struck-out part of a text, which may consist of runs in several styles; empty if there is none. */
function struckOut(text: string, cell: Cell | undefined, font: FontStyle | undefined): string {
  const whole = cell?.style?.font ?? font;
  const runs = cell?.richText ?? [{ text }];
  return runs
    .filter((run) => (('font' in run ? run.font : undefined) ?? whole)?.strikethrough === true)
    .map((run) => run.text)
    .join('')
    .trim();
}

function isoDate(text: string): Date | null {
  return /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?$/.test(text)
    ? new Date(text.includes('T') ? text.replace(/Z?$/, 'Z') : text)
    : null;
}

/** Whether a format is for dates: strict workbooks store those as text, and nothing else tells. */
function isForDates(format: string): boolean {
  return /[ydhs]/i.test(format.replace(/\\.|"[^"]*"|\[[^\]]*\]|General/gi, ''));
}

function numberText(value: number, format: string): string {
  const [number, sign] = format.includes('%') ? [value * 100, '%'] : [value, ''];
  return `${String(Number(number.toPrecision(12))).replace('.', ',')}${sign}`;
}

/** Whether an organisation fills in this cell, and with what. */
function fieldAt(row: number, column: number): (typeof COLUMNS)[number]['field'] {
  return row >= HEADING_ROW ? (COLUMNS[column]?.field ?? null) : null;
}

function numberCell(value: number, format: string, { row, column }: CellSource): CellText {
  const field = fieldAt(row, column);
  // In a cell that nobody fills in, a number that a program made of "1.1" still says the same.
  if (field === null && isPlain(format)) return { text: String(value), problem: null };
  const text = numberText(value, format);
  if (field !== 'verwacht') return { text, problem: notText(`een getal (${text})`) };
  const isYear = isPlain(format) && Number.isInteger(value) && value >= 1000 && value <= 9999;
  return {
    text,
    problem: isYear ? null : `hier staat het getal ${text}, geen datum; typ hem als tekst, zoals 2026-12`,
  };
}

function dateCell(date: Date, format: string, { row, column }: CellSource): CellText {
  if (Number.isNaN(date.getTime()))
    return { text: '?', problem: 'hier staat een datum die er geen is; typ hem als tekst' };
  const shown = shownDate(date, format);
  if (fieldAt(row, column) === 'verwacht')
    return 'text' in shown ? { text: shown.text, problem: null } : { text: '?', problem: shown.problem };
  const text = 'text' in shown ? shown.text : date.toISOString().slice(0, 10);
  return { text, problem: notText(`een datum (${text})`) };
}

function textCell(value: string, format: string, source: CellSource): CellText {
  const date = isForDates(format) ? isoDate(value) : null;
  if (date) return dateCell(date, format, source);
  return {
    text: value.replace(/\r\n?/g, '\n'),
    problem: altersText(format)
      ? `deze cel toont iets anders dan erin staat (de opmaak is "${format}"); ${AS_TEXT}`
      : null,
  };
}

function valueCell(value: CellValue, format: string, source: CellSource): CellText {
  if (value === null || value === '') return { text: '', problem: null };
  if (typeof value === 'number') return numberCell(value, format, source);
  if (typeof value === 'string') return textCell(value, format, source);
  if (value instanceof Date) return dateCell(value, format, source);
  const text = value ? 'WAAR' : 'ONWAAR';
  return { text, problem: notText(`de waarde ${text}`) };
}

/** A cell as text, the way people see it, with the first reason why that is not all it holds. */
export function cellText(source: CellSource): CellText {
  const { value, cell, font } = source;
  const read = valueCell(value, cell?.style?.numFmt ?? 'General', source);
  if (cell?.formula !== undefined) return { ...read, problem: 'deze cel bevat een formule; typ het antwoord zelf' };
  if (cell?.type === 'error')
    return { ...read, problem: `deze cel bevat een fout (${read.text}); typ het antwoord zelf` };
  if (struckOut(read.text, cell, font) !== '')
    return {
      ...read,
      problem: 'hier is tekst doorgestreept; haal die tekst weg, of haal de streep weg als de tekst moet blijven',
    };
  return read;
}
