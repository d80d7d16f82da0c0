import { XmlDeclaration, XmlDocumentType, XmlElement, XmlProcessingInstruction, type XmlNode } from '@rgrove/parse-xml';
import { quoted } from '../fields.ts';
import { isListed, PROPERTIES } from './css-names.ts';
import { notText, type Finding } from './finding.ts';
import { urlOfLogo } from './media-url.ts';
import { checkDeclarations, checkStyleSheet, checkValue } from './style-sheet.ts';
import {
  ATTRIBUTES,
  DOCUMENT_TYPES,
  ELEMENTS,
  INSTRUCTIONS,
  NOTES,
  PREFIXED_ATTRIBUTES,
  PUBLIC_NAME,
  SVG,
  XLINK,
} from './svg-names.ts';
import {
  OUTERMOST,
  parseDocument,
  readElement,
  textIn,
  TOO_DEEP,
  XMLNS,
  type Attribute,
  type DecodedText,
  type Element,
  type Scope,
} from './xml.ts';

/** For what people meet in files of drawing programs; of all else it is said that it cannot stand there. */
const WAYS_OUT: ReadonlyMap<string, string> = new Map([
  [
    'foreignObject',
    'sla het bestand op zonder gegevens van het tekenprogramma (in Illustrator: zonder "Preserve Illustrator Editing Capabilities")',
  ],
  ['a', 'haal de link weg en laat staan wat erin staat'],
]);

/** More groups within each other than any drawing needs, and than some browsers take. */
const MOST_LEVELS = 200;

/** Namespaces in which some names are listed and others are not. */
const KNOWN = new Set(['', SVG, XLINK, ...PREFIXED_ATTRIBUTES.keys()]);

class Checker {
  readonly findings: Finding[] = [];
  readonly #xml: string;
  /** Prefixes of which it was told that nothing says what they stand for, or that they are strange: that is one mistake. */
  readonly #told = new Set<string>();

  constructor(xml: string) {
    this.#xml = xml;
  }

  /** `level`: how many parts it stands in. */
  node(node: XmlNode, scope: Scope, level = 0): void {
    if (node instanceof XmlElement) this.#element(node, scope, level);
    else if (node instanceof XmlDeclaration) this.#declaration(node);
    else if (node instanceof XmlDocumentType) this.#documentType(node);
    else if (node instanceof XmlProcessingInstruction && !INSTRUCTIONS.has(node.name))
      this.#found(node.start, `${quoted(`<?${node.name} …?>`)} kan hier niet; haal het weg`);
  }

