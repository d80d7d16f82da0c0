import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { jsonSchemas } from '../../scripts/contract/json-schema.ts';

const FOLDER = 'data/schema';

test('the JSON Schemas in data/schema are those of the contract (else: npm run schemas)', () => {
  assert.equal(fs.readdirSync(FOLDER).filter((name) => name.endsWith('.json')).sort(), [...jsonSchemas().keys()].sort());
  for (const [name, content] of jsonSchemas()) assert.is(fs.readFileSync(path.join(FOLDER, name), 'utf8'), content, name);
});

test('every field of every schema has a description in its schema', () => {
  const bare: string[] = [];
  const visit = (node: unknown, at: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties } = node as { properties?: Record<string, { description?: string }> };
    for (const [key, field] of Object.entries(properties ?? {})) if (!field.description) bare.push(`${at}/${key}`);
    for (const [key, value] of Object.entries(node)) visit(value, `${at}/${key}`);
  };
  for (const [name, content] of jsonSchemas()) visit(JSON.parse(content), name);
  assert.equal(bare, []);
});

test('every data file says in its first line which schema explains it', () => {
  const files = fs.readdirSync('data', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  assert.ok(files.length > 0);
  const wrong = files.filter((name) => {
    const schema = /^# yaml-language-server: \$schema=(\S+)$/m.exec(fs.readFileSync(path.join('data', name), 'utf8').split('\n')[0]!)?.[1];
    return !schema || !fs.existsSync(path.join('data', path.dirname(name), schema));
  });
  assert.equal(wrong, []);
});

test.run();
