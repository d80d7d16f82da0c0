import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { norm, round, treeOf } from '../../support/norms.ts';
import { readSheets } from '../../support/read-workbook.ts';
import { putFiles, scratch } from '../../support/scratch.ts';
import { builtSite } from '../../support/site.ts';

/** Editors' texts that a spreadsheet, or XML, could misread. */
const TEXTS = [
  'Zie formulier _x0041_ en _X0041_, ook _x005F_ en _x005F_x0041_.',
  '_x000D_',
  '<b>vet</b> & "aanhaling" &amp; ]]>',
  '=1+1',
  '-2 stuks',
  '+31 20 1234567',
  '@naam',
  "'=1+1",
  '  met spaties  ',
  '007',
  '1e5',
  '#N/A',
  '#Nog te doen',
  'TRUE',
  '2026-03-01',
  'regel één\nregel twee',
  'Café ’s-Ruigenhof – 50% 🚲',
];

/** The data of a norm with one ambition per text; the text explains its result. */
const points = TEXTS.map((_, index) => `punt-${index}`);
const results = Object.fromEntries(
  TEXTS.map((toelichting, index) => [points[index]!, { status: 'niet behaald', toelichting }]),
);
const data = treeOf({
  organisations: { a: 'gemeente' },
  norms: [norm('1.0', ['a'], points, { een: { ...round('2025', '', {}), results: { a: results } } })],
});

const folder = scratch('werkmap');
putFiles(path.join(folder, 'data'), data);
const site = await builtSite(path.join(folder, 'data'));
/** A published file of that report. */
function published(name: string): Buffer {
  return fs.readFileSync(path.join(site, 'data', name));
}

function explanations([head = [], ...rows]: readonly (readonly unknown[])[]): unknown[] {
  return rows.map((row) => row[head.indexOf('toelichting')]);
}

test('the workbook has each text as the editor wrote it, also what looks like an escape, a formula, a number or markup', () => {
  assert.equal(explanations(readSheets(published('rapport.xlsx')).get('resultaten')!), TEXTS);
});

test('the CSV file has each text too, with an apostrophe before what a spreadsheet would take for a formula', () => {
  const rows: string[][] = parse(published('resultaten.csv'), { bom: true, delimiter: ';', record_delimiter: '\r\n' });
  assert.equal(
    explanations(rows),
    TEXTS.map((text) => (/^[=+\-@\t]/.test(text) ? `'${text}` : text)),
  );
});

test('the JSON has each text as it is', () => {
  const { resultaten } = JSON.parse(published('rapport.json').toString()) as { resultaten: { toelichting: string }[] };
  assert.equal(
    resultaten.map(({ toelichting }) => toelichting),
    TEXTS,
  );
});

test.run();
