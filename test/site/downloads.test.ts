import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { z } from 'zod';
import { fraction } from '../../scripts/model/fraction.ts';
import { buildReport } from '../../scripts/report.ts';
import { downloadsOf, chartTables } from '../../scripts/site/downloads/downloads.ts';
import { toCsv, toRecords, type TableCell } from '../../scripts/site/downloads/table.ts';
import { contextOf } from '../support/context.ts';
import { readTree } from '../support/fixtures.ts';
import { norm, reportedRound, round, treeOf, type ReportSpec } from '../support/norms.ts';
import { AUTUMN, sample } from '../support/sample.ts';
import { changed, folderOf, reportOf, type Tree } from '../support/tree.ts';

const BOM = '\uFEFF';
/** The one row of a table with this column, as written to CSV. */
function written(cell: TableCell): string {
  return toCsv({ columns: ['a', 'b'], rows: [['x', cell]] }).slice(`${BOM}a;b\r\nx;`.length, -2);
}
function files(tree: Tree) {
  return new Map(downloadsOf(reportOf(tree)).map(({ path, content }) => [path, content]));
}
function lines(tree: Tree, name: string): string[] {
  return files(tree).get(`data/${name}.csv`)!.slice(1, -2).split('\r\n');
}

test('A table begins with a byte order mark and a header, and each line ends in CR LF', () => {
  assert.is(
    toCsv({
      columns: ['a', 'b'],
      rows: [
        ['x', 1],
        ['y', 2],
      ],
    }),
    `${BOM}a;b\r\nx;1\r\ny;2\r\n`,
  );
  assert.is(toCsv({ columns: ['a', 'b'], rows: [] }), `${BOM}a;b\r\n`);
});

test('A cell with a separator, a quote or half of a line end is quoted, and quotes are doubled', () => {
  assert.equal(
    ['a;b', 'a"b', '"', 'a\nb', 'a\rb', 'a\r\nb'].map((cell) => written(cell)),
    ['"a;b"', '"a""b"', '""""', '"a\nb"', '"a\rb"', '"a\r\nb"'],
  );
});

test('Other cells are not quoted, and spaces stay as they are', () => {
  for (const cell of [' a ', 'a,b', "a'b", 'a\tb', 'é ü 漢字 🙂', '\\', '\u00a0', '\u2028', 'a b'])
    assert.is(written(cell), cell);
});

test('A number has a decimal comma, and a count has none', () => {
  assert.equal(
    [fraction(225, 8), fraction(-1, 3), 12, 0].map((cell) => written(cell)),
    ['28,125', '-0,3333', '12', '0'],
  );
});

test('Nothing is an empty cell, not a word and not quotes', () => {
  assert.is(written(null), '');
  assert.is(written(''), '');
});

test('A spreadsheet sees no formula in a text, whatever its column', () => {
  assert.equal(
    ['=1+1', '+1', '-1', '@a', '\ta'].map((cell) => written(cell)),
    ["'=1+1", "'+1", "'-1", "'@a", "'\ta"],
  );
  assert.equal(
    [' =1', "'=1", 'a=1', '\n=1'].map((cell) => written(cell)),
    [' =1', "'=1", 'a=1', '"\n=1"'],
  );
  assert.is(written('=1;"2"'), `"'=1;""2"""`);
});

