import * as fc from 'fast-check';
import { zipSync } from 'fflate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { STATUS_WORDS } from '../../scripts/contract/files/results.ts';
import { type Plan } from '../../scripts/editing/draft.ts';
import { readWorkbook } from '../../scripts/editing/form/read-workbook.ts';
import { textsTooLong, writeWorkbook } from '../../scripts/editing/form/write-workbook.ts';
import { sample } from '../support/sample.ts';
import { importSheet, loose, rowsFor } from '../support/sample-form.ts';
import { changed, folderOf, problemLines, type Tree } from '../support/tree.ts';
import { filledIn, repacked, withCells, withSheet, withSheets } from '../support/workbook.ts';

const BEDAM = 'proef/normen/2.0/metingen/najaar/resultaten/bedam.yaml';

function formFor(tree: Tree, organisatie = 'bedam', meting = 'najaar'): Promise<Uint8Array> {
  return writeWorkbook(rowsFor(tree, organisatie, meting));
}

async function imported(tree: Tree, bytes: Uint8Array): Promise<Plan> {
  const reading = await readWorkbook(bytes, 'form.xlsx');
  return 'sheet' in reading ? importSheet(folderOf(tree), reading.sheet) : reading;
}

function edited(plan: Plan): string {
  if ('refused' in plan) throw new Error(plan.refused.join('\n'));
  return plan.edits.map(({ text }) => text).join('');
}

function refusal(plan: Plan): readonly string[] {
  return 'refused' in plan ? plan.refused : [];
}

/** Rows of Bedam: plan 10, gesprek 11, training 12, loket 13. */
const base = await formFor(sample);

test('a form that is read back as it was written changes nothing', async () => {
  assert.equal(await imported(sample, base), {
    edits: [],
    notes: ['Het formulier zegt hetzelfde als de gegevens van "bedam" in de meting "najaar". Er verandert niets.'],
  });
});

test('a text that a spreadsheet could take for something else comes back as it was written', async () => {
  for (const text of [
    'Zie _x0041_ en _x005F_x0041_',
    '#N/A',
    '007',
    '=1+1',
    "'=1+1",
    'TRUE',
    '2026-03-01',
    '<b>&amp;',
  ]) {
    const tree = changed(sample, BEDAM, 'toelichting: Het komt er.', `toelichting: ${JSON.stringify(text)}`);
    assert.is(edited(await imported(tree, await formFor(tree))), '', text);
  }
});

test('what an organisation says itself, and who is responsible, goes from the form to the data and back', async () => {
  const form = filledIn(await formFor(loose), {
    C8: 'Wij zijn *tevreden*.\n\nHet loket gaat vaker open.',
    E10: 'deels behaald',
    J10: 'Afdeling Veiligheid',
  });
  const result = edited(await imported(loose, form));
  const tree = { ...loose, [BEDAM]: result };
  assert.match(
    result,
    /^organisatie: bedam\nreactie: \|-\n {2}Wij zijn \*tevreden\*\.\n\n {2}Het loket gaat vaker open\.\nresultaten:/m,
  );
  assert.match(result, /status: deels behaald\n {4}verantwoordelijk: Afdeling Veiligheid\n/);
  assert.equal(problemLines(tree), []);
  assert.is(edited(await imported(tree, await formFor(tree))), '');
  const emptied = edited(await imported(tree, filledIn(await formFor(tree), { C8: '', J10: '' })));
  assert.not.match(emptied, /reactie|verantwoordelijk/);
  assert.equal(
    await imported(loose, filledIn(await formFor(loose), { C8: 'Dank.' })).then(
      (plan) => 'notes' in plan && plan.notes,
    ),
    ['De reactie van "bedam" op de meting "najaar" is aangepast.'],
  );
});

test('a form made before those columns existed leaves them unchanged', async () => {
  const now = edited(
    await imported(
      loose,
      filledIn(await formFor(loose), { C8: 'Dank.', E10: 'deels behaald', J10: 'Afdeling Veiligheid' }),
    ),
  );
  const tree = { ...loose, [BEDAM]: now };
  const old = filledIn(await formFor(tree), { A8: '', C8: '', D8: '', J9: '', J10: '' });
  assert.is(edited(await imported(tree, old)), '');
});

