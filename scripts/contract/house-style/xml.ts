import { parseXml, XmlCdata, XmlError, XmlText, type XmlDocument, type XmlElement } from '@rgrove/parse-xml';
import type { Finding } from './finding.ts';

export const XML = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS = 'http://www.w3.org/2000/xmlns/';

export const TOO_DEEP = 'hier zit te veel in elkaar; haal een paar groepen weg';

/** What prefixes stand for; that of names without one is under ''. */
export type Namespaces = ReadonlyMap<string, string>;

/** What they stand for where nothing has been declared. */
export const OUTERMOST: Namespaces = new Map([
  ['xml', XML],
  ['xmlns', XMLNS],
]);

/** Text in which references have been decoded, with the way back to where it was written. */
export interface DecodedText {
  readonly value: string;
  /** The offset in the document of what stands at an offset in `value`; both in UTF-16 units. */
  readonly offsetOf: (index: number) => number;
}

/** A name as it is written, and what it stands for. */
interface Name {
  readonly written: string;
  readonly prefix: string;
  readonly local: string;
  /** Empty where it has none; undefined where nothing says what its prefix stands for. */
  readonly namespace: string | undefined;
}

export interface Attribute extends Name, DecodedText {
  readonly offset: number;
}

export interface Element extends Name {
  readonly offset: number;
  readonly attributes: readonly Attribute[];
  /** For its children. */
  readonly scope: Namespaces;
}

/**
 * Parses XML as strictly as its specification asks. Of named references that it does not define, a sign stands in their
 * place, and `undefinedNames` lists them. A failure has its place.
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

/** Names of attributes without a prefix are in no namespace; those of elements in the one that holds there. */
function nameIn(scope: Namespaces, written: string, isAttribute: boolean): Name {
  const colon = written.indexOf(':');
  const [prefix, local] = colon < 0 ? ['', written] : [written.slice(0, colon), written.slice(colon + 1)];
  if (prefix !== '') return { written, prefix, local, namespace: scope.get(prefix) };
  if (isAttribute) return { written, prefix, local, namespace: written === 'xmlns' ? XMLNS : '' };
  return { written, prefix, local, namespace: scope.get('') ?? '' };
}

/** An element of a document that was parsed, with namespaces by their names and not their prefixes. */
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

/**
 * The attributes in a tag as they are written, from the end of its name; of a document that is known to be well-formed.
 */
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

/** All text directly in an element, that of CDATA sections too: what a `style` in SVG holds. */
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
