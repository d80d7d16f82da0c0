import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fraction } from '../../scripts/model/fraction.ts';
import { sheetOf, workbookOf } from '../../scripts/site/downloads/archive.ts';
import { toCsv } from '../../scripts/site/downloads/table.ts';
import { builtSite } from '../support/site.ts';

const run = promisify(execFile);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'spreadsheet-'));
test.after(() => fs.rmSync(scratch, { recursive: true, force: true }));

const soffice = (process.env.PATH ?? '')
  .split(path.delimiter)
  .map((folder) => path.join(folder, 'soffice'))
  // With its spreadsheet program, which is a package of its own.
  .find((file) => fs.existsSync(file) && fs.existsSync(path.join(fs.realpathSync(file), '../libsclo.so')));
if (!soffice)
  console.log(
    'spreadsheet.test.ts: LibreOffice Calc is not installed here, so no real spreadsheet program opens the files.',
  );

/** A test that needs LibreOffice. */
const withOffice = soffice ? test : test.skip;

/** Opens CSV files as a Dutch user does: semicolon, UTF-8, Dutch, numbers recognised. */
const DUTCH_CSV = 'CSV:59,34,76,1,,1043,false,true,false';

interface Cell {
  readonly type: string | null;
  readonly value: string;
  readonly formula: string | null;
}

function attribute(node: Element, name: string): string | null {
  return node.getAttribute(name);
}

/** The cells of the first sheet, or the one with this name, as LibreOffice interprets them. */
async function opened(file: string, filter: string | null, sheet: string | null = null): Promise<Cell[][]> {
  await run(
    soffice!,
    [
      `-env:UserInstallation=file://${scratch}/profile`,
      '--headless',
      ...(filter ? [`--infilter=${filter}`] : []),
      '--convert-to',
      'fods',
      '--outdir',
      scratch,
      file,
    ],
    { timeout: 60_000 },
  );
  const text = fs.readFileSync(path.join(scratch, `${path.basename(file).replace(/\.\w+$/, '')}.fods`), 'utf8');
  const tables = Array.from(new DOMParser().parseFromString(text, 'text/xml').getElementsByTagName('table:table'));
  const table = tables.find((each) => sheet === null || attribute(each, 'table:name') === sheet)!;
  return Array.from(table.getElementsByTagName('table:table-row')).map((row) =>
    Array.from(row.childNodes)
      .filter((node) => node.nodeName === 'table:table-cell')
      .flatMap((node) => {
        const cell = node as Element;
        const shown = Array.from(cell.childNodes)
          .filter((child) => child.nodeName === 'text:p')
          .map((child) => child.textContent ?? '')
          .join('\n');
        const type = attribute(cell, 'office:value-type');
        const read = {
          type,
          value: type === 'float' ? (attribute(cell, 'office:value') ?? '') : shown,
          formula: attribute(cell, 'table:formula'),
        };
        return Array.from(
          { length: Math.min(Number(attribute(cell, 'table:number-columns-repeated') ?? 1), 40) },
          () => read,
        );
      }),
  );
}

withOffice(
  'LibreOffice, with Dutch settings, reads the same numbers from a CSV file as are in it, and from the workbook',
  async () => {
    const folder = path.join(await builtSite(), 'voorbeeld/data');
    const [head = [], ...rows] = parse(fs.readFileSync(path.join(folder, 'cijfers.csv')), {
      bom: true,
      delimiter: ';',
      record_delimiter: '\r\n',
    });
    const first = head.indexOf('van_toepassing');
    for (const cells of [
      await opened(path.join(folder, 'cijfers.csv'), DUTCH_CSV),
      await opened(path.join(folder, 'rapport.xlsx'), null, 'cijfers'),
    ]) {
      let numbers = 0;
      rows.forEach((row, index) =>
        row.slice(first, head.indexOf('gerapporteerd') + 1).forEach((cell, at) => {
          const read = cells[index + 1]![first + at];
          if (cell === '') return assert.is(read?.value ?? '', '');
          numbers++;
          assert.is(read?.type, 'float', `${index + 2} ${head[first + at]}: ${cell}`);
          assert.is(Number(read?.value), Number(cell.replace(',', '.')), `${index + 2} ${head[first + at]}`);
        }),
      );
      assert.ok(numbers > 1000);
    }
  },
);