test('the same form gives the same bytes', async () => {
  assert.equal(await formFor(sample), base);
});

const text = fc.stringMatching(/^[A-Za-z0-9 ,.;:'"<>&=+@é€_x-]{0,40}$/).map((each) => each.trim());

const answer = fc.oneof(
  fc.record({
    status: fc.constantFrom(...STATUS_WORDS.filter((word) => word !== 'niet van toepassing')),
    toelichting: fc.array(text, { maxLength: 3 }).map((lines) => lines.join('\n').trim()),
  }),
  fc.record({ status: fc.constant('niet van toepassing'), reden: text.map((each) => each || 'Reden') }),
);

test('whatever is filled in comes back from the data unchanged, and is valid', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 4, maxLength: 4 }), async (answers) => {
      const cells = Object.fromEntries(
        answers.flatMap((each, index) => [
          [`E${index + 10}`, each.status],
          [`F${index + 10}`, 'toelichting' in each ? each.toelichting : ''],
          [`G${index + 10}`, 'reden' in each ? each.reden : ''],
          [`H${index + 10}`, ''],
          [`I${index + 10}`, index === 1 ? 'brief, besluit' : ''],
        ]),
      );
      const form = filledIn(await formFor(loose), cells);
      const plan = await imported(loose, form);
      const result = edited(plan);
      const tree = result === '' ? loose : { ...loose, [BEDAM]: result };
      assert.equal(problemLines(tree), []);
      assert.equal(edited(await imported(tree, form)), '');
      const shown = rowsFor(tree)
        .slice(9)
        .map((cellsOfRow) => cellsOfRow.slice(4, 7).map((cell) => cell.text));
      assert.equal(
        shown,
        answers.map((each) => [
          each.status,
          'toelichting' in each ? each.toelichting : '',
          'reden' in each ? each.reden : '',
        ]),
      );
    }),
    { numRuns: 60 },
  );
});

