import { strFromU8, unzipSync } from 'fflate';
import { readSheetXml, readStrings, sheetNames } from './workbook-xml.ts';
import type { SheetReading } from './sheet.ts';

const MAX_PARTS = 200;
const MAX_UNPACKED = 20 * 1024 * 1024;

const AGAIN = 'maak een nieuw formulier met npm run form, en vul dat in';

class Refusal extends Error {}

function isNeeded(name: string): boolean {
  return name === 'xl/workbook.xml' || name === 'xl/sharedStrings.xml' || /^xl\/worksheets\/[^/]+\.xml$/.test(name);
}

/** The parts that hold texts, unpacked; the whole must stay small, whatever the file says of itself. */
function unpack(bytes: Uint8Array): { readonly names: readonly string[]; readonly texts: ReadonlyMap<string, string> } {
  const names: string[] = [];
  let size = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.push(name);
      size += originalSize;
      if (names.length > MAX_PARTS || size > MAX_UNPACKED)
        throw new Refusal(`dit bestand is uitgepakt veel te groot voor een formulier; ${AGAIN}`);
      return isNeeded(name);
    },
  });
  return { names, texts: new Map(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)])) };
}

function read(bytes: Uint8Array): SheetReading {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new Refusal(
      'dit is een oud Excel-bestand (.xls) of er zit een wachtwoord op; sla het zonder wachtwoord op als .xlsx',
    );
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refusal('dit is geen Excel-bestand (.xlsx)');
  const { names, texts } = unpack(bytes);
  const workbook = texts.get('xl/workbook.xml');
  if (workbook === undefined) throw new Refusal(`dit is geen Excel-bestand (.xlsx); ${AGAIN}`);
  if (names.some((name) => /vbaProject|macrosheets/i.test(name)))
    throw new Refusal(
      `in dit bestand zit een macro (een programma); een formulier heeft die niet. Neem de antwoorden over: ${AGAIN}`,
    );
  if (names.some((name) => /^xl\/externalLinks\//.test(name)))
    throw new Refusal(`dit bestand haalt gegevens uit een ander bestand; ${AGAIN}`);
  const sheets = sheetNames(workbook);
  const [first, ...others] = sheets;
  const parts = [...texts.keys()].filter((name) => name.startsWith('xl/worksheets/'));
  if (first === undefined || parts.length === 0) throw new Refusal(`dit bestand heeft geen werkblad; ${AGAIN}`);
  if (others.length > 0 || parts.length > 1) {
    return {
      refused: (others.length > 0 ? others : ['Blad 2']).map(
        (name) =>
          `${name}!A1: dit werkblad hoort niet bij het formulier; haal het weg, en zet wat u nodig hebt op "${first}"`,
      ),
    };
  }
  return readSheetXml(texts.get(parts[0]!)!, first, readStrings(texts.get('xl/sharedStrings.xml') ?? ''));
}

/** Reads the one sheet of a workbook that someone sends: whatever is no plain text in a cell is refused. `file` is its name. */
export function readWorkbook(bytes: Uint8Array, file: string): SheetReading {
  try {
    return read(bytes);
  } catch (fault) {
    // The ZIP and XML libraries have no errors of their own; each means: this is not a workbook that we can read.
    return {
      refused: [`${file}: ${fault instanceof Refusal ? fault.message : `dit bestand is beschadigd; ${AGAIN}`}`],
    };
  }
}
