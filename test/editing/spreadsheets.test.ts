import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { importForms, peopleNotes, type ReadForm } from '../../scripts/editing/form/import-forms.ts';
import { readForm } from '../../scripts/editing/form/read-form.ts';
import { loose, sampleForm } from '../support/sample-form.ts';
import { folderOf } from '../support/tree.ts';
import { filledIn, repacked, withCells, withSheets } from '../support/workbook.ts';
import {
  strict,
  withFormats,
  withGroup,
  withoutPlaces,
  withTextBox,
  withThread,
  withXml,
  zipNamed,
} from '../support/workbook-parts.ts';

/**
 * Workbooks and CSV files as people save them: those of other programs are in `test/fixtures/spreadsheets`, the rest
 * was made by hand.
 */
const FOLDER = 'test/fixtures/spreadsheets';

function fixture(name: string): Uint8Array {
  return fs.readFileSync(`${FOLDER}/${name}`);
}

async function read(...files: readonly (readonly [name: string, bytes: Uint8Array])[]): Promise<ReadForm[]> {
  return Promise.all(files.map(async ([file, bytes]) => ({ file, reading: await readForm(bytes, file) })));
}

/** What an import of one file would write, or its messages, line by line. */
async function lines(name: string, bytes: Uint8Array): Promise<readonly string[]> {
  const plan = importForms(folderOf(loose), await read([name, bytes]));
  return 'refused' in plan ? plan.refused : plan.edits.flatMap(({ text }) => text.trimEnd().split('\n'));
}

const base = await sampleForm();

/** The rows of the results file, if the form is read as shown. */
const TEXTS = [
  'organisatie: bedam',
  'resultaten:',
  '  plan:',
  '    status: behaald',
  '    toelichting: Café “De Brug” kostte € 50 – dat is ½ van wat mocht…',
  '  gesprek:',
  '    status: deels behaald',
  '    toelichting: |-',
  '      Eerst dit.',
  '      Dan dat.',
  '    bron:',
  '      - brief',
  '      - besluit',
  '    verwacht: "2027-03"',
  '  training: {status: niet beoordeeld}',
  '  loket: niet behaald',
];

function changedTo(changes: Readonly<Record<number, string | readonly string[]>>): readonly string[] {
  return TEXTS.flatMap((line, index) => changes[index] ?? line);
}

const DATES = changedTo({
  13: '    verwacht: "2026-12"',
  15: ['  loket:', '    status: niet behaald', '    verwacht: "2027-03-05"'],
});

const NOT_TEXT =
  'en geen tekst: wat u ziet, is niet precies wat er in de cel staat; geef de cel de opmaak "Tekst" en typ het antwoord opnieuw';
const FORMULA = 'deze cel bevat een formule; typ het antwoord zelf';
const NOTE = 'bij deze cel staat een opmerking; zet wat iedereen mag lezen in de cel zelf, en verwijder de opmerking';
const STRUCK = 'hier is tekst doorgestreept; haal die tekst weg, of haal de streep weg als de tekst moet blijven';

/** What is wrong with the answers in the workbook with all kinds of cells, as two programs save it. */
function wrongCells(format: string, boolean: string): readonly string[] {
  return [
    `F10: hier staat een getal (50%) ${NOT_TEXT}`,
    `H10: deze cel toont een datum niet als dag, maand of jaar (de opmaak is "${format}"); typ hem als tekst, zoals 2026-12`,
    `E11: ${FORMULA}`,
    `F11: hier staat een datum (2026-01-02) ${NOT_TEXT}`,
    `I11: hier staat een getal (12) ${NOT_TEXT}`,
    `F12: ${boolean}`,
    'H12: hier staat het getal 46357, geen datum; typ hem als tekst, zoals 2026-12',
    `E13: ${NOTE}`,
    `F13: ${STRUCK}`,
  ].map((line) => `Blad 1!${line}`);
}

