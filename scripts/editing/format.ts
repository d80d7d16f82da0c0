import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
} from 'yaml';
import { jsonSchemas } from '../contract/json-schema.ts';
import { type FileRole, roleOf } from '../contract/layout.ts';
import { hasRepeated, plain } from '../contract/tree.ts';
import { parseYaml } from '../io/yaml.ts';
import type { SourceFile, SourceFolder } from '../model/tree.ts';
import { type Edit, textOf, withEdits } from './draft.ts';
import { documentText, isNumberLike, LINE_WIDTH, readDocument } from './yaml-document.ts';

/** Room for a scalar on its first line, given its depth and the key before it. */
function roomFor(path: readonly unknown[]): number {
  const parent = path.at(-1);
  const depth = path.filter(isCollection).length - 1;
  const key = isPair(parent) && isScalar(parent.key) ? String(parent.key.value).length + 2 : 2;
  return LINE_WIDTH - 2 * depth - key;
}

function styleOf(scalar: Scalar<string>, path: readonly unknown[]): Scalar.Type {
  const { value } = scalar;
  if (value.includes('\n')) return scalar.type === 'BLOCK_FOLDED' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
  if (isNumberLike(value)) return 'QUOTE_DOUBLE';
  return value.length > roomFor(path) && value.includes(' ') ? 'BLOCK_FOLDED' : 'PLAIN';
}

/**
 * The one way to write each text: plain where YAML allows it, double-quoted where a number or date is meant as text,
 * folded below its key if longer than a line, literal if it has line breaks. Lists and groups are in block style,
 * unless empty.
 */
function styleValues(document: Document): void {
  visit(document, {
    Collection: (_, node) => {
      node.flow = node.items.length === 0;
    },
    Scalar: (key, node, path) => {
      if (typeof node.value !== 'string') return;
      node.type =
        key === 'key' ? (isNumberLike(node.value) ? 'QUOTE_DOUBLE' : 'PLAIN') : styleOf(node as Scalar<string>, path);
    },
  });
}

/** The part of a JSON Schema that determines the order of keys. */
interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** Of the forms that a value may have, the one with most of its keys. */
function formOf(schema: SchemaNode, keys: readonly string[]): SchemaNode {
  const forms = (schema.anyOf ?? schema.oneOf ?? [schema]).flatMap((form) =>
    form.anyOf || form.oneOf ? (form.anyOf ?? form.oneOf)! : [form],
  );
  function known(form: SchemaNode): number {
    return keys.filter((key) => form.properties && key in form.properties).length;
  }
  return (
    forms.filter((form) => form.properties).sort((a, b) => known(b) - known(a))[0] ??
    forms.find((form) => form.additionalProperties) ??
    forms[0]!
  );
}

function itemsOf(schema: SchemaNode): SchemaNode {
  return [schema, ...(schema.anyOf ?? schema.oneOf ?? [])].find(({ items }) => items)?.items ?? {};
}

/** Moves the comment above the former first key to the current one. */
function keepAtTop(old: unknown, now: unknown): void {
  if (!isScalar(old) || !isScalar(now) || old === now || !old.commentBefore) return;
  now.commentBefore = [old.commentBefore, now.commentBefore].filter(Boolean).join('\n');
  old.commentBefore = null;
}

/**
 * Puts the keys of every mapping in the order of the contract; unknown keys come last. A comment above the first key
 * stays at the top, like a heading; one above another key moves with that key.
 */
function orderKeys(node: Node | null, schema: SchemaNode): void {
  if (isSeq(node)) for (const item of node.items) orderKeys(item as Node, itemsOf(schema));
  if (!isMap(node)) return;
  const keys = node.items.map(keyText);
  const form = formOf(schema, keys);
  const order = new Map(Object.keys(form.properties ?? {}).map((key, index) => [key, index]));
  function rank(pair: Pair): number {
    return order.get(keyText(pair)) ?? order.size;
  }
  const first = node.items[0]?.key;
  if (order.size > 0)
    node.items = node.items
      .map((pair, index) => ({ pair, index }))
      .sort((a, b) => rank(a.pair) - rank(b.pair) || a.index - b.index)
      .map(({ pair }) => pair);
  keepAtTop(first, node.items[0]?.key);
  for (const pair of node.items) {
    const inner =
      form.properties?.[keyText(pair)] ??
      (typeof form.additionalProperties === 'object' ? form.additionalProperties : {});
    orderKeys(pair.value as Node | null, inner);
  }
}

/** The schema of each kind of file. */
const SCHEMA_OF: Readonly<Record<FileRole['role'], string>> = {
  site: 'site',
  report: 'rapport',
  organisations: 'organisaties',
  documents: 'documenten',
  norm: 'norm',
  round: 'meting',
  results: 'resultaten',
};

function once(text: string, schema: SchemaNode): string | null {
  const document = readDocument(text);
  if (document.errors.length > 0) return null;
  orderKeys(document.contents as Node | null, schema);
  styleValues(document);
  return documentText(document);
}

/** Every comment of a text, sorted: none may be lost. */
function comments(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => /(?:^|\s)(#.*)$/.exec(line)?.[1] ?? [])
    .sort()
    .join('\n');
}

function content(text: string): string {
  const { tree } = parseYaml(text, '');
  return JSON.stringify(tree && sorted(plain(tree)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}

let schemas: ReadonlyMap<string, SchemaNode> | null = null;
function schemaOf(name: string): SchemaNode {
  schemas ??= new Map([...jsonSchemas()].map(([file, text]) => [file, JSON.parse(text) as SchemaNode]));
  return schemas.get(`${name}.schema.json`) ?? {};
}

/**
 * A data file in the one style; null if that cannot be done: it is not valid YAML, or a comment or value would change.
 */
export function formatted({
  path,
  text,
  tree,
  problems,
}: Pick<SourceFile, 'path' | 'text' | 'tree' | 'problems'>): string | null {
  const role = roleOf(path);
  if (!role) return text;
  if (!tree || problems.length > 0 || hasRepeated(tree)) return null;
  const schema = schemaOf(SCHEMA_OF[role.role]);
  const unix = text.replace(/\r\n?/g, '\n');
  const result = once(unix, schema);
  const isSame = result !== null && content(result) === content(text) && comments(result) === comments(unix);
  return isSame && once(result, schema) === result ? result : null;
}

/** An edit in the one style, if the file is new or was in that style; otherwise the untouched parts keep their own. */
export function inStyle(folder: SourceFolder, edit: Edit): Edit {
  const before = folder.files.find(({ path }) => path === edit.path);
  if (before && formatted(before) !== textOf(folder, edit.path)) return edit;
  const after = withEdits(folder, [edit]).files.find(({ path }) => path === edit.path)!;
  return { ...edit, text: formatted(after) ?? edit.text };
}
