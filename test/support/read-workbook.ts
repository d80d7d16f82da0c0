import { DOMParser, type Element } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

/** Decodes a text as the standard requires: ECMA-376, 22.4.2.4, `ST_Xstring`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function elements(xml: string, name: string): Element[] {
  return Array.from(new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName(name));
}

function within(element: Element, name: string): Element[] {
  return Array.from(element.getElementsByTagName(name));
}

function textOf(element: Element): string {
  return unescaped(
    within(element, 't')
      .map((part) => {
        const text = part.textContent ?? '';
        // Spreadsheets drop leading and trailing spaces of a text, unless it asks to keep them.
        return part.getAttribute('xml:space') === 'preserve' ? text : text.trim();
      })
      .join(''),
  );
}

/** Cells of one row: texts and numbers; empty cells are absent. */
export type ReadRow = readonly (string | number | undefined)[];

/**
 * The rows of each sheet of a workbook, by its name. Independent of the code that wrote it: follows the standard alone
 * (ECMA-376), with an XML parser. Throws on a formula.
 */
export function readSheets(bytes: Uint8Array): Map<string, readonly ReadRow[]> {
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  const shared = elements(parts.get('xl/sharedStrings.xml') ?? '<sst/>', 'si').map(textOf);
  const targets = new Map(
    elements(parts.get('xl/_rels/workbook.xml.rels')!, 'Relationship').map((each) => [
      each.getAttribute('Id')!,
      each.getAttribute('Target')!.replace(/^(?:\/xl\/)?/, 'xl/'),
    ]),
  );
  function valueOf(cell: Element): string | number | undefined {
    if (within(cell, 'f').length > 0) throw new Error(`${cell.getAttribute('r')}: a formula`);
    const value = within(cell, 'v')[0]?.textContent;
    switch (cell.getAttribute('t')) {
      case 's':
        return shared[Number(value)];
      case 'inlineStr':
        return textOf(cell);
      case 'str':
        return unescaped(value ?? '');
      default:
        return value ? Number(value) : undefined;
    }
  }
  function columnOf(cell: Element): number {
    const [letters = ''] = /^[A-Z]+/.exec(cell.getAttribute('r')!) ?? [];
    return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  }
  return new Map(
    elements(parts.get('xl/workbook.xml')!, 'sheet').map((sheet) => {
      const rows: (string | number | undefined)[][] = [];
      for (const row of elements(parts.get(targets.get(sheet.getAttribute('r:id')!)!)!, 'row')) {
        const cells: (string | number | undefined)[] = [];
        for (const cell of within(row, 'c')) cells[columnOf(cell)] = valueOf(cell);
        rows[Number(row.getAttribute('r')) - 1] = cells;
      }
      return [sheet.getAttribute('name')!, rows] as const;
    }),
  );
}
