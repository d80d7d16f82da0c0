import { CsvError, parse } from 'csv-parse/sync';
import { MAX_ROWS, tooManyRows, withoutEmptyEnd, type SheetReading } from './sheet.ts';
import { decodeWindows1252 } from './windows-1252.ts';

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** In whichever encoding spreadsheets save text; null where it is in none of them. */
function decoded(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** The mark that a first line "sep=;" names, which Excel does not show and does not count. */
const NAMED_MARK = /^"?sep=(.)"?\n/i;

/** From the headings on, which mark is used is plain; the lines above may hold a comma in a text. */
function delimiterOf(text: string): string {
  const line = text.slice(Math.max(0, text.search(/^"?Punt"?[;,\t]/m))).split('\n')[0]!;
  return [';', '\t', ',']
    .map((mark) => ({ mark, count: line.split(mark).length }))
    .sort((a, b) => b.count - a.count)[0]!.mark;
}

/** Reads a form that was saved as CSV, or as "Unicode-tekst". `name` stands before the name of a cell. */
export function readCsv(bytes: Uint8Array, name: string): SheetReading {
  const whole = decoded(bytes)?.replace(/\r\n?/g, '\n');
  if (whole === undefined || whole.includes('\u0000'))
    return {
      refused: [`${name}: dit is geen CSV-bestand dat te lezen is; sla het op als .xlsx, of als "CSV UTF-8"`],
    };
  const mark = NAMED_MARK.exec(whole);
  const text = mark ? whole.slice(mark[0].length) : whole;
  try {
    const rows = withoutEmptyEnd(
      parse(text, {
        delimiter: mark?.[1] ?? delimiterOf(text),
        relax_column_count: true,
        bom: true,
      }) as string[][],
    );
    return rows.length > MAX_ROWS
      ? { refused: [tooManyRows(name)] }
      : { sheet: { name, rows, problems: [] }, people: [] };
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const line = 'lines' in fault ? ` op regel ${String(fault.lines)}` : '';
    return {
      refused: [`${name}: dit CSV-bestand is niet te lezen; kijk${line} of een aanhalingsteken wel gesloten is`],
    };
  }
}
