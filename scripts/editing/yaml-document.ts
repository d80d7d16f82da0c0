import {
  Document,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type ToStringOptions,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** Widest line of a data file. */
export const LINE_WIDTH = 110;

const STYLE: ToStringOptions = { lineWidth: LINE_WIDTH, flowCollectionPadding: false, indentSeq: true };

/** A text that may change while its comments stay. */
export type YamlDocument = Document.Parsed;

/** Parses a YAML text with its comments. */
export function readDocument(text: string): YamlDocument {
  return parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false });
}

/** Serialises a document. */
export function documentText(document: Document): string {
  return document.toString(STYLE);
}

/** A date, version or number meant as text; without quotes YAML, or a reader, would take it for a number. */
export function isNumberLike(value: string): boolean {
  return /^[\d.+:_-]+$/.test(value);
}

/** A value in the one style: quotes where a number is meant as text. */
export function yamlNode(document: Document, value: unknown) {
  const node = document.createNode(value);
  visit(node as never, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && isNumberLike(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
      else if (typeof scalar.value === 'string' && scalar.value.includes('\n')) scalar.type = 'BLOCK_LITERAL';
    },
  });
  return node;
}

/** A new text from plain data, below a first line that names its schema, if there is one. */
export function newText(value: unknown, firstLine: string | null): string {
  const document = new Document();
  document.contents = yamlNode(document, value) as never;
  return (firstLine === null ? '' : `${firstLine}\n`) + documentText(document);
}

/** The mapping at a path of a document; null if something else is there. */
export function mapAt(document: Document, path: readonly (string | number)[]): YAMLMap | null {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  return isMap(node) ? node : null;
}

/** The groups of fields in a list as an editor wrote it, without items that are not groups. */
export function recordsIn(list: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(list)
    ? (list.filter((each) => typeof each === 'object' && each !== null) as Record<string, unknown>[])
    : [];
}

/** Whether there is, or may be made, a list under a top-level key: nothing else is there. */
export function mayHoldList({ contents }: Document, key: string): boolean {
  if (contents === null || (isScalar(contents) && contents.value === null)) return true;
  const found = isMap(contents) ? (contents.get(key, true) as unknown) : undefined;
  return isMap(contents) && (found === undefined || isSeq(found) || (isScalar(found) && found.value === null));
}

/** The list under a top-level key; created if missing. */
export function listAt(document: Document, key: string): YAMLSeq {
  const found = document.get(key, true);
  if (isSeq(found)) {
    // What is added to an empty list in brackets goes below it, in block style.
    found.flow = false;
    return found;
  }
  const list = document.createNode([]) as YAMLSeq;
  list.flow = false;
  document.set(key, list);
  return list;
}
