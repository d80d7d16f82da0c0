import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Plan } from '../../scripts/editing/draft.ts';
import { decodeWindows1252, readCsv } from '../../scripts/editing/form/read-form.ts';
import { sample } from '../support/sample.ts';
import { importSheet, rowsFor } from '../support/sample-form.ts';
import { changed, folderOf } from '../support/tree.ts';

const BEDAM = 'proef/normen/2.0/metingen/najaar/resultaten/bedam.yaml';

function edited(plan: Plan): string {
  if ('refused' in plan) throw new Error(plan.refused.join('\n'));
  return plan.edits.map(({ text }) => text).join('');
}

test('the same form as CSV, with semicolons, commas or tabs, in the encoding of Windows too, says the same', () => {
  const tree = changed(sample, BEDAM, 'Geen personeel.', '"Geen café; \\"niets\\", echt."');
  const rows = rowsFor(tree);
  for (const mark of [';', ',', '\t']) {
    const csv = rows
      .map((cells) =>
        cells
          .map((cell) => (/[;,\t"\n]/.test(cell.text) ? `"${cell.text.replaceAll('"', '""')}"` : cell.text))
          .join(mark),
      )
      .join('\r\n');
    for (const encoding of ['utf8', 'latin1'] as const) {
      const reading = readCsv(Buffer.from(csv, encoding), 'form.csv');
      if ('refused' in reading) throw new Error(reading.refused.join());
      assert.equal(edited(importSheet(folderOf(tree), reading.sheet)), '', `${mark} ${encoding}`);
    }
  }
  const lines = changed(
    sample,
    BEDAM,
    'toelichting: Het komt er.\n',
    'toelichting: |-\n      Eerst dit.\n\n      Dan dat.\n',
  );
  const windows = rowsFor(lines)
    .map((cells) => cells.map(({ text }) => `"${text.replaceAll('"', '""').replaceAll('\n', '\r\n')}"`).join(';'))
    .join('\r\n');
  const reading = readCsv(Buffer.from(windows), 'form.csv');
  assert.is(
    'sheet' in reading ? edited(importSheet(folderOf(lines), reading.sheet)) : 'refused',
    '',
    'line ends of Windows within a cell',
  );
  assert.match(
    JSON.stringify(readCsv(Buffer.from('Punt;"a'), 'form.csv')),
    /form\.csv: dit CSV-bestand is niet te lezen/,
  );
});

/** The form of the sample as CSV, with an explanation that has characters of Windows-1252. */
function csv(mark: string, explanation = 'Eén “café” kost € 5…'): string {
  return rowsFor(sample)
    .map((cells, row) =>
      cells
        .map(({ text }, column) => (row === 9 && column === 5 ? explanation : text))
        .map((text) => (/[;,\t"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
        .join(mark),
    )
    .join('\r\n');
}

/** Windows-1252, from a table made by another program. */
const WINDOWS: Readonly<Record<string, number>> = { '€': 0x80, '…': 0x85, '“': 0x93, '”': 0x94, é: 0xe9 };

function windows(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => WINDOWS[sign] ?? sign.charCodeAt(0));
}

/** A form's answer for its first ambition; null if the form is refused. */
function explanationIn(bytes: Uint8Array): string | null {
  const reading = readCsv(bytes, 'form.csv');
  if ('refused' in reading) return null;
  return /toelichting: (.*)/.exec(edited(importSheet(folderOf(sample), reading.sheet)))?.[1] ?? '';
}

for (const [encoding, bytes] of [
  ['UTF-8', Buffer.from(csv(';'))],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${csv(';')}`)],
  ['Windows-1252', windows(csv(';'))],
  ['UTF-16 with tabs, as "Unicode-tekst" is', Buffer.from(`\uFEFF${csv('\t')}`, 'utf16le')],
  ['UTF-16 with its bytes the other way round', Buffer.from(`\uFEFF${csv('\t')}`, 'utf16le').swap16()],
  ['UTF-8 with "sep=;" on top', Buffer.from(`sep=;\r\n${csv(';')}`)],
  ['UTF-8 with a byte order mark and a sign of its own between cells', Buffer.from(`\uFEFF"sep=|"\r\n${csv('|')}`)],
  ['Windows-1252 with "sep=," on top', windows(`sep=,\r\n${csv(',')}`)],
] as const) {
  test(`CSV in ${encoding} is read correctly`, () => assert.is(explanationIn(bytes), 'Eén “café” kost € 5…'));
}

test('the line "sep=;" does not count as a row, since a spreadsheet does not show it', () => {
  const reading = readCsv(Buffer.from(`sep=;\n${csv(';', 'x').replace(';behaald;', ';behaalt;')}`), 'form.csv');
  const plan = 'sheet' in reading ? importSheet(folderOf(sample), reading.sheet) : reading;
  assert.equal('refused' in plan && plan.refused, ['form.csv!E10: onbekende status "behaalt"; bedoelde u "behaald"?']);
});

test('each character of Windows-1252 is decoded, and an undefined byte refuses the file', () => {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte).filter(
    (byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte),
  );
  const text = decodeWindows1252(Uint8Array.from(bytes))!;
  assert.is(text.slice(0x80, 0x80 + 27), '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');
  assert.is(text.slice(-96), String.fromCharCode(...bytes.slice(-96)));
  assert.is(decodeWindows1252(Uint8Array.of(0x81)), null);
  assert.is(explanationIn(Uint8Array.of(...windows(csv(';')), 0x81)), null);
});

test('a file with many lines in its cells is read to its end', () => {
  const long = Array.from({ length: 30_000 }, (_, line) => `regel ${line}`).join('\n');
  const reading = readCsv(Buffer.from(csv(';', long)), 'form.csv');
  assert.ok('sheet' in reading && reading.sheet.rows.length === 13);
});

test('empty rows, which spreadsheets save too, do not count', () => {
  const reading = readCsv(Buffer.from(csv(';') + '\r\n;;;;;;;;'.repeat(5000)), 'form.csv');
  assert.ok('sheet' in reading && reading.sheet.rows.length === 13);
  const full = readCsv(Buffer.from(csv(';') + '\r\nx;;;;;;;;'.repeat(1000)), 'form.csv');
  assert.match(JSON.stringify(full), /form\.csv!A1001: dit blad heeft meer dan 1000 regels/);
});

test('a file that is not text is refused', () => {
  for (const bytes of [Uint8Array.of(0x41, 0, 0x42, 0), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x81)])
    assert.match(JSON.stringify(readCsv(bytes, 'form.csv')), /form\.csv: dit is geen CSV-bestand dat te lezen is/);
});

test.run();