function cell(xml: string) {
  return (style: string) => xml.replace('STYLE', style);
}

/** A form in which every ambition is still open, so that each may have a date. */
const todo = withFormats(
  filledIn(base, {
    ...Object.fromEntries(['E10', 'E11', 'E12', 'E13'].map((at) => [at, 'niet behaald'])),
    ...Object.fromEntries(['F11', 'H11', 'I11', 'G12'].map((at) => [at, ''])),
  }),
  ['mmm\\-yy', 'd\\-m\\-yyyy', '[$-413]mmmm\\ yyyy;@', 'yyyy', 'd\\-mmm', 'h:mm'],
);

/** Dates in their column, from row 10 down, as the XML inside each cell, with the number of a format in `todo`. */
function withDates(...values: readonly (readonly [value: string, format: number, type?: string])[]): Uint8Array {
  const cells = values.map(([value, format, type = 'n'], index) => [
    `H${index + 10}`,
    () => `<c r="H${index + 10}" s="${todo.style(format)}" t="${type}"><v>${value}</v></c>`,
  ]);
  return withCells(todo.bytes, Object.fromEntries(cells) as Record<string, () => string>);
}

/** The results file of that form, with a date for each of the first ambitions. */
function todoWith(...dates: readonly string[]): readonly string[] {
  function date(index: number, before: string): string[] {
    return dates[index] === undefined ? [] : [`${before}verwacht: "${dates[index]}"`];
  }
  return [
    'organisatie: bedam',
    'resultaten:',
    '  plan:',
    '    status: niet behaald',
    ...date(0, '    '),
    '  gesprek:',
    '    status: niet behaald',
    ...date(1, '    '),
    `  training: {status: niet behaald${date(2, ', ').join('')}}`,
    '  loket: niet behaald',
  ];
}

const UNCHANGED: readonly string[] = [];

