import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import type { SourceNode } from '../../scripts/model/tree.ts';
import { readTree } from '../support/fixtures.ts';
import { folderOf, problemLines, type Tree } from '../support/tree.ts';

/** The small region of the golden pages, which has one of everything. */
const tree: Tree = readTree('ruigland/data');

/** The part of JSON Schema that lists the fields of a record. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly then?: Schema;
  readonly else?: Schema;
}

function schemaOf(path: string): string {
  return path.includes('/resultaten/') ? 'resultaten' : /([a-z]+)\.yaml$/.exec(path)![1]!;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields in a schema that none of the values has. */
function unused(schema: Schema, values: readonly unknown[], at: string): string[] {
  const lists = values.filter((value) => Array.isArray(value));
  const records = values.filter(isRecord);
  const { properties = {}, additionalProperties, items, anyOf = [], then, else: otherwise } = schema;
  return [
    ...Object.entries(additionalProperties === false ? properties : {}).flatMap(([name, field]) => {
      const found = records.filter((record) => name in record).map((record) => record[name]);
      return found.length === 0 ? [`${at}.${name}`] : unused(field, found, `${at}.${name}`);
    }),
    ...(additionalProperties
      ? unused(
          additionalProperties,
          records.flatMap((record) => Object.values(record)),
          at,
        )
      : []),
    ...(items ? unused(items, lists.flat(), at) : []),
    ...[...anyOf, ...(additionalProperties === undefined ? [then, otherwise] : [])].flatMap((form) =>
      form ? unused(form, values, at) : [],
    ),
  ];
}

test('the region of the golden pages uses every field of the contract', () => {
  const values = new Map<string, unknown[]>();
  for (const [path, text] of Object.entries(tree).filter(([name]) => name.endsWith('.yaml')))
    values.set(schemaOf(path), [...(values.get(schemaOf(path)) ?? []), parse(text)]);
  const missing = [...values].flatMap(([name, found]) =>
    unused(JSON.parse(fs.readFileSync(`data/schema/${name}.schema.json`, 'utf8')) as Schema, found, name),
  );
  assert.is(values.size, 8);
  assert.equal(missing, []);
  assert.equal(problemLines(tree), []);
});

/** Start of one mapping of each kind in a file. Mappings at the same place in a list are of one kind. */
function mappings(node: SourceNode, at: string): Map<string, number> {
  switch (node.kind) {
    case 'scalar':
      return new Map();
    case 'sequence':
      return new Map(node.items.flatMap((item) => [...mappings(item, `${at}[]`)]));
    case 'mapping':
      return new Map([
        ...(node.entries[0] ? [[at, node.entries[0].keyStart] as const] : []),
        ...node.entries.flatMap(({ key, value }) => [
          ...mappings(value, at === 'resultaten.resultaten' ? `${at}.*` : `${at}.${key}`),
        ]),
      ]);
  }
}

test('a key that a record does not have is one problem, at that key, in every record of the contract', () => {
  const places = new Map(
    folderOf(tree).files.flatMap(({ path, tree: root }) =>
      root && path.endsWith('.yaml')
        ? [...mappings(root, schemaOf(path))].map(([at, start]) => [at, { path, start }] as const)
        : [],
    ),
  );
  assert.ok(places.size >= 25, String(places.size));
  assert.ok(places.has('meting.correcties[]'));
  const wrong = [...places].flatMap(([at, { path, start }]) => {
    const text = tree[path]!;
    const before = text.slice(0, start).split('\n');
    const column = before.at(-1)!.length;
    const lines = problemLines({
      ...tree,
      [path]: `${text.slice(0, start)}xyz: behaald\n${' '.repeat(column)}${text.slice(start)}`,
    });
    const place = `${path}:${before.length}:${column + 1}: `;
    return lines.length === 1 && lines[0]!.startsWith(place) && lines[0]!.includes('"xyz"')
      ? []
      : [`${at}: ${lines.join('; ') || 'no problem'}`];
  });
  assert.equal(wrong, []);
});

test.run();