  #declaration({ version, encoding, start }: XmlDeclaration): void {
    if (version !== '1.0' || (encoding !== null && encoding.toLowerCase() !== 'utf-8'))
      this.#found(
        start,
        'hier hoort <?xml version="1.0" encoding="UTF-8"?>; pas het aan, en sla het bestand op als UTF-8',
      );
  }

  #documentType({ name, publicId, systemId, internalSubset, start }: XmlDocumentType): void {
    const isOfSvg =
      systemId === null ? publicId === null : DOCUMENT_TYPES.has(systemId) && PUBLIC_NAME.test(publicId ?? '');
    if (internalSubset !== null || name !== 'svg' || !isOfSvg)
      this.#found(start, 'deze DOCTYPE kan hier niet; haal die weg, of sla het bestand op als gewone SVG');
  }

  #element(node: XmlElement, around: Scope, level: number): void {
    const element = readElement(this.#xml, node, around);
    const { namespace, local } = element;
    if (node.isRootNode && (namespace !== SVG || local !== 'svg')) {
      this.#found(
        element.offset,
        'dit is geen SVG, want die begint met <svg xmlns="http://www.w3.org/2000/svg">; sla het bestand op als SVG',
      );
      return;
    }
    if (namespace === SVG ? !ELEMENTS.has(local) : !NOTES.has(namespace ?? '')) {
      this.#foundName(element, `<${element.written}>`, namespace === SVG ? WAYS_OUT.get(local) : undefined);
      return;
    }
    if (level > MOST_LEVELS) return this.#found(element.offset, TOO_DEEP);
    for (const attribute of element.attributes) this.#attribute(element, attribute);
    if (namespace === SVG && local === 'style') {
      const text = textIn(this.#xml, node);
      this.#css(checkStyleSheet(text.value, urlOfLogo), text);
    }
    for (const child of node.children) this.node(child, element.scope, level + 1);
  }

  #attribute(element: Element, attribute: Attribute): void {
    const { namespace, local, value } = attribute;
    if (namespace === XMLNS || NOTES.has(namespace ?? '')) return;
    if (local === 'href' && (namespace === '' || namespace === XLINK)) this.#reference(element, attribute);
    else if (namespace === '' && local === 'style') this.#css(checkDeclarations(value, urlOfLogo), attribute);
    else if (namespace === '' && element.local === 'style' && local === 'type') {
      if (value !== 'text/css') this.#found(attribute.offset, 'hier kan alleen "text/css" staan; pas het aan');
    } else if (namespace === '' && (ATTRIBUTES.has(local) || /^(?:aria|data)-[\w.-]+$/.test(local))) return;
    else if (namespace === '' && isListed(PROPERTIES, local)) this.#css(checkValue(value, urlOfLogo), attribute);
    else if (!this.#isNote(element, attribute)) this.#foundName(attribute, attribute.written);
  }

  /** Of drawing programs, in what they write for themselves. */
  #isNote(element: Element, { namespace, local }: Attribute): boolean {
    if (namespace === '') return NOTES.has(element.namespace ?? '') && !/^on/i.test(local);
    return PREFIXED_ATTRIBUTES.get(namespace ?? '')?.has(local) ?? false;
  }

  /** Only a picture can be in the logo as `data:`. */
  #reference(element: Element, { value, offset }: Attribute): void {
    const isPicture = element.local === 'image' && /^data:image\//i.test(value);
    const message = urlOfLogo(isPicture || !/^data:/i.test(value) ? value : 'data:');
    if (message !== null) this.#found(offset, message);
  }

  #css(findings: readonly Finding[], { offsetOf }: DecodedText): void {
    for (const { offset, message } of findings) this.#found(offsetOf(offset), message);
  }

  #foundName({ offset, prefix, namespace }: Element | Attribute, shown: string, wayOut = 'haal het weg'): void {
    if (prefix === '' || (namespace !== undefined && KNOWN.has(namespace)))
      this.#found(offset, `${quoted(shown)} kan hier niet; ${wayOut}`);
    else if (!this.#told.has(prefix)) {
      this.#told.add(prefix);
      this.#found(
        offset,
        namespace === undefined
          ? `nergens staat wat "${prefix}:" is; sla het bestand in het tekenprogramma opnieuw op als SVG`
          : `${quoted(shown)} kan hier niet; haal alles weg wat met "${prefix}:" begint`,
      );
    }
  }

  #found(offset: number, message: string): void {
    this.findings.push({ offset, message });
  }
}

/**
 * What may not stand in a logo: parts of a drawing that are not listed, by what their names stand for; addresses outside
 * it; styles that `checkStyleSheet` refuses; and what is not XML. It reads as browsers do, references decoded.
 */
export function checkLogo(text: string): Finding[] {
  const strange = notText(text);
  if (strange.length > 0) return strange;
  // XML knows one kind of line end; as many characters as there were, so that places stay the same.
  const xml = text.replace(/\r\n?/g, (end) => (end === '\r' ? '\n' : ' \n'));
  const parsed = parseDocument(xml);
  if ('failure' in parsed) return [parsed.failure];
  const { document, undefinedNames } = parsed;
  const checker = new Checker(xml);
  for (const node of document.children) checker.node(node, OUTERMOST);
  const { findings } = checker;
  const [reference] = undefinedNames;
  if (reference === undefined) return findings;
  // What a document type says of references is not read, and without it nothing else is certain.
  const type = document.children.find((node) => node instanceof XmlDocumentType);
  const cause = findings.find(({ offset }) => offset === type?.start);
  return [
    cause ?? { offset: xml.indexOf(reference), message: `${quoted(reference)} is niet bekend; typ het teken zelf` },
  ];
}
