import { XmlDeclaration, XmlDocumentType, XmlElement, type XmlNode, XmlProcessingInstruction } from '@rgrove/parse-xml';
import { quoted } from '../fields.ts';
import { isListed, PROPERTIES } from './css-names.ts';
import { type Finding, notText } from './finding.ts';
import { urlOfLogo } from './media-url.ts';
import { checkDeclarations, checkStyleSheet, checkValue } from './style-sheet.ts';
import {
  type Attribute,
  type DecodedText,
  type Element,
  OUTERMOST,
  parseDocument,
  readElement,
  type Namespaces,
  textIn,
  TOO_DEEP,
  XMLNS,
} from './xml.ts';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split('|')));
}

/** Elements that draw or describe. None that runs code, animates, links, or embeds a page. */
const ELEMENTS = words(
  'circle|clipPath|defs|desc|ellipse|filter|g|image|line|linearGradient|marker|mask|metadata|path|pattern|polygon',
  'polyline|radialGradient|rect|stop|style|svg|switch|symbol|text|textPath|title|tspan|use',
  'feBlend|feColorMatrix|feComponentTransfer|feComposite|feConvolveMatrix|feDiffuseLighting|feDisplacementMap',
  'feDistantLight|feDropShadow|feFlood|feFuncA|feFuncB|feFuncG|feFuncR|feGaussianBlur|feMerge|feMergeNode',
  'feMorphology|feOffset|fePointLight|feSpecularLighting|feSpotLight|feTile|feTurbulence',
  // Fonts as LibreOffice writes them.
  'font|font-face|glyph|hkern|missing-glyph',
);

/** Attributes that are neither a CSS property nor an address. */
const ATTRIBUTES = words(
  'baseProfile|class|id|lang|media|requiredFeatures|role|systemLanguage|tabindex|type|version|focusable',
  'clipPathUnits|gradientTransform|gradientUnits|height|markerHeight|markerUnits|markerWidth|maskContentUnits',
  'maskUnits|method|offset|orient|pathLength|patternContentUnits|patternTransform|patternUnits|points',
  'preserveAspectRatio|refX|refY|side|spacing|spreadMethod|startOffset|lengthAdjust|textLength|transform|viewBox|width',
  'cx|cy|d|dx|dy|fr|fx|fy|r|rotate|rx|ry|x|x1|x2|y|y1|y2|zoomAndPan',
  'amplitude|azimuth|baseFrequency|bias|diffuseConstant|divisor|edgeMode|elevation|exponent|filterRes|filterUnits|in',
  'in2|intercept|k1|k2|k3|k4|kernelMatrix|kernelUnitLength|limitingConeAngle|mode|numOctaves|operator|order',
  'pointsAtX|pointsAtY|pointsAtZ|preserveAlpha|primitiveUnits|radius|result|scale|seed|slope|specularConstant',
  'specularExponent|stdDeviation|stitchTiles|surfaceScale|tableValues|targetX|targetY|values|xChannelSelector',
  'yChannelSelector|z',
  'accent-height|alphabetic|ascent|bbox|cap-height|descent|glyph-name|horiz-adv-x|horiz-origin-x|horiz-origin-y|k',
  'panose-1|slope|stemh|stemv|underline-position|underline-thickness|unicode|units-per-em|u1|u2|g1|g2|x-height',
);

/** Attributes with a prefix, by namespace. */
const PREFIXED_ATTRIBUTES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['http://www.w3.org/XML/1998/namespace', words('lang|space')],
  [XLINK, words('actuate|show|title|type')],
]);

