import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isScalar, parseDocument, visit } from 'yaml';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { makeSite } from '../../scripts/site/make-site.ts';
import { sample } from '../support/sample.ts';
import { putFiles, scratch } from '../support/scratch.ts';

const SIGNS = ['=', '+', '-', '@', '\t'];

/** Free-text fields that end up in a table or a chart. */
const FREE: ReadonlySet<unknown> = new Set(['naam', 'korte_naam', 'titel', 'toelichting', 'reden']);

let next = 0;

/** The text of a file in which each free text begins with the next of the formula characters. */
function hostile(text: string): string {
  const document = parseDocument(text);
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && FREE.has(key.value) && isScalar(value))
        value.value = `${SIGNS[next++ % SIGNS.length]}${String(value.value)}`;
    },
  });
  return document.toString();
}

const data = path.join(scratch('data'), 'data');
putFiles(data, Object.fromEntries(Object.entries(sample).map(([name, text]) => [name, hostile(text)])));
const site = path.join(scratch('site'), 'site');
const { problems } = await makeSite(data, site);

/** Every table that is published as CSV, on its own or in a zip, by path. */
const tables = filesBelow(site).flatMap((name): [string, Buffer][] => {
  const content = fs.readFileSync(path.join(site, name));
  if (name.endsWith('.csv')) return [[name, content]];
  if (!name.endsWith('.zip')) return [];
  return Object.entries(unzipSync(content))
    .filter(([each]) => each.endsWith('.csv'))
    .map(([each, bytes]) => [`${name}: ${each}`, Buffer.from(strFromU8(bytes))]);
});

function cellsOf(content: Buffer): string[][] {
  return parse(content, { bom: true, delimiter: ';', record_delimiter: '\r\n', relax_column_count: false });
}

test('data of which every name and title looks like a formula is valid, and published', () => {
  assert.equal(problems, []);
  assert.ok(next > 30);
});

test('no published CSV, in a chart, a zip or on its own, has a cell that a spreadsheet reads as a formula', () => {
  assert.ok(tables.length > 15);
  assert.equal(
    tables.flatMap(([name, content]) =>
      cellsOf(content)
        .flat()
        .filter((cell) => /^[=+\-@\t]/.test(cell) && !/^(?:-\d+(?:,\d+)?|\+\d+ procentpunt)$/.test(cell))
        .map((cell) => `${name}: ${cell}`),
    ),
    [],
  );
});

test('names that look like formulas are still published, behind a quote', () => {
  const charts = tables.filter(([name]) => name.includes('grafiek/'));
  const cells = charts.flatMap(([, content]) => cellsOf(content).slice(1).flat());
  assert.ok(cells.some((cell) => /^'[=+\-@\t]/.test(cell)));
});

test.run();
