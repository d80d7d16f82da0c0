import { decimal } from '../../format/number.ts';
import type { Table, TableCell } from './table.ts';

/** A sheet of a workbook; the first row is its head. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Longest text that a cell of a spreadsheet may have. */
const MAX_TEXT = 32_767;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text within XML. A spreadsheet reads `_x0041_` as a character, and refuses what XML has no place for. */
function xml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A, B, … Z, AA. */
function letters(index: number): string {
  return (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
}

/** Each text once, since ids and statuses come back in every row. */
class SharedTexts {
  readonly #indexes = new Map<string, number>();
  #uses = 0;

  index(text: string): number {
    this.#uses++;
    const known = this.#indexes.get(text) ?? this.#indexes.size;
    this.#indexes.set(text, known);
    return known;
  }

  xml(): string {
    const items = [...this.#indexes.keys()].map(
      (text) =>
        `<si><t xml:space="preserve">${xml(text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text)}</t></si>`,
    );
    return `${HEAD}<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${this.#indexes.size}">${items.join('')}</sst>`;
  }
}

function cellXml(cell: TableCell, at: string, texts: SharedTexts, style = ''): string {
  if (cell === null) return '';
  // A cell that is typed as text is never a formula, whatever it begins with.
  if (typeof cell === 'string') return `<c r="${at}"${style} t="s"><v>${texts.index(cell)}</v></c>`;
  return `<c r="${at}"${style}><v>${typeof cell === 'number' ? cell : decimal(cell, 4, '.')}</v></c>`;
}

function rowXml(cells: readonly TableCell[], number: number, texts: SharedTexts, style?: string): string {
  return `<row r="${number}">${cells.map((cell, index) => cellXml(cell, `${letters(index)}${number}`, texts, style)).join('')}</row>`;
}

const WIDE: ReadonlySet<string> = new Set(['toelichting', 'reden', 'betekenis', 'ambitiepunt', 'uitleg']);

function sheetXml({ columns, rows }: Sheet, texts: SharedTexts): string {
  return [
    `${HEAD}<worksheet xmlns="${MAIN}">`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${columns.map((column, index) => `<col min="${index + 1}" max="${index + 1}" width="${WIDE.has(column) ? 40 : Math.max(12, column.length + 3)}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
    rowXml(columns, 1, texts, ' s="1"'),
    ...rows.map((row, index) => rowXml(row, index + 2, texts)),
    '</sheetData>',
    `<autoFilter ref="A1:${letters(columns.length - 1)}${rows.length + 1}"/>`,
    '</worksheet>',
  ].join('');
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

/** What a workbook in the format of Excel 2007 and later (ECMA-376) is a zip of, one sheet after another. */
export function workbookFiles(sheets: readonly Sheet[]): Readonly<Record<string, string>> {
  const texts = new SharedTexts();
  const parts = sheets.map((sheet) => sheetXml(sheet, texts));
  const numbers = sheets.map((_, index) => index + 1);
  function type(part: string, kind: string) {
    return `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  }
  function relation(id: number, kind: string, target: string) {
    return `<Relationship Id="rId${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  }
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook', 'sheet.main')}${type('styles', 'styles')}${type('sharedStrings', 'sharedStrings')}${numbers.map((number) => type(`worksheets/sheet${number}`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${xml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((number) => relation(number, 'worksheet', `worksheets/sheet${number}.xml`)).join('')}${relation(numbers.length + 1, 'styles', 'styles.xml')}${relation(numbers.length + 2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(parts.map((part, index) => [`xl/worksheets/sheet${index + 1}.xml`, part])),
    'xl/sharedStrings.xml': texts.xml(),
  };
}

/** A table as a sheet. */
export function sheetOf({ name, columns, rows }: Table): Sheet {
  return { name, columns, rows };
}