/** Namespaces of drawing programs' own data, licences and titles, which browsers ignore. */
const NOTES = new Set([
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
  'http://purl.org/dc/elements/1.1/',
  'http://purl.org/dc/terms/',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  // Inkscape.
  'http://www.inkscape.org/namespaces/inkscape',
  'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
  'http://inkscape.sourceforge.net/DTD/sodipodi-0.dtd',
  // Adobe Illustrator, and metadata of Adobe's programs.
  'http://ns.adobe.com/AdobeIllustrator/10.0/',
  'http://ns.adobe.com/AdobeSVGViewerExtensions/3.0/',
  'http://ns.adobe.com/Extensibility/1.0/',
  'http://ns.adobe.com/Flows/1.0/',
  'http://ns.adobe.com/GenericCustomNamespace/1.0/',
  'http://ns.adobe.com/Graphs/1.0/',
  'http://ns.adobe.com/ImageReplacement/1.0/',
  'http://ns.adobe.com/SaveForWeb/1.0/',
  'http://ns.adobe.com/Variables/1.0/',
  'http://ns.adobe.com/XPath/1.0/',
  'adobe:ns:meta/',
  'http://ns.adobe.com/illustrator/1.0/',
  'http://ns.adobe.com/pdf/1.3/',
  'http://ns.adobe.com/pdfx/1.3/',
  'http://ns.adobe.com/photoshop/1.0/',
  'http://ns.adobe.com/xap/1.0/',
  'http://ns.adobe.com/xap/1.0/g/',
  'http://ns.adobe.com/xap/1.0/g/img/',
  'http://ns.adobe.com/xap/1.0/mm/',
  'http://ns.adobe.com/xap/1.0/sType/ResourceEvent#',
  'http://ns.adobe.com/xap/1.0/sType/ResourceRef#',
  'http://ns.adobe.com/xap/1.0/t/pg/',
  'http://ns.adobe.com/xmp/Identifier/qual/1.0/',
  // CorelDRAW, Affinity, Sketch, Figma, LibreOffice, Boxy SVG, Vectornator, SVG.js.
  'http://www.corel.com/coreldraw/odm/2003',
  'http://www.serif.com/',
  'http://www.bohemiancoding.com/sketch/ns',
  'http://www.figma.com/figma/ns',
  'http://xml.openoffice.org/svg/export',
  'http://sun.com/xmlns/staroffice/presentation',
  'https://boxy-svg.com',
  'http://vectornator.io',
  'http://svgjs.com/svgjs',
  'http://svgjs.dev/svgjs',
]);

/** Document types of SVG itself, which browsers do not fetch: system identifiers, and the pattern of public ones. */
const DOCUMENT_TYPES = new Set([
  'http://www.w3.org/TR/2001/REC-SVG-20010904/DTD/svg10.dtd',
  'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd',
  'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11-basic.dtd',
  'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11-tiny.dtd',
]);
const PUBLIC_NAME = /^-\/\/W3C\/\/DTD SVG [\w. ]+\/\/EN$/;

/** Processing instructions that Adobe's programs put around their metadata. */
const INSTRUCTIONS = new Set(['xpacket']);

/** Solutions for elements that drawing programs often write; all others are only reported as not allowed. */
const WAYS_OUT: ReadonlyMap<string, string> = new Map([
  [
    'foreignObject',
    'sla het bestand op zonder gegevens van het tekenprogramma (in Illustrator: zonder "Preserve Illustrator Editing Capabilities")',
  ],
  ['a', 'haal de link weg en laat staan wat erin staat'],
]);

/** Maximum nesting of groups: more than any drawing needs, and than some browsers support. */
const MOST_LEVELS = 200;

/** Namespaces in which only some names are allowed. */
const KNOWN = new Set(['', SVG, XLINK, ...PREFIXED_ATTRIBUTES.keys()]);

class LogoChecker {
  readonly findings: Finding[] = [];
  readonly #xml: string;
  /** Prefixes already reported as undeclared or unknown: each is one mistake. */
  readonly #seen = new Set<string>();

  constructor(xml: string) {
    this.#xml = xml;
  }

  /** `level`: number of surrounding elements. */
  node(node: XmlNode, scope: Namespaces, level = 0): void {
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

  #element(node: XmlElement, around: Namespaces, level: number): void {
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

  /** Whether an attribute is part of a drawing program's own data. */
  #isNote(element: Element, { namespace, local }: Attribute): boolean {
    if (namespace === '') return NOTES.has(element.namespace ?? '') && !/^on/i.test(local);
    return PREFIXED_ATTRIBUTES.get(namespace ?? '')?.has(local) ?? false;
  }

  /** As `data:` the logo may contain only images. */
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
    else if (!this.#seen.has(prefix)) {
      this.#seen.add(prefix);
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
 * Finds what is not allowed in a logo: elements and attributes that are not listed, by namespace; addresses outside it;
 * styles that `checkStyleSheet` rejects; and invalid XML. Reads as browsers do, with references decoded.
 */
export function checkLogo(text: string): Finding[] {
  const strange = notText(text);
  if (strange.length > 0) return strange;
  // XML has one kind of line end. Replaced by equally many characters, so that offsets stay the same.
  const xml = text.replace(/\r\n?/g, (end) => (end === '\r' ? '\n' : ' \n'));
  const parsed = parseDocument(xml);
  if ('failure' in parsed) return [parsed.failure];
  const { document, undefinedNames } = parsed;
  const checker = new LogoChecker(xml);
  for (const node of document.children) checker.node(node, OUTERMOST);
  const { findings } = checker;
  const [reference] = undefinedNames;
  if (reference === undefined) return findings;
  // Entities in a document type are not read, so with a wrong document type nothing else is certain.
  const type = document.children.find((node) => node instanceof XmlDocumentType);
  const cause = findings.find(({ offset }) => offset === type?.start);
  return [
    cause ?? { offset: xml.indexOf(reference), message: `${quoted(reference)} is niet bekend; typ het teken zelf` },
  ];
}
