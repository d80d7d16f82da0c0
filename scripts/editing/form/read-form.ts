import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import type { SheetReading } from './sheet.ts';
import { isWorkbook, SAVE_ODS } from './workbook-archive.ts';

/** Reads a form that someone sends; null bytes for one that is too large. What it is follows from its bytes, its name only helps. */
export async function readForm(bytes: Uint8Array | null, name: string): Promise<SheetReading> {
  if (bytes === null)
    return {
      refused: [
        `${name}: dit bestand is te groot voor een formulier (meer dan 5 MB); maak een nieuw formulier met npm run form`,
      ],
    };
  if (!isWorkbook(bytes)) {
    if (/\.(?:csv|tsv|txt)$/i.test(name)) return readCsv(bytes, name);
    // Flat, so that it is no zip.
    if (/\.fods$/i.test(name)) return { refused: [`${name}: ${SAVE_ODS}`] };
  }
  return readWorkbook(bytes, name);
}
