import { parseXml, XmlCdata, XmlError, XmlText, type XmlDocument, type XmlElement } from '@rgrove/parse-xml';
import type { Finding } from './finding.ts';

export const XML = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS = 'http://www.w3.org/2000/xmlns/';

export const TOO_DEEP = 'hier zit te veel in elkaar; haal een paar groepen weg';

/** Namespaces by prefix; the default namespace is under ''. */
export type Namespaces = ReadonlyMap<string, string>;

/** Namespaces that are predefined in every document. */
export const OUTERMOST: Namespaces = new Map([
  ['xml', XML],
  ['xmlns', XMLNS],
]);

/** Text with decoded references, and a way back to where it was written. */
export interface DecodedText {
  readonly value: string;
  /** Converts an offset in `value` to an offset in the document; both in UTF-16 units. */
  readonly offsetOf: (index: number) => number;
}

/** A name as written, and its namespace. */
interface Name {
  readonly written: string;
  readonly prefix: string;
  readonly local: string;
  /** Empty if it has none; undefined if its prefix was not declared. */
  readonly namespace: string | undefined;
}

export interface Attribute extends Name, DecodedText {
  readonly offset: number;
}

export interface Element extends Name {
  readonly offset: number;
  readonly attributes: readonly Attribute[];
  /** Namespaces for its children. */
  readonly scope: Namespaces;
}

/**
 * Parses XML as strictly as its specification asks. An undefined entity becomes U+FFFD and is listed in
 * `undefinedNames`. A failure includes its offset.
 */
export function parseDocument(
  xml: string,
): { readonly document: XmlDocument; readonly undefinedNames: readonly string[] } | { readonly failure: Finding } {
  const undefinedNames: string[] = [];
  try {
    const document = parseXml(xml, {
      includeOffsets: true,
      preserveCdata: true,
      preserveComments: true,
      preserveDocumentType: true,
      preserveXmlDeclaration: true,
      resolveUndefinedEntity: (reference) => {
        undefinedNames.push(reference);
        return '\ufffd';
      },
    });
    return { document, undefinedNames };
  } catch (error) {
    if (error instanceof RangeError) return { failure: { offset: 0, message: TOO_DEEP } };
    if (!(error instanceof XmlError)) throw error;
    const offset = Array.from(xml).slice(0, error.pos).join('').length;
    return { failure: { offset, message: messageOf(error.message, xml.slice(offset)) } };
  }
}

function messageOf(english: string, rest: string): string {
  const [, name] = /^Missing end tag for element (\S+)/.exec(english) ?? [];
  return name !== undefined && /^(?:<\/|$)/.test(rest)
    ? `"<${name}>" is niet gesloten; zet er "</${name}>" achter`
    : 'hier klopt de SVG niet, en dan toont een browser niets; sla het bestand in het tekenprogramma opnieuw op als SVG';
}

/** Splits a name. Attributes without a prefix have no namespace; elements without one have the default namespace. */
function nameIn(scope: Namespaces, written: string, isAttribute: boolean): Name {
  const colon = written.indexOf(':');
  const [prefix, local] = colon < 0 ? ['', written] : [written.slice(0, colon), written.slice(colon + 1)];
  if (prefix !== '') return { written, prefix, local, namespace: scope.get(prefix) };
  if (isAttribute) return { written, prefix, local, namespace: written === 'xmlns' ? XMLNS : '' };
  return { written, prefix, local, namespace: scope.get('') ?? '' };
}

/** Reads a parsed element, with names resolved to namespaces. */
export function readElement(xml: string, { name, attributes, start }: XmlElement, around: Namespaces): Element {
  const scope = new Map(around);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'xmlns') scope.set('', value);
    else if (key.startsWith('xmlns:') && !OUTERMOST.has(key.slice(6))) scope.set(key.slice(6), value);
  }
  return {
    ...nameIn(scope, name, false),
    offset: start,
    scope,
    attributes: writtenAttributes(xml, start + 1 + name.length).map(({ key, offset, raw, rawOffset }) => ({
      ...nameIn(scope, key, true),
      offset,
      ...decoded(raw, rawOffset, attributes[key]!),
    })),
  };
}

/** Returns the attributes of a tag as written, from the end of its name. The document must be well-formed. */
function writtenAttributes(xml: string, from: number) {
  const pattern = /(\s+)([^\s=]+)(\s*=\s*)(["'])([^]*?)\4/y;
  pattern.lastIndex = from;
  const found: { key: string; offset: number; raw: string; rawOffset: number }[] = [];
  for (let match = pattern.exec(xml); match; match = pattern.exec(xml)) {
    const [, space = '', key = '', equals = '', , raw = ''] = match;
    const offset = match.index + space.length;
    found.push({ key, offset, raw, rawOffset: offset + key.length + equals.length + 1 });
  }
  return found;
}

function decoded(raw: string, start: number, value: string): DecodedText {
  if (raw.length === value.length) return { value, offsetOf: (index) => start + index };
  const offsets: number[] = [];
  for (const { 0: written, index } of raw.matchAll(/&#(?:x[0-9a-f]+|\d+);|&\w+;|[^]/gi)) {
    const code = /^&#(x?)(.*);$/i.exec(written);
    const isLong = code !== null && parseInt(code[2]!, code[1] ? 16 : 10) > 0xffff;
    offsets.push(...(isLong ? [start + index, start + index] : [start + index]));
  }
  return { value, offsetOf: (index) => offsets[index] ?? start + raw.length };
}

const CDATA = '<![CDATA[';

/** All text directly in an element, including CDATA sections: the style sheet in an SVG `style`. */
export function textIn(xml: string, { children }: XmlElement): DecodedText {
  const parts = children.flatMap((node) => {
    if (!(node instanceof XmlText)) return [];
    const [before, after] = node instanceof XmlCdata ? [CDATA.length, ']]>'.length] : [0, 0];
    return [decoded(xml.slice(node.start + before, node.end - after), node.start + before, node.text)];
  });
  return {
    value: parts.map(({ value }) => value).join(''),
    offsetOf: (index) => {
      let left = index;
      for (const { value, offsetOf } of parts) {
        if (left < value.length) return offsetOf(left);
        left -= value.length;
      }
      return parts.at(-1)?.offsetOf(parts.at(-1)!.value.length) ?? 0;
    },
  };
}
