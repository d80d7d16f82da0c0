import type { Node } from 'yaml';
import { hasRepeated, plain } from '../../contract/tree.ts';
import { jsonSchemas } from '../../contract/json-schema.ts';
import { roleOf, type FileRole } from '../../contract/layout.ts';
import { parseYaml } from '../../io/yaml.ts';
import type { SourceFile } from '../../model/tree.ts';
import { documentText, readDocument } from '../yaml-document.ts';
import { orderKeys, type SchemaNode } from './key-order.ts';
import { styleValues } from './scalar-style.ts';

/** Which schema each kind of file has. */
export const SCHEMA_OF: Readonly<Record<FileRole['role'], string>> = {
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
 * A data file in the one style; null where that cannot be done: it is no valid YAML, or a comment or value would not
 * come out as it went in.
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
