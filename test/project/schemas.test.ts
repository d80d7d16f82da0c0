import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { jsonSchemas } from '../../scripts/contract/json-schema.ts';
import { asCommitted, reportSchemaFile } from '../../scripts/editing/schemas.ts';

const FOLDER = 'data/schema';

test('the JSON Schemas in data/schema are those of the contract (else: npm run schemas)', () => {
  assert.equal(
    fs
      .readdirSync(FOLDER)
      .filter((name) => name.endsWith('.json'))
      .sort(),
    [...jsonSchemas().keys()].sort(),
  );
  for (const [name, content] of jsonSchemas())
    assert.is(fs.readFileSync(path.join(FOLDER, name), 'utf8'), content, name);
});

test('every field of every schema has a description in its schema', () => {
  const bare: string[] = [];
  function visit(node: unknown, at: string): void {
    if (typeof node !== 'object' || node === null) return;
    // A condition names fields too; records say which they have.
    const { properties, additionalProperties } = node as {
      properties?: Record<string, { description?: string }>;
      additionalProperties?: unknown;
    };
    for (const [key, field] of Object.entries(additionalProperties === false ? (properties ?? {}) : {}))
      if (!field.description) bare.push(`${at}/${key}`);
    for (const [key, value] of Object.entries(node)) visit(value, `${at}/${key}`);
  }
  for (const [name, content] of jsonSchemas()) visit(JSON.parse(content), name);
  assert.equal(bare, []);
});

test('every report has the schema files that its data name, pointing to the general schemas (else: npm run schemas)', () => {
  const reports = fs
    .readdirSync('data', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'schema')
    .map(({ name }) => name);
  for (const report of reports) {
    for (const kind of [...jsonSchemas().keys()]
      .map((name) => name.replace('.schema.json', ''))
      .filter((name) => !['site', 'begrippen'].includes(name))) {
      const text = fs.readFileSync(path.join(FOLDER, report, `${kind}.schema.json`), 'utf8');
      assert.is(asCommitted(text), reportSchemaFile(kind), `${report} ${kind}`);
    }
  }
});

test('the first line of every data file names its schema: that of its report', () => {
  const files = fs.readdirSync('data', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  assert.ok(files.length > 0);
  const wrong = files.filter((name) => {
    const schema =
      /^# yaml-language-server: \$schema=(\S+)$/m.exec(
        fs.readFileSync(path.join('data', name), 'utf8').split('\n')[0]!,
      )?.[1] ?? '';
    const folder = ['site.yaml', 'begrippen.yaml'].includes(name)
      ? FOLDER
      : path.join(FOLDER, name.split(path.sep)[0]!);
    const target = path.join('data', path.dirname(name), schema);
    return path.dirname(target) !== folder || !fs.existsSync(target);
  });
  assert.equal(wrong, []);
});

test.run();
