import { strFromU8, strToU8, zipSync } from 'fflate';
import { repacked } from './workbook.ts';

/** Hand-written parts of workbooks that otherwise only Excel writes. */

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml';

function edited(parts: Readonly<Record<string, Uint8Array>>, name: string, change: (text: string) => string) {
  return { [name]: strToU8(change(strFromU8(parts[name]!))) };
}

/**
 * A workbook with parts attached to its sheet. Each has the type of its relation, its path within `xl/`, and its XML.
 */
export function withSheetParts(
  bytes: Uint8Array,
  added: readonly (readonly [type: string, path: string, xml: string])[],
): Uint8Array {
  const links = added.map(
    ([type, path], index) => `<Relationship Id="rIdPart${index}" Type="${type}" Target="../${path}"/>`,
  );
  return repacked(bytes, (parts) => ({
    ...parts,
    ...Object.fromEntries(added.map(([, path, xml]) => [`xl/${path}`, strToU8(xml)])),
    'xl/worksheets/_rels/sheet1.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
    ),
  }));
}

/** Threaded comments as Excel 365 writes them, with an old-style note for older programs. */
export function withThread(bytes: Uint8Array, cell: string): Uint8Array {
  const threads = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
  const person = '{11111111-1111-1111-1111-111111111111}';
  const [first, answer] = ['{22222222-2222-2222-2222-222222222222}', '{33333333-3333-3333-3333-333333333333}'];
  const commented = withSheetParts(bytes, [
    [
      'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
      'threadedComments/threadedComment1.xml',
      `<ThreadedComments xmlns="${threads}"><threadedComment ref="${cell}" dT="2026-11-23T10:00:00.00" personId="${person}" id="${first}"><text>Klopt dit?</text></threadedComment><threadedComment ref="${cell}" dT="2026-11-23T11:00:00.00" personId="${person}" id="${answer}" parentId="${first}"><text>Ja.</text></threadedComment></ThreadedComments>`,
    ],
    [
      `${OFFICE}/comments`,
      'comments1.xml',
      `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>tc=${first}</author></authors><commentList><comment ref="${cell}" authorId="0"><text><t>[Threaded comment]</t></text></comment></commentList></comments>`,
    ],
  ]);
  return repacked(commented, (parts) => ({
    ...parts,
    ...edited(parts, 'xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace(
        '</Relationships>',
        '<Relationship Id="rIdPerson" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/></Relationships>',
      ),
    ),
    'xl/persons/person.xml': strToU8(
      `<personList xmlns="${threads}"><person displayName="Jan Voorbeeld" id="${person}" userId="jan" providerId="None"/></personList>`,
    ),
  }));
}

/** An object over the sheet, with its corner at B3; takes the XML of a shape, with the prefixes `xdr` and `a`. */
function withObject(bytes: Uint8Array, shape: string): Uint8Array {
  const [xdr, a] = ['spreadsheetDrawing', 'main'].map(
    (name) => `http://schemas.openxmlformats.org/drawingml/2006/${name}`,
  );
  return withSheetParts(bytes, [
    [
      `${OFFICE}/drawing`,
      'drawings/drawing1.xml',
      `<xdr:wsDr xmlns:xdr="${xdr}" xmlns:a="${a}"><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${shape}<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`,
    ],
  ]);
}

function shape(text: string): string {
  return `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Tekstvak 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
}

/** A text box over the sheet. */
export function withTextBox(bytes: Uint8Array, text: string): Uint8Array {
  return withObject(bytes, shape(text));
}

/** Two text boxes in a group. */
export function withGroup(bytes: Uint8Array): Uint8Array {
  return withObject(bytes, `<xdr:grpSp><xdr:nvGrpSpPr/><xdr:grpSpPr/>${shape('Een')}${shape('Twee')}</xdr:grpSp>`);
}

/** A workbook with a change applied to all of its XML. */
export function withXml(bytes: Uint8Array, change: (xml: string, name: string) => string): Uint8Array {
  return repacked(bytes, (parts) =>
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(change(strFromU8(part), name))])),
  );
}

/** In Excel's format "Strict Open XML-werkmap": other namespaces; dates are texts where the test puts them. */
export function strict(bytes: Uint8Array): Uint8Array {
  return withXml(bytes, (xml) =>
    xml
      .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', `${STRICT}/spreadsheetml/main`)
      .replaceAll(OFFICE, `${STRICT}/officeDocument/relationships`),
  );
}

/** As some programs write it: rows and cells without positions, each following the previous one. */
export function withoutPlaces(bytes: Uint8Array): Uint8Array {
  return withXml(bytes, (xml, name) => {
    if (!name.startsWith('xl/worksheets/')) return xml;
    const rows = new Map(
      [...xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gs)].map(([, row, cells]) => [Number(row), cells!]),
    );
    const all = Array.from({ length: Math.max(...rows.keys()) }, (_, index) => rows.get(index + 1) ?? '');
    const data = all.map((cells) => `<row>${cells.replace(/<c r="[A-Z]+\d+"/g, '<c')}</row>`).join('');
    return xml.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${data}</sheetData>`);
  });
}

/** Adds number formats to a workbook, each as a style after the existing ones; give `style(0)` to a cell. */
export function withFormats(bytes: Uint8Array, formats: readonly string[]) {
  let first = 0;
  const changed = withXml(bytes, (xml, name) => {
    if (name !== 'xl/styles.xml') return xml;
    first = [.../<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(xml)![1]!.matchAll(/<xf /g)].length;
    const codes = formats.map(
      (code, index) =>
        `<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`,
    );
    const styles = formats.map((_, index) => `<xf numFmtId="${200 + index}" applyNumberFormat="1"/>`);
    return xml.replace(/(<numFmts[^>]*>)/, `$1${codes.join('')}`).replace('</cellXfs>', `${styles.join('')}</cellXfs>`);
  });
  return { bytes: changed, style: (index: number) => first + index };
}

/** A zip of small parts with these names, as another program might send. */
export function zipNamed(...names: readonly string[]): Uint8Array {
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
}