const cases: readonly (readonly [what: string, name: string, bytes: () => Uint8Array, said: readonly string[]])[] = [
  ['a workbook that openpyxl saved, with dates', 'a.xlsx', () => fixture('openpyxl.xlsx'), DATES],
  ['one with dates from 1904', 'a.xlsx', () => fixture('openpyxl-1904.xlsx'), DATES],
  [
    'one with other things than text in its cells',
    'a.xlsx',
    () => fixture('openpyxl-cells.xlsx'),
    wrongCells('d-mmm', `hier staat de waarde WAAR ${NOT_TEXT}`),
  ],
  ['a workbook that LibreOffice saved, with dates', 'a.xlsx', () => fixture('libreoffice.xlsx'), DATES],
  ['one of LibreOffice with dates from 1904', 'a.xlsx', () => fixture('libreoffice-1904.xlsx'), DATES],
  [
    'one of LibreOffice with other things than text',
    'a.xlsx',
    () => fixture('libreoffice-cells.xlsx'),
    wrongCells('d/mmm', FORMULA),
  ],
  [
    'a workbook that exceljs saved, with a text in two styles and a month in full',
    'a.xlsx',
    () => fixture('exceljs.xlsx'),
    changedTo({ 4: '    toelichting: Café De Brug', 13: '    verwacht: "2026-12"' }),
  ],
  [
    'one with a note, half a text struck out, a shared formula and a fault',
    'a.xlsx',
    () => fixture('exceljs-cells.xlsx'),
    [
      `Blad 1!F10: ${NOTE}`,
      `Blad 1!F11: ${STRUCK}`,
      `Blad 1!E12: ${FORMULA}`,
      `Blad 1!E13: ${FORMULA}`,
      'Blad 1!I13: deze cel bevat een fout (#REF!); typ het antwoord zelf',
    ],
  ],
  [
    'a workbook that xlsx-populate saved, with a year and the number of a point as numbers',
    'a.xlsx',
    () => fixture('xlsx-populate.xlsx'),
    changedTo({ 13: '    verwacht: "2027"' }),
  ],
  ['CSV of LibreOffice in Windows-1252', 'a.csv', () => fixture('libreoffice-windows-1252.csv'), TEXTS],
  ['CSV of LibreOffice in UTF-8, with commas and all quoted', 'a.csv', () => fixture('libreoffice-utf-8.csv'), TEXTS],
  ['a text of LibreOffice in UTF-16, with tabs', 'a.txt', () => fixture('libreoffice-utf-16.txt'), TEXTS],
  [
    'CSV in which dates are as they were shown',
    'a.csv',
    () => fixture('libreoffice-dates.csv'),
    [
      'a.csv!H11: "dec-26" is geen datum; schrijf "2025-11-03", "2025-11", "2025", of een seizoen als "2025-23" (21 lente, 22 zomer, 23 herfst, 24 winter)',
      'a.csv!H13: "5-3-2027" is geen datum; bedoelde u "2027-03-05"?',
    ],
  ],
  [
    'a workbook of LibreOffice itself',
    'a.ods',
    () => fixture('libreoffice.ods'),
    [
      'a.ods: dit is een bestand van LibreOffice (.ods). Sla het op als .xlsx (Bestand > Opslaan als > Excel 2007-365); uw antwoorden blijven staan',
    ],
  ],
  [
    'one that someone only gave another name',
    'a.xlsx',
    () => fixture('libreoffice.ods'),
    [
      'a.xlsx: dit is een bestand van LibreOffice (.ods). Sla het op als .xlsx (Bestand > Opslaan als > Excel 2007-365); uw antwoorden blijven staan',
    ],
  ],
  [
    'a flat one',
    'a.fods',
    () => Buffer.from('<?xml version="1.0"?><office:document/>'),
    [
      'a.fods: dit is een bestand van LibreOffice (.ods). Sla het op als .xlsx (Bestand > Opslaan als > Excel 2007-365); uw antwoorden blijven staan',
    ],
  ],
  [
    'a workbook of Excel 97',
    'a.xls',
    () => fixture('libreoffice.xls'),
    ['a.xls: dit is een oud Excel-bestand (.xls) of er zit een wachtwoord op; sla het zonder wachtwoord op als .xlsx'],
  ],
  [
    'a binary workbook',
    'a.xlsb',
    () => zipNamed('xl/workbook.bin'),
    ['a.xlsb: dit is een binair Excel-bestand (.xlsb); sla het op als .xlsx, uw antwoorden blijven staan'],
  ],
  [
    'a workbook of Numbers',
    'a.numbers',
    () => zipNamed('Index/Document.iwa'),
    ['a.numbers: dit is een bestand van Numbers; exporteer het als Excel-bestand (.xlsx), uw antwoorden blijven staan'],
  ],
  ['a workbook with the name of CSV', 'a.csv', () => fixture('openpyxl.xlsx'), DATES],
  [
    'CSV with the name of a workbook',
    'a.xlsx',
    () => fixture('libreoffice-utf-8.csv'),
    ['a.xlsx: dit is geen Excel-bestand (.xlsx); open het in Excel en sla het op als .xlsx'],
  ],
  [
    'cells that do not say where they are',
    'a.xlsx',
    () => withoutPlaces(filledIn(base, { E10: 'behaald' })),
    UNCHANGED,
  ],
  [
    'a strict workbook, with dates as texts',
    'a.xlsx',
    () => strict(withDates(['2026-12-01T00:00:00', 0, 'd'], ['2026-12-01T00:00:00', 1, 'd'], ['2026-12-01', 1, 'd'])),
    todoWith('2026-12', '2026-12-01', '2026-12-01'),
  ],
  [
    'a strict workbook with a date where a text belongs',
    'a.xlsx',
    () =>
      strict(
        withCells(todo.bytes, {
          F13: () => `<c r="F13" s="${todo.style(1)}" t="d"><v>2026-12-01T00:00:00</v></c>`,
        }),
      ),
    [`Blad 1!F13: hier staat een datum (2026-12-01) ${NOT_TEXT}`],
  ],
  [
    'months and years, which are no days',
    'a.xlsx',
    () => withDates(['46357', 2], ['46357', 3], ['46357.0', 0]),
    todoWith('2026-12', '2026', '2026-12'),
  ],
  [
    'dates of which the year is not shown, and times',
    'a.xlsx',
    () => withDates(['46357', 4], ['0.5', 5]),
    [
      'Blad 1!H10: deze cel toont een datum niet als dag, maand of jaar (de opmaak is "d\\-mmm"); typ hem als tekst, zoals 2026-12',
      'Blad 1!H11: deze cel toont een datum niet als dag, maand of jaar (de opmaak is "h:mm"); typ hem als tekst, zoals 2026-12',
    ],
  ],
  [
    'dates from 1904, said in another word',
    'a.xlsx',
    () =>
      withXml(withDates(['44895', 1]), (xml, name) =>
        name === 'xl/workbook.xml' ? xml.replace('<sheets>', '<workbookPr date1904="true"/><sheets>') : xml,
      ),
    todoWith('2026-12-01'),
  ],
  ['comments with answers', 'a.xlsx', () => withThread(base, 'F11'), [`Blad 1!F11: ${NOTE}`]],
  [
    'a text box over the sheet',
    'a.xlsx',
    () => withTextBox(base, 'Let op!'),
    ['Blad 1!B3: hier ligt een tekstvak, vorm of plaatje op het blad; zet de tekst in een cel, en haal het weg'],
  ],
  [
    'shapes that someone grouped',
    'a.xlsx',
    () => withGroup(base),
    ['Blad 1!A1: hier ligt een tekstvak, vorm of plaatje op het blad; zet de tekst in een cel, en haal het weg'],
  ],
  [
    'an empty drawing, as Google Sheets puts in every file',
    'a.xlsx',
    () => withXml(withTextBox(base, ''), (xml, name) => (/drawing1/.test(name) ? '<xdr:wsDr xmlns:xdr="x"/>' : xml)),
    UNCHANGED,
  ],
  [
    'a sheet that is only a chart',
    'a.xlsx',
    () => repacked(base, (parts) => ({ ...parts, 'xl/chartsheets/sheet1.xml': new Uint8Array(1) })),
    ['a.xlsx: een van de bladen is geen werkblad met cellen; verwijder dat blad'],
  ],
  [
    'a format that shows another text than the cell holds',
    'a.xlsx',
    () => {
      const { bytes, style } = withFormats(base, ['"Klaar: "@']);
      return withCells(bytes, {
        F10: () => `<c r="F10" s="${style(0)}" t="inlineStr"><is><t>bijna</t></is></c>`,
      });
    },
    [
      'Blad 1!F10: deze cel toont iets anders dan erin staat (de opmaak is ""Klaar: "@"); geef de cel de opmaak "Tekst" en typ het antwoord opnieuw',
    ],
  ],
  [
    'one faulty formula beside other mistakes, all at once',
    'a.xlsx',
    () =>
      withCells(filledIn(base, { E11: 'behaalt', I13: 'brieff' }), {
        E10: cell('<c r="E10" s="STYLE" t="e"><f>#REF!</f><v>#REF!</v></c>'),
      }),
    [
      `Blad 1!E10: ${FORMULA}`,
      'Blad 1!E11: onbekende status "behaalt"; bedoelde u "behaald"?',
      'Blad 1!I13: onbekende bron "brieff"; bedoelde u "brief"?',
    ],
  ],
  ['an empty sheet before that of the form', 'a.xlsx', () => withSheets(base, [{ name: 'Blad1' }]), UNCHANGED],
  [
    'a sheet with something on it before that of the form',
    'a.xlsx',
    () => withSheets(base, [{ name: 'Werkblad', cells: '<c r="A3" t="inlineStr"><is><t>Nog doen</t></is></c>' }]),
    [
      'Werkblad!A1: dit werkblad hoort niet bij het formulier "Blad 1"; zet wat u nodig hebt op "Blad 1", en verwijder dit blad',
    ],
  ],
  [
    'a form of which the sheet has another name',
    'a.xlsx',
    () => withXml(base, (xml, name) => (name === 'xl/workbook.xml' ? xml.replace('"Blad 1"', '"Bedam"') : xml)),
    UNCHANGED,
  ],
  [
    'a workbook without a form',
    'a.xlsx',
    () =>
      withXml(base, (xml, name) =>
        name === 'xl/sharedStrings.xml' ? xml.replaceAll('<t>', '<t>x') : xml.replace('"Blad 1"', '"Begroting"'),
      ),
    [
      'a.xlsx: in dit bestand is geen formulier te vinden (de bladen heten "Begroting"); maak een nieuw formulier met npm run form, en vul dat in',
    ],
  ],
  [
    'a zip whose names have backslashes',
    'a.xlsx',
    () =>
      repacked(base, (parts) =>
        Object.fromEntries(Object.entries(parts).map(([name, part]) => [name.replaceAll('/', '\\'), part])),
      ),
    UNCHANGED,
  ],
];