const TEXTS = [
  '=1+1',
  '+31 20 1234567',
  '-2 stuks',
  '@naam',
  '\t=2',
  '=HYPERLINK("https://voorbeeld.example";"klik")',
  '# geen commentaar',
  ' een spatie',
  'a;b "c"\nd',
];

withOffice(
  'free text that begins like a formula stays text in LibreOffice, in a CSV file and in a workbook',
  async () => {
    const table = {
      name: 'vrij',
      columns: ['ambitiepunt', '=1+1', '@reden'],
      rows: TEXTS.map((text, index) => [`punt-${index}`, text, text]),
    };
    fs.writeFileSync(path.join(scratch, 'vrij.csv'), toCsv(table));
    fs.writeFileSync(path.join(scratch, 'boek.xlsx'), await workbookOf([sheetOf(table)]));
    for (const [file, filter] of [
      ['vrij.csv', DUTCH_CSV],
      ['boek.xlsx', null],
    ] as const) {
      const cells = await opened(path.join(scratch, file), filter);
      assert.ok(cells[0]!.every(({ formula }) => formula === null));
      TEXTS.forEach((text, index) => {
        for (const cell of cells[index + 1]!.slice(1, 3)) {
          assert.is(cell.formula, null, text);
          assert.is(cell.type, 'string', text);
          if (!/[\t\n]/.test(text))
            assert.ok(cell.value.trim().replace(/^'/, '') === text.trim(), `${cell.value} instead of ${text}`);
        }
      });
    }
  },
);

/** The texts below the header row of a sheet that was written and read again. */
async function readAgain(texts: readonly string[]): Promise<unknown[]> {
  const bytes = await workbookOf([sheetOf({ name: 'a & "b"', columns: ['x'], rows: texts.map((text) => [text]) })]);
  const { sheets } = await readXlsx(bytes);
  return sheets[0]!.rows.slice(1).map(([value]) => value);
}

test('a workbook keeps whatever text a cell has', async () => {
  const texts = [
    '<&>"',
    '_x0041_',
    '__x0041_',
    '\u0001',
    '#N/A',
    '#DIV/0!',
    '# 1',
    '=1+1',
    'constructor',
    '__proto__',
    ' a ',
    'é\r\n',
  ];
  assert.equal(await readAgain(texts), texts);
});

test('a text that is too long for a cell says where it is cut off, and where to find all of it', async () => {
  const [short, long] = await readAgain(['a'.repeat(32_767), `${'😀'.repeat(20_000)}`]);
  assert.is(short, 'a'.repeat(32_767));
  assert.ok(String(long).length <= 32_767 && String(long).length > 32_700);
  assert.match(String(long), /^(?:😀)+ … \(hier houdt de tekst op: .* de hele tekst staat in a & "b"\.csv\)$/u);
});

test('the same sheets give the same bytes, on another day and in another time zone too', async () => {
  const table = sheetOf({
    name: 'a',
    columns: ['x', 'y'],
    rows: [
      ['een', 1],
      [null, fraction(1, 3)],
    ],
  });
  const bytes = await workbookOf([table]);
  assert.equal(await workbookOf([table]), bytes);
  const { stdout } = await run(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      `import { sheetOf, workbookOf } from './scripts/site/downloads/archive.ts';
      const Today = Date;
      globalThis.Date = class extends Today {
        constructor(...given) {
          if (given.length > 0) super(...given);
          else super(2e12);
        }
      };
      const rows = [['een', 1], [null, { numerator: 1n, denominator: 3n }]];
      console.log(Buffer.from(await workbookOf([sheetOf({ name: 'a', columns: ['x', 'y'], rows })])).toString('base64'));`,
    ],
    { env: { ...process.env, TZ: 'Asia/Tokyo' } },
  );
  assert.is(stdout.trim(), Buffer.from(bytes).toString('base64'));
});

test.run();
