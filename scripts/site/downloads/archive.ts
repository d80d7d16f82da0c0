import type { Table } from './table.ts';
import { sheetOf, workbookOf } from './workbook.ts';
import { zipOf } from './zip.ts';

/** A zip of texts by their name in it, or a workbook of tables; yet to be made. Plain data, so that a thread can be sent it. */
export type Archive = {
  /** Within the output folder. */
  readonly path: string;
} & ({ readonly files: Readonly<Record<string, string>> } | { readonly tables: readonly Table[] });

/** The bytes of an archive; the same archive gives the same bytes. */
export async function archiveBytes(archive: Archive): Promise<Uint8Array> {
  return 'files' in archive ? zipOf(archive.files) : workbookOf(archive.tables.map(sheetOf));
}
