import { CsvError, parse } from 'csv-parse/sync';
import { MAX_ROWS, type SheetReading, tooManyRows, withoutEmptyEnd } from './layout.ts';
import { isWorkbook, readWorkbook, SAVE_ODS } from './read-workbook.ts';

/**
 * The characters 0x80 to 0x9F; a space where there is none. All others are those of Latin-1. A table of our own, since
 * Node's decoder returns control characters for these in 20.18.3–20.19.4, 22.13–22.18 and 24.0–24.6.
 */
const SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Decodes Windows-1252, in which spreadsheets in the Netherlands save "CSV"; null if a byte stands for no character.
 */
export function decodeWindows1252(bytes: Uint8Array): string | null {
  let text = '';
  for (const byte of bytes) {
    const sign = byte >= 0x80 && byte <= 0x9f ? SIGNS[byte - 0x80]! : String.fromCharCode(byte);
    if (byte >= 0x80 && sign === ' ') return null;
    text += sign;
  }
  return text;
}

function startsWith(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Decodes whichever encoding spreadsheets save text in; null if it is none of them. */
function decoded(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** The separator named by a first line "sep=;", which Excel neither shows nor counts. */
const NAMED_MARK = /^"?sep=(.)"?\n/i;

/** The separator is certain from the headings on; the lines above may have a comma in a text. */
function delimiterOf(text: string): string {
  const line = text.slice(Math.max(0, text.search(/^"?Punt"?[;,\t]/m))).split('\n')[0]!;
  return [';', '\t', ',']
    .map((mark) => ({ mark, count: line.split(mark).length }))
    .sort((a, b) => b.count - a.count)[0]!.mark;
}

/** Reads a form saved as CSV, or as "Unicode-tekst". `name` is the prefix of a cell's name. */
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
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? ` op regel ${String(error.lines)}` : '';
    return {
      refused: [`${name}: dit CSV-bestand is niet te lezen; kijk${line} of een aanhalingsteken wel gesloten is`],
    };
  }
}

/**
 * Reads a submitted form; null bytes mean that it is too large. The bytes decide what it is; its name only helps.
 * `choose` finds the sheet in a workbook that holds no form.
 */
export async function readForm(
  bytes: Uint8Array | null,
  name: string,
  choose?: Parameters<typeof readWorkbook>[2],
): Promise<SheetReading> {
  if (bytes === null)
    return {
      refused: [
        `${name}: dit bestand is te groot voor een formulier (meer dan 5 MB); maak een nieuw formulier met npm run form`,
      ],
    };
  if (!isWorkbook(bytes)) {
    if (/\.(?:csv|tsv|txt)$/i.test(name)) return readCsv(bytes, name);
    // Flat ODS is not a zip.
    if (/\.fods$/i.test(name)) return { refused: [`${name}: ${SAVE_ODS}`] };
  }
  return readWorkbook(bytes, name, choose);
}
