import { strFromU8, unzipSync, zipSync, type UnzipFileFilter } from 'fflate';

const MAX_PARTS = 200;
const MAX_UNPACKED = 20 * 1024 * 1024;

const AGAIN = 'maak een nieuw formulier met npm run form, en vul dat in';

/** Why a workbook is not read: a sentence for people. */
export class WorkbookRefusal extends Error {}

/** Whether bytes begin as a zip does. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Whether bytes begin as an old workbook does, and one with a password. */
function isOle(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf;
}

/** Whether bytes are those of a workbook, of whatever kind, rather than of a text. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return isZip(bytes) || isOle(bytes);
}

/** How to save an .ods as something that can be read. */
export const SAVE_ODS =
  'dit is een bestand van LibreOffice (.ods). Sla het op als .xlsx (Bestand > Opslaan als > Excel 2007-365); uw antwoorden blijven staan';

/** What a file is, where it is none that can be read: by its parts, since a name can be changed. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^content\.xml$/, SAVE_ODS],
  [/^xl\/workbook\.bin$/, 'dit is een binair Excel-bestand (.xlsb); sla het op als .xlsx, uw antwoorden blijven staan'],
  [/\.iwa$/, 'dit is een bestand van Numbers; exporteer het als Excel-bestand (.xlsx), uw antwoorden blijven staan'],
  [
    /vbaProject|macrosheets/i,
    'in dit bestand zit een macro (een programma); sla het op als .xlsx, zonder macro’s, uw antwoorden blijven staan',
  ],
  [/^xl\/(?:chartsheets|dialogsheets)\//, 'een van de bladen is geen werkblad met cellen; verwijder dat blad'],
  [/^xl\/externalLinks\//, `dit bestand haalt gegevens uit een ander bestand; ${AGAIN}`],
];

/** The names of the parts, with `/` between folders; refuses a file that is large or no workbook, before anything is unpacked. */
function partNames(bytes: Uint8Array): string[] {
  const names: string[] = [];
  let size = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.push(name.replaceAll('\\', '/'));
      size += originalSize;
      if (names.length > MAX_PARTS || size > MAX_UNPACKED)
        throw new WorkbookRefusal(`dit bestand is uitgepakt veel te groot voor een formulier; ${AGAIN}`);
      return false;
    },
  });
  return names;
}

function isXml({ name }: Parameters<UnzipFileFilter>[0]): boolean {
  return /\.(?:xml|rels)$/i.test(name);
}

/** A workbook that may be read. */
export interface CheckedWorkbook {
  readonly bytes: Uint8Array;
  /** How many things lie over its sheets: pictures, text boxes, shapes. */
  readonly objects: number;
}

/**
 * A workbook that someone sends, once it is sure that it is one of a reasonable size, without programs, and with names as a
 * zip should have them. Throws a WorkbookRefusal for what is none.
 */
export function checkedWorkbook(bytes: Uint8Array): CheckedWorkbook {
  if (isOle(bytes))
    throw new WorkbookRefusal(
      'dit is een oud Excel-bestand (.xls) of er zit een wachtwoord op; sla het zonder wachtwoord op als .xlsx',
    );
  if (!isZip(bytes))
    throw new WorkbookRefusal('dit is geen Excel-bestand (.xlsx); open het in Excel en sla het op als .xlsx');
  const names = partNames(bytes);
  for (const [pattern, sentence] of OTHERS)
    if (names.some((name) => pattern.test(name))) throw new WorkbookRefusal(sentence);
  if (!names.includes('xl/workbook.xml')) throw new WorkbookRefusal(`dit is geen Excel-bestand (.xlsx); ${AGAIN}`);
  const parts = Object.entries(unzipSync(bytes, { filter: isXml })).map(
    ([name, part]) => [name, part, strFromU8(part, true)] as const,
  );
  // A document type can make a small file grow without end, and no program writes one.
  if (parts.some(([, , xml]) => xml.includes('<!DOCTYPE'))) throw new Error('document type');
  const drawings = parts.filter(([name]) => /^xl[\\/]drawings[\\/][^\\/]+\.xml$/.test(name));
  return {
    // Only then is it packed anew: the library compares the checksums that are in the file itself.
    bytes: parts.some(([name]) => name.includes('\\'))
      ? zipSync(Object.fromEntries(parts.map(([name, part]) => [name.replaceAll('\\', '/'), part])), { level: 0 })
      : bytes,
    objects: drawings.flatMap(([, , xml]) => [...xml.matchAll(/<(?:\w+:)?(?:two|one|absolute)(?:Cell)?Anchor\b/g)])
      .length,
  };
}