for (const [what, name, bytes, said] of cases) {
  test(`${what}: read as shown, or refused with the reason`, async () => {
    assert.equal(await lines(name, bytes()), said);
  });
}

test('there are at least thirty of such files', () => assert.ok(cases.length >= 30));

test('several forms are read at once, each into the file of its organisation', async () => {
  const adam = filledIn(await sampleForm('adam'), { F10: 'Gedaan.' });
  const plan = importForms(
    folderOf(loose),
    await read(['adam.xlsx', adam], ['bedam.csv', fixture('libreoffice-utf-8.csv')]),
  );
  if ('refused' in plan) throw new Error(plan.refused.join('\n'));
  assert.equal(
    plan.edits.map(({ path }) => path.split('/').at(-1)),
    ['adam.yaml', 'bedam.yaml'],
  );
  assert.equal(plan.notes, [
    '1 punt van "adam" in de meting "najaar" aangepast.',
    '4 punten van "bedam" in de meting "najaar" aangepast.',
  ]);
});

test('one wrong cell in several forms is reported with its file, and nothing is written', async () => {
  const plan = importForms(
    folderOf(loose),
    await read(
      ['a.xlsx', filledIn(base, { E10: 'behaalt' })],
      ['b.csv', fixture('libreoffice-dates.csv')],
      ['c.ods', fixture('libreoffice.ods')],
      ['d.xlsx', filledIn(base, { E10: 'niet behaald' })],
    ),
  );
  assert.equal('refused' in plan ? plan.refused.map((line) => line.slice(0, 45)) : plan, [
    'a.xlsx, Blad 1!E10: onbekende status "behaalt',
    'b.csv: dit formulier is van dezelfde organisa',
    'c.ods: dit is een bestand van LibreOffice (.o',
    'd.xlsx: dit formulier is van dezelfde organis',
  ]);
});

test('a file that names people says so, and not whom', async () => {
  const [named, plain] = await Promise.all([
    read(['openpyxl-cells.xlsx', fixture('openpyxl-cells.xlsx')], ['thread.xlsx', withThread(base, 'E10')]),
    read(['form.xlsx', base], ['form.csv', fixture('libreoffice-utf-8.csv')]),
  ]);
  assert.equal(
    peopleNotes(named).map((note) => /^Let op: in (.*?)\. /.exec(note)?.[1]),
    [
      'openpyxl-cells.xlsx staan namen (wie het maakte, wie het het laatst opsloeg)',
      'thread.xlsx staan namen (wie er opmerkingen bij maakte)',
    ],
  );
  assert.not.match(peopleNotes(named).join(), /Jan/);
  assert.equal(peopleNotes(plain), []);
});

test.run();
