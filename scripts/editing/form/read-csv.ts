import { CsvError, parse } from 'csv-parse/sync';
import { MAX_ROWS, tooManyRows, type SheetReading } from './sheet.ts';

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Spreadsheets in the Netherlands still save "CSV" in the encoding of Windows.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function delimiterOf(text: string): string {
  return [';', '\t', ',']
    .map((mark) => ({ mark, count: text.split(mark).length }))
    .sort((a, b) => b.count - a.count)[0]!.mark;
}

/** Reads a form that was saved as CSV. `name` stands before the name of a cell. */
export function readCsv(bytes: Uint8Array, name: string): SheetReading {
  const text = decoded(bytes).replace(/\r\n?/g, '\n');
  if (text.includes('\u0000')) return { refused: [`${name}: dit is geen CSV-bestand`] };
  try {
    // From the headings on, which mark is used is plain; the lines above may hold a comma in a text.
    const rows = parse(text, {
      delimiter: delimiterOf(text.slice(Math.max(0, text.search(/^"?Punt"?[;,\t]/m))).split('\n')[0]!),
      relax_column_count: true,
      bom: true,
      to_line: MAX_ROWS * 20,
    }) as string[][];
    return rows.length > MAX_ROWS ? { refused: [tooManyRows(name)] } : { sheet: { name, rows } };
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const line = 'lines' in fault ? ` op regel ${String(fault.lines)}` : '';
    return {
      refused: [`${name}: dit CSV-bestand is niet te lezen; kijk${line} of een aanhalingsteken wel gesloten is`],
    };
  }
}
