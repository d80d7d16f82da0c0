import { zipOf } from './archive.ts';
import { type BarNames, barsPart, heightOfBars, type PaperBar, xmlText } from './docx-chart.ts';

/** Part of a line. `gap` marks something that only people know, for them to fill in; `href` is an absolute address. */
export interface TextRun {
  readonly text: string;
  readonly bold?: true;
  readonly gap?: true;
  readonly href?: string;
}

/** The parts of a document, from top to bottom. */
export type Block =
  | { readonly kind: 'title' | 'paragraph' | 'item' | 'note'; readonly runs: readonly TextRun[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Width of each column, in percent. */
      readonly widths: readonly number[];
    }
  | {
      readonly kind: 'bars';
      readonly title: string;
      /** A full text alternative. */
      readonly description: string;
      readonly bars: readonly PaperBar[];
      readonly names: BarNames;
    };

/** Metadata of a document. */
export interface DocumentFacts {
  readonly title: string;
  readonly publisher: string;
  /** Text at the top of each page; null for none. */
  readonly header: string | null;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Width between the margins of an A4 page, in twentieths of a point and in the units of drawings. */
const WIDTH = 9638;
const EMU = 635;

/** The document's relations to its other parts. Each link is one, in order of occurrence. */
class Relations {
  readonly #entries: string[] = [];

  add(type: string, target: string, external = false): string {
    const id = `rId${this.#entries.length + 1}`;
    this.#entries.push(
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${xmlText(target)}"${external ? ' TargetMode="External"' : ''}/>`,
    );
    return id;
  }

  get xml(): string {
    return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${this.#entries.join('')}</Relationships>`;
  }
}

function runXml({ text, bold, gap, href }: TextRun): string {
  const looks = [
    ...(href ? ['<w:rStyle w:val="Hyperlink"/>'] : []),
    ...(bold ? ['<w:b/>'] : []),
    // Gaps have brackets as well, so that they do not depend on colour.
    ...(gap ? ['<w:i/>', '<w:shd w:val="clear" w:color="auto" w:fill="FFF2A8"/>'] : []),
  ].join('');
  return `<w:r>${looks && `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${xmlText(gap ? `[In te vullen: ${text}]` : text)}</w:t></w:r>`;
}

function paragraphXml(style: string, content: string, more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${content}</w:p>`;
}

function cellXml(text: string, width: number, isHead: boolean): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${isHead ? '<w:shd w:val="clear" w:color="auto" w:fill="E3EAF0"/>' : ''}</w:tcPr>${paragraphXml('Tabel', runXml({ text, ...(isHead ? { bold: true } : {}) }))}</w:tc>`;
}

function tableXml({ caption, head, rows, widths }: Extract<Block, { kind: 'table' }>): string {
  const columns = widths.map((each) => Math.round((each / 100) * WIDTH));
  function row(cells: readonly string[], isHead: boolean) {
    return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.map((text, at) => cellXml(text, columns[at]!, isHead)).join('')}</w:tr>`;
  }
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="7F8A95"/>`)
    .join('');
  return `${paragraphXml('Caption', runXml({ text: caption }))}<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="${xmlText(caption)}"/><w:tblDescription w:val="${xmlText(`Kolommen: ${head.join(', ')}.`)}"/></w:tblPr><w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${row(head, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>${paragraphXml('Tabel', '')}`;
}

/** A chart that Word and LibreOffice draw themselves: sharp at any size, with numbers that can be read. */
function barsXml({ title, description, bars }: Extract<Block, { kind: 'bars' }>, id: string, number: number): string {
  const names = `id="${number}" name="Grafiek ${number}" title="${xmlText(title)}" descr="${xmlText(description)}"`;
  const drawing = `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${WIDTH * EMU}" cy="${heightOfBars(bars.length)}"/><wp:docPr ${names}/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  return `${paragraphXml('Caption', runXml({ text: title }))}${paragraphXml('Normal', drawing)}`;
}

const STYLE_OF = { title: 'Title', paragraph: 'Normal', item: 'ListBullet', note: 'Noot' } as const;

interface Style {
  readonly id: string;
  readonly name: string;
  /** In half points. */
  readonly size: number;
  readonly before: number;
  readonly after: number;
  readonly more?: string;
  readonly text?: string;
}

const STYLES: readonly Style[] = [
  { id: 'Normal', name: 'Normal', size: 22, before: 0, after: 120 },
  { id: 'Title', name: 'Title', size: 40, before: 0, after: 120, text: '<w:b/>' },
  {
    id: 'Heading1',
    name: 'heading 1',
    size: 30,
    before: 320,
    after: 80,
    more: '<w:keepNext/><w:outlineLvl w:val="0"/>',
    text: '<w:b/>',
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    size: 24,
    before: 240,
    after: 60,
    more: '<w:keepNext/><w:outlineLvl w:val="1"/>',
    text: '<w:b/>',
  },
  { id: 'Caption', name: 'caption', size: 20, before: 160, after: 80, more: '<w:keepNext/>', text: '<w:b/>' },
  { id: 'Tabel', name: 'Tabel', size: 19, before: 20, after: 20 },
  { id: 'Noot', name: 'Noot', size: 19, before: 0, after: 100 },
  {
    id: 'ListBullet',
    name: 'List Bullet',
    size: 22,
    before: 0,
    after: 60,
    more: '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
  },
  { id: 'Header', name: 'header', size: 18, before: 0, after: 0 },
  { id: 'Footer', name: 'footer', size: 18, before: 0, after: 0 },
];

function styleXml({ id, name, size, before, after, more = '', text = '' }: Style): string {
  // The elements in `pPr` have a fixed order: keepNext, numPr, spacing, outlineLvl.
  const [first, last] = more.includes('outlineLvl') ? more.split(/(?=<w:outlineLvl)/) : [more, ''];
  return `<w:style w:type="paragraph"${id === 'Normal' ? ' w:default="1"' : ''} w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${first}<w:spacing w:before="${before}" w:after="${after}"/>${last}</w:pPr><w:rPr>${text}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
}

const STYLE_PART = `${XML}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>${STYLES.map(styleXml).join('')}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4F8A"/><w:u w:val="single"/></w:rPr></w:style></w:styles>`;

const NUMBERING_PART = `${XML}<w:numbering xmlns:w="${MAIN}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

const SETTINGS_PART = `${XML}<w:settings xmlns:w="${MAIN}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="nl-NL"/></w:settings>`;

function field(name: string): string {
  return `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
}

function part(name: string, type: string): string {
  return `<Override PartName="/${name}" ContentType="${type}"/>`;
}

function edgePart(kind: 'hdr' | 'ftr', style: string, content: string): string {
  return `${XML}<w:${kind} xmlns:w="${MAIN}">${paragraphXml(style, content)}</w:${kind}>`;
}

/**
 * A document for Word and LibreOffice (ECMA-376), in Dutch: headings, tables with header rows, and charts with
 * alternative text. Equal blocks give equal bytes: it does not record when it was made. See decision 0123.
 */
export function docxOf({ title, publisher, header }: DocumentFacts, blocks: readonly Block[]): Uint8Array {
  const relations = new Relations();
  relations.add('styles', 'styles.xml');
  relations.add('numbering', 'numbering.xml');
  relations.add('settings', 'settings.xml');
  const foot = relations.add('footer', 'footer1.xml');
  const head = header === null ? null : relations.add('header', 'header1.xml');
  const charts: string[] = [];
  function linked(run: TextRun): string {
    return run.href
      ? `<w:hyperlink r:id="${relations.add('hyperlink', run.href, true)}">${runXml(run)}</w:hyperlink>`
      : runXml(run);
  }
  function blockXml(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return paragraphXml(`Heading${block.level}`, runXml({ text: block.text }));
      case 'table':
        return tableXml(block);
      case 'bars': {
        charts.push(barsPart(block.bars, block.names));
        return barsXml(block, relations.add('chart', `charts/chart${charts.length}.xml`), charts.length);
      }
      default:
        return paragraphXml(STYLE_OF[block.kind], block.runs.map(linked).join(''));
    }
  }
  const body = blocks.map(blockXml).join('\n');
  const edges = `${head ? `<w:headerReference w:type="default" r:id="${head}"/>` : ''}<w:footerReference w:type="default" r:id="${foot}"/>`;
  return zipOf({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('word/document.xml', `${WORD_TYPE}.document.main+xml`)}${['styles', 'numbering', 'settings'].map((name) => part(`word/${name}.xml`, `${WORD_TYPE}.${name}+xml`)).join('')}${part('word/footer1.xml', `${WORD_TYPE}.footer+xml`)}${head ? part('word/header1.xml', `${WORD_TYPE}.header+xml`) : ''}${charts.map((_, at) => part(`word/charts/chart${at + 1}.xml`, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml')).join('')}${part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(publisher)}</dc:creator><dc:language>nl-NL</dc:language></cp:coreProperties>`,
    'word/document.xml': `${XML}<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}" xmlns:wp="${DRAWING}/wordprocessingDrawing"><w:body>${body}<w:sectPr>${edges}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/styles.xml': STYLE_PART,
    'word/numbering.xml': NUMBERING_PART,
    'word/settings.xml': SETTINGS_PART,
    'word/footer1.xml': edgePart(
      'ftr',
      'Footer',
      `${runXml({ text: `${title}, pagina ` })}${field('PAGE')}${runXml({ text: ' van ' })}${field('NUMPAGES')}`,
    ),
    ...(header === null ? {} : { 'word/header1.xml': edgePart('hdr', 'Header', runXml({ text: header, bold: true })) }),
    ...Object.fromEntries(charts.map((chart, at) => [`word/charts/chart${at + 1}.xml`, chart])),
    'word/_rels/document.xml.rels': relations.xml,
  });
}