test('comments, order and sources that are not public stay as they were', async () => {
  const tree = changed(sample, BEDAM, '  plan: behaald\n', '  # Nagevraagd.\n  plan: behaald # in mei\n');
  const withheld = changed(tree, BEDAM, '    bron: brief\n', '    bron: [brief, dossier-7]\n');
  const result = edited(
    await imported(withheld, filledIn(await formFor(withheld), { E10: 'niet beoordeeld', F11: 'Het komt er echt.' })),
  );
  assert.match(result, / {2}# Nagevraagd\.\n {2}plan: niet beoordeeld # in mei\n/);
  assert.match(result, /toelichting: Het komt er echt\.\n {4}bron: \[brief, dossier-7\]\n/);
});

test('a source that is withheld cannot be copied to a point that has none', async () => {
  const withheld = changed(sample, BEDAM, '    bron: brief\n', '    bron: dossier-7\n');
  const copied = filledIn(await formFor(withheld), {
    I10: '(niet openbaar: blijft zoals het is)',
    I11: '(niet openbaar: blijft zoals het is)',
  });
  assert.equal(refusal(await imported(withheld, copied)), [
    'Blad 1!I10: bij dit punt staat geen bron die niet openbaar is, dus er is niets dat kan blijven; noem een bron, of maak de cel leeg',
  ]);
});

test('an answer without a status is refused, in an incomplete norm too, and so is a text in a column that is not to be filled in', async () => {
  const open = changed(sample, 'proef/normen/2.0/norm.yaml', 'volledig: true', 'volledig: false');
  assert.match(
    refusal(await imported(open, filledIn(await formFor(open), { E10: '', F10: 'Bijna klaar.' }))).join(),
    /E10: hier ontbreekt een status/,
  );
  assert.match(
    refusal(await imported(sample, filledIn(base, { D11: 'Hier is het.' }))).join(),
    /D11: in deze kolom verandert u niets/,
  );
});

test('every mistake is reported by its cell, all at once', async () => {
  const plan = await imported(
    sample,
    filledIn(base, {
      E10: 'behaalt',
      E11: '',
      E12: 'niet van toepassing',
      G12: '',
      E13: 'niet behaald',
      H13: 'eind 2026',
      I13: 'brieff',
    }),
  );
  assert.equal(refusal(plan), [
    'Blad 1!E10: onbekende status "behaalt"; bedoelde u "behaald"?',
    'Blad 1!E11: hier ontbreekt een status; kies er een, of "niet beoordeeld"',
    'Blad 1!G12: de status "niet van toepassing" heeft een "reden" nodig; vul bij "reden" in waarom het niet geldt',
    'Blad 1!H13: "eind 2026" is geen datum; schrijf "2025-11-03", "2025-11", "2025", of een seizoen als "2025-23" (21 lente, 22 zomer, 23 herfst, 24 winter)',
    'Blad 1!I13: onbekende bron "brieff"; bedoelde u "brief"?',
  ]);
});

test('a form of another norm, round, organisation or list of points is refused', async () => {
  for (const [cell, value, words] of [
    ['B5', '3.0', /^Blad 1!B5: .*geen norm 3\.0/],
    ['B6', 'herfst', /^Blad 1!B6: .*geen meting "herfst"/],
    ['B7', 'cedam', /^Blad 1!B7: .*"cedam" doet niet mee/],
    ['B4', 'ander', /^Blad 1!B4: er is geen rapport "ander"/],
  ] as const) {
    assert.match(refusal(await imported(sample, filledIn(base, { [cell]: value })))[0]!, words);
  }
  assert.match(
    refusal(await imported(sample, filledIn(base, { C10: 'Een ander punt' })))[0]!,
    /^Blad 1!C10: dit punt heet in de gegevens "Er is een plan"/,
  );
});

test('one mistake in the structure of a form is one problem', async () => {
  const rows = rowsFor(sample).map((cells) => cells.map(({ text }) => text));
  function refusalOf(changedRows: readonly (readonly string[])[]): readonly string[] {
    return refusal(importSheet(folderOf(sample), { name: 'Blad 1', rows: changedRows, problems: [] }));
  }
  function inColumn(cells: readonly string[], row: number): readonly string[] {
    return row === 9 ? ['plann', ...cells.slice(1)] : cells;
  }
  for (const [what, mistaken, words] of [
    ['an empty sheet', [], /A4: hier hoort "Rapport" te staan; dit is geen formulier/],
    ['a row above it', [[], ...rows], /A4: hier hoort "Rapport" te staan; .*er is een rij bij gekomen/],
    ['a column before the status', rows.map((row) => [...row.slice(0, 4), '', ...row.slice(4)]), /E9: .*een kolom bij/],
    ['a column less', rows.map((row) => row.filter((_, column) => column !== 3)), /D9: .*een kolom bij/],
    ['a label', rows.map((row, at) => (at === 4 ? ['Normversie', ...row.slice(1)] : row)), /A5: hier hoort "Norm"/],
    ['a heading', rows.map((row, at) => (at === 8 ? [...row.slice(0, 4), 'Stand'] : row)), /E9: .*de kop "Status"/],
    ['an id', rows.map(inColumn), /A10: .*geen punt "plann"; bedoelde u "plan"\?/],
    [
      'an id twice',
      rows.map((row, at) => (at === 10 ? ['plan', ...row.slice(1)] : row)),
      /A11: .*bedoelde u "gesprek"/,
    ],
  ] as const) {
    const told = refusalOf(mistaken);
    assert.is(told.length, 1, `${what}: ${told.join('\n')}`);
    assert.match(told[0]!, words);
  }
});

/** A workbook part that is much larger than the file declares. */
function lying(): Uint8Array {
  const zip = Buffer.from(
    repacked(base, (parts) => ({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(50_000_000) })),
  );
  for (let at = 0; at < zip.length - 28; at++) {
    if (zip.readUInt32LE(at) === 0x02014b50 && zip.readUInt32LE(at + 24) === 50_000_000)
      zip.writeUInt32LE(1000, at + 24);
  }
  return zip;
}

const hostile: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  [
    'a formula',
    () => withCells(base, { E10: (style) => `<c r="E10" s="${style}" t="str"><f>A1</f><v>behaald</v></c>` }),
    /^Blad 1!E10: deze cel bevat een formule/,
  ],
  [
    'merged cells',
    () =>
      withSheet(base, (xml) =>
        xml.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="E10:E11"/></mergeCells>'),
      ),
    /^Blad 1!E10: hier zijn cellen samengevoegd \(E10:E11\)/,
  ],
  [
    'an extra sheet that says something, though hidden',
    () => withSheets(base, [{ name: 'Blad 2', attributes: 'state="hidden"', cells: '<c r="C3"><v>1</v></c>' }]),
    /^Blad 2!A1: dit werkblad hoort niet bij het formulier "Blad 1"/,
  ],
  [
    '50,000 rows',
    () =>
      withSheet(base, (xml) =>
        xml.replace(
          '</sheetData>',
          `${Array.from({ length: 50_000 }, (_, row) => `<row r="${row + 20}"><c r="A${row + 20}"><v>1</v></c></row>`).join('')}</sheetData>`,
        ),
      ),
    /^Blad 1!A1001: dit blad heeft meer dan 1000 regels/,
  ],
  ['a macro', () => repacked(base, (parts) => ({ ...parts, 'xl/vbaProject.bin': new Uint8Array(8) })), /macro/],
  [
    'a zip bomb',
    () => repacked(base, (parts) => ({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(50_000_000) })),
    /veel te groot/,
  ],
  ['a zip bomb that lies about its size', lying, /beschadigd/],
  ['a document type', () => withSheet(base, () => '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'), /beschadigd/],
  [
    'entities in entities in entities',
    () =>
      withSheet(base, (xml) => {
        const bombs = Array.from({ length: 20 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`);
        return `<!DOCTYPE worksheet [<!ENTITY e0 "bom">${bombs.join('')}]>${xml.replace('</row>', '<c><v>&e20;</v></c></row>')}`;
      }),
    /beschadigd/,
  ],
  [
    'a cell in the last corner that a sheet has',
    () =>
      withSheet(base, (xml) =>
        xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
      ),
    /form\.xlsx: dit bestand heeft een blad dat veel te groot is voor een formulier/,
  ],
  [
    'a cell far below the form',
    () =>
      withSheet(base, (xml) =>
        xml.replace('</sheetData>', '<row r="90000"><c r="A90000"><v>1</v></c></row></sheetData>'),
      ),
    /^Blad 1!A1001: dit blad heeft meer dan 1000 regels/,
  ],
  [
    'hundreds of parts',
    () =>
      repacked(base, (parts) => ({
        ...parts,
        ...Object.fromEntries(Array.from({ length: 300 }, (_, part) => [`xl/media/${part}.png`, new Uint8Array(1)])),
      })),
    /veel te groot/,
  ],
  ['another file', () => Buffer.from('hallo'), /geen Excel-bestand/],
  ['an old or locked workbook', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /wachtwoord/],
  ['another zip', () => zipSync({ 'a.txt': new Uint8Array(3) }), /geen Excel-bestand/],
  ['half a workbook', () => base.slice(0, base.length / 2), /beschadigd/],
];

for (const [name, make, words] of hostile) {
  test(`a workbook with ${name} is refused`, async () => {
    assert.match(refusal(await imported(sample, make())).join('\n'), words);
  });
}

test('a text that is too long for a cell is reported by its cell before a form is made', () => {
  const long = changed(sample, BEDAM, 'Het komt er.', 'a'.repeat(32_768));
  assert.equal(textsTooLong(rowsFor(long)), [
    'Blad 1!F11: deze tekst heeft 32768 tekens, en in een cel passen er 32767; kort hem eerst in bij de gegevens',
  ]);
  assert.equal(textsTooLong(rowsFor(sample)), []);
});

test('a workbook damaged anywhere is read or refused, and never crashes the program', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(base.length - 1), fc.nat(255), async (at, byte) => {
      const damaged = Uint8Array.from(base);
      damaged[at] = byte;
      await imported(sample, damaged);
    }),
    { numRuns: 200 },
  );
});

test.run();
