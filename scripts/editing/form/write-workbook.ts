import { strToU8, zipSync } from 'fflate';
import { STATUS_WORDS } from '../../contract/files/results.ts';
import type { FormCell } from './form.ts';
import { COLUMNS, columnName, HEADING_ROW, SHEET } from './layout.ts';

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** As spreadsheets write text: what looks like one of their own escapes is escaped itself. */
function cellText(text: string): string {
  return xml(text.replace(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_'));
}

const STYLES: Readonly<Record<FormCell['style'], number>> = { plain: 0, title: 1, heading: 2, fixed: 3, open: 4 };

const STYLESHEET = `${HEADER}<styleSheet xmlns="${MAIN}">
<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFD9E5EE"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF3F3F3"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF9D6"/></patternFill></fill></fills>
<borders count="2"><border/><border><left style="thin"><color rgb="FFBBBBBB"/></left><right style="thin"><color rgb="FFBBBBBB"/></right><top style="thin"><color rgb="FFBBBBBB"/></top><bottom style="thin"><color rgb="FFBBBBBB"/></bottom></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="5"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${[
  2, 0, 0,
]
  .map(
    (font, index) =>
      `<xf numFmtId="49" fontId="${font}" fillId="${index + 2}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="top" wrapText="1"/><protection locked="${index === 2 ? 0 : 1}"/></xf>`,
  )
  .join('')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

function validation(column: number, rows: number, attributes: string, formula: string): string {
  const { heading, hint } = COLUMNS[column]!;
  const range = `${columnName(column)}${HEADING_ROW + 1}:${columnName(column)}${rows}`;
  return `<dataValidation ${attributes} showInputMessage="1" promptTitle="${xml(heading)}" prompt="${xml(hint!)}" sqref="${range}">${formula}</dataValidation>`;
}

function validations(rows: number): string {
  const list = `<formula1>"${STATUS_WORDS.join(',')}"</formula1>`;
  const all = COLUMNS.flatMap(({ field }, column) => {
    if (field === null) return [];
    return [
      field === 'status'
        ? validation(
            column,
            rows,
            'type="list" allowBlank="1" showErrorMessage="1" errorTitle="Onbekende status" error="Kies een status uit de lijst."',
            list,
          )
        : validation(column, rows, 'allowBlank="1"', ''),
    ];
  });
  return `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

function sheetXml(rows: readonly (readonly FormCell[])[]): string {
  const data = rows.map((cells, row) => {
    const filled = cells.map(({ text, style }, column) => {
      const name = `${columnName(column)}${row + 1}`;
      return text === ''
        ? `<c r="${name}" s="${STYLES[style]}"/>`
        : `<c r="${name}" s="${STYLES[style]}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
    });
    return `<row r="${row + 1}">${filled.join('')}</row>`;
  });
  const columns = COLUMNS.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${HEADER}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${HEADING_ROW}" topLeftCell="A${HEADING_ROW + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${data.join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>${validations(rows.length)}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${HEADER}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  '_rels/.rels': `${HEADER}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEADER}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': STYLESHEET,
};

/** A form as a workbook with one protected sheet, in which only the answers can be changed. The same form gives the same bytes. */
export function writeWorkbook(rows: readonly (readonly FormCell[])[]): Uint8Array {
  const parts = { ...PARTS, 'xl/worksheets/sheet1.xml': sheetXml(rows) };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(1980, 0, 1),
  });
}
