import fs from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const SHEET = 'xl/worksheets/sheet1.xml';

type Parts = Record<string, Uint8Array>;

/** A workbook with some of its parts changed. */
export function repacked(bytes: Uint8Array, change: (parts: Parts) => Parts): Uint8Array {
  return zipSync(change(unzipSync(bytes)));
}

/** A workbook with the XML of its sheet changed. */
export function withSheet(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  return repacked(bytes, (parts) => ({ ...parts, [SHEET]: strToU8(change(strFromU8(parts[SHEET]!))) }));
}

/** A sheet to be added to a workbook, by hand. */
export interface AddedSheet {
  readonly name: string;
  readonly attributes?: string;
  /** XML of the cells of its third row. */
  readonly cells?: string;
}

/** A workbook with other sheets before its own. */
export function withSheets(bytes: Uint8Array, added: readonly AddedSheet[]): Uint8Array {
  return repacked(bytes, (parts) => {
    const extra = added.map(({ name, attributes = '', cells }, index) => ({
      id: `rIdExtra${index}`,
      path: `worksheets/extra${index}.xml`,
      sheet: `<sheet name="${name}" sheetId="${90 + index}" ${attributes} r:id="rIdExtra${index}"/>`,
      xml: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells ? `<row r="3">${cells}</row>` : ''}</sheetData></worksheet>`,
    }));
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
    const links = extra.map(({ id, path }) => `<Relationship Id="${id}" Type="${type}" Target="${path}"/>`).join('');
    function edited(name: string, change: (text: string) => string): Record<string, Uint8Array> {
      return { [name]: strToU8(change(strFromU8(parts[name]!))) };
    }
    return {
      ...parts,
      ...edited('xl/workbook.xml', (xml) =>
        xml.replace('<sheets>', `<sheets>${extra.map(({ sheet }) => sheet).join('')}`),
      ),
      ...edited('xl/_rels/workbook.xml.rels', (xml) => xml.replace('</Relationships>', `${links}</Relationships>`)),
      ...Object.fromEntries(extra.map(({ path, xml }) => [`xl/${path}`, strToU8(xml)])),
    };
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A workbook with the XML of some cells changed; `change` receives the number of the style. */
export function withCells(bytes: Uint8Array, cells: Readonly<Record<string, (style: string) => string>>): Uint8Array {
  return withSheet(bytes, (xml) =>
    Object.entries(cells).reduce((text, [cell, change]) => {
      const pattern = new RegExp(`<c r="${cell}"([^>]*?)(?:/>|>.*?</c>)`, 's');
      if (!pattern.test(text)) throw new Error(`no cell ${cell}`);
      return text.replace(pattern, (_, attributes: string) => change(/s="(\d+)"/.exec(attributes)?.[1] ?? '0'));
    }, xml),
  );
}

/** A workbook with texts typed into cells, by name such as "E12". */
export function filledIn(bytes: Uint8Array, answers: Readonly<Record<string, string>>): Uint8Array {
  const typed = Object.entries(answers).map(([cell, answer]) => [
    cell,
    (style: string) =>
      `<c r="${cell}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(answer)}</t></is></c>`,
  ]);
  return withCells(bytes, Object.fromEntries(typed) as Record<string, (style: string) => string>);
}

/** Types answers into a workbook on disk. */
export function fillIn(file: string, answers: Readonly<Record<string, string>>): void {
  fs.writeFileSync(file, filledIn(fs.readFileSync(file), answers));
}