test('In the tables of charts no name, title or head is taken for a formula, and no figure gets a mark', () => {
  const tree = Object.fromEntries(
    Object.entries(sample).map(([path, text]) => [
      path,
      text.replace('naam: Gemeente Adam', 'naam: "=1+1"').replace('titel: Beleid\n', 'titel: "-beleid"\n'),
    ]),
  );
  const { report } = buildReport(folderOf(tree));
  const tables = chartTables(contextOf(report!).reports[0]!).map(({ path, content }) => ({
    path,
    cells: content.slice(1).split(/[;\r\n]+/),
  }));
  const cells = new Set(tables.flatMap((table) => table.cells));
  for (const guarded of ["'=1+1", "'-beleid"]) assert.ok(cells.has(guarded), guarded);
  for (const bare of ['=1+1', '-beleid']) assert.not.ok(cells.has(bare), bare);
  assert.not.ok([...cells].some((cell) => /^'\d/.test(cell)));
});

test('A spreadsheet sees no formula in the head of a column', () => {
  assert.is(toCsv({ columns: ['=a', 'b'], rows: [] }), `${BOM}'=a;b\r\n`);
});

test('A figure in words of our own has no mark', () => {
  assert.is(toCsv({ columns: ['a'], rows: [[{ text: '+2 procentpunt' }]] }), `${BOM}a\r\n+2 procentpunt\r\n`);
});

test('A number below zero is no text, and has no mark', () => {
  assert.equal(
    [fraction(-25, 2), -3].map((cell) => written(cell)),
    ['-12,5', '-3'],
  );
});

test('Records have numbers with a point, and null where there is nothing', () => {
  assert.equal(
    toRecords({ name: 't', columns: ['a', 'b', 'c', 'd', 'e'], rows: [['x', 1, fraction(225, 8), null, '']] }),
    [{ a: 'x', b: 1, c: 28.125, d: null, e: '' }],
  );
});

test('A row of results has every field of that result', () => {
  assert.ok(
    lines(sample, 'resultaten').includes(
      '2.0;najaar;2025-23;beleid;gesprek;bedam;niet behaald;Het komt er.;;2026-06;brief',
    ),
  );
  assert.ok(
    lines(sample, 'resultaten').includes(
      '2.0;najaar;2025-23;mensen;training;bedam;niet van toepassing;;Geen personeel.;;',
    ),
  );
});

test('Rows of results are ordered by norm, round, organisation and ambition', () => {
  assert.equal(
    lines(sample, 'resultaten')
      .slice(1)
      .map((line) => line.split(';'))
      .map(([version, id, , , point, organisation]) => `${version} ${id} ${organisation} ${point}`)
      .slice(5, 11),
    [
      '1.0 2022 bedam nevenfuncties',
      '2.0 lente adam plan',
      '2.0 lente adam gesprek',
      '2.0 lente adam training',
      '2.0 lente bedam plan',
      '2.0 lente bedam gesprek',
    ],
  );
});

test('Several sources are joined, and one that is not public says only that', () => {
  const tree = changed(sample, `${AUTUMN}/resultaten/bedam.yaml`, 'bron: brief', 'bron: [brief, dossier-7, besluit]');
  assert.ok(lines(tree, 'resultaten').some((line) => line.endsWith(';brief, niet openbaar, besluit')));
});

test('A source of a reported figure that is not public says only that', () => {
  const tree = changed(sample, `${AUTUMN}/meting.yaml`, 'bron: brief', 'bron: dossier-7');
  assert.ok(lines(tree, 'cijfers').some((line) => line.endsWith(';70;niet openbaar')));
});

test('The id of a document that is not public is in no file', () => {
  const sources = changed(
    changed(sample, `${AUTUMN}/meting.yaml`, 'bron: brief', 'bron: dossier-7'),
    'proef/documenten.yaml',
    '[brief]',
    '[dossier-7]',
  );
  const rows = changed(sources, `${AUTUMN}/resultaten/bedam.yaml`, 'bron: brief', 'bron: dossier-7');
  const tree = changed(
    changed(rows, 'proef/normen/2.0/norm.yaml', 'bron: besluit', 'bron: dossier-7'),
    'proef/rapport.yaml',
    'regio:',
    'verwante_normen: [{naam: N, regio: R, toelichting: T, bron: dossier-7}]\nregio:',
  );
  for (const [path, content] of files(tree)) assert.not.ok(content.includes('dossier-7'), path);
});

test('Each participant and theme has its rows, even if they hold only zeros', () => {
  const organisations = { a: 'gemeente', b: 'gemeente' };
  const spec: ReportSpec = {
    organisations,
    norms: [
      norm(
        '1.0',
        ['a', { organisatie: 'b', vanaf: '2030' }],
        ['p'],
        { een: round('2025', 'p', { a: 'b' }) },
        {
          themas: [
            { id: 'beleid', titel: 'B' },
            { id: 'leeg', titel: 'L' },
          ],
        },
      ),
    ],
  };
  const rows = lines(treeOf(spec), 'cijfers');
  assert.ok(rows.includes('1.0;een;thema;leeg;;;0;0;0;0;0;0;0;0;;;;;;'));
  assert.ok(rows.includes('1.0;een;organisatie;;;b;0;0;0;0;0;0;0;0;;;;;;'));
  assert.ok(rows.includes('1.0;een;thema-organisatie;leeg;;b;0;0;0;0;0;0;0;0;;;;;;'));
  assert.is(rows.length, 1 + 1 + 2 + 2 + 4 + 1);
});

test('A round of reported figures has a row for each of them, with empty counts', () => {
  const spec: ReportSpec = {
    organisations: { a: 'gemeente' },
    norms: [norm('1.0', ['a'], ['p'], { een: reportedRound('2025', { 'organisatie:a': 12.5, totaal: 70 }) })],
  };
  assert.equal(lines(treeOf(spec), 'cijfers').slice(1), [
    '1.0;een;totaal;;;;;;;;;;;;;;;;70;',
    '1.0;een;organisatie;;;a;;;;;;;;;;;;;12,5;',
  ]);
});

test('Files are under the address of their report', () => {
  const tree = changed(sample, 'site.yaml', 'pad: /', 'pad: /proef/');
  assert.equal(
    [...files(tree).keys()],
    ['resultaten.csv', 'cijfers.csv', 'wijzigingen.csv', 'vergelijking.csv', 'rapport.json', 'rapport.schema.json'].map(
      (name) => `proef/data/${name}`,
    ),
  );
});

for (const [name, tree] of [
  ['the sample', sample],
  ...['willekeurig-11', 'willekeurig-12'].map((each) => [each, readTree(`acceptance/${each}/data`)] as const),
] as const) {
  test(`The JSON of ${name} is valid according to its own schema`, () => {
    const published = files(tree);
    const schema = z.fromJSONSchema(JSON.parse(published.get('data/rapport.schema.json')!));
    const json = JSON.parse(published.get('data/rapport.json')!);
    const { success, error } = schema.safeParse(json);
    assert.ok(success, String(error));
    assert.not.ok(schema.safeParse({ ...json, extra: 1 }).success);
    assert.not.ok(
      schema.safeParse({ ...json, normen: json.normen.map((each: object) => ({ ...each, volledig: 'ja' })) }).success,
    );
  });

  test(`The JSON of ${name} has the rows of each table, with the same numbers`, () => {
    const published = files(tree);
    const json = JSON.parse(published.get('data/rapport.json')!);
    const [header, ...rows] = lines(tree, 'cijfers').map((line) => line.split(';'));
    assert.is(json.cijfers.length, rows.length);
    rows.forEach((row, index) =>
      header!.forEach((column, at) => {
        const value = json.cijfers[index][column];
        assert.is(
          value === null ? '' : String(value).replace('.', column === 'norm' ? '.' : ','),
          row[at],
          `${index} ${column}`,
        );
      }),
    );
  });
}

test('The JSON has the norms, with what they replace and dropped', () => {
  const { normen, versie } = JSON.parse(files(sample).get('data/rapport.json')!);
  assert.is(versie, '1');
  assert.equal(
    [normen[1].opvolger_van, normen[1].vervallen, normen[1].ambitiepunten[2].geldt_voor, normen[1].telling],
    [
      '1.0',
      [{ punt: 'nevenfuncties', reden: 'Staat in de wet.' }],
      ['gemeente'],
      { deels_behaald: 0.5, totaal: 'gezamenlijk' },
    ],
  );
  assert.equal(normen[1].metingen[1].bron, [{ document: 'besluit' }, { openbaar: false }]);
});

test.run();
