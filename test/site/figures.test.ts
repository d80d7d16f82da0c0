import fs from 'node:fs';
import path from 'node:path';
import type { Cheerio } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { builtSite, pagesOf } from '../support/site.ts';

type Row = Readonly<Record<string, string>>;
type Tables = Readonly<Record<string, ReadonlyMap<string, Row>>>;

/** Number of decimals in the published files; numbers here are integers in units of the last one. */
const SCALE = 10_000;

const folder = await builtSite();
/**
 * Pages of the report as it is now. What an edition says, on its own pages or quoted next to a figure that has changed,
 * is compared with the frozen data in edition.test.ts.
 */
const pages = pagesOf(folder).filter(({ address }) => !address.includes('/editie/'));
for (const { $ } of pages) $('a[href*="/editie/"]').remove();

function scaled(text: string): number {
  const match = /^(-?)(\d+)(?:,(\d{1,4}))?$/.exec(text);
  if (!match) throw new Error(`"${text}" is no number as it is published`);
  return (match[1] ? -1 : 1) * (Number(match[2]) * SCALE + Number((match[3] ?? '').padEnd(4, '0')));
}

// Written from the design, not from the code: figures, "Shown".
function percent(text: string): string {
  const value = scaled(text);
  const whole = Math.floor((value + SCALE / 2) / SCALE);
  return `${whole === 100 && value !== 100 * SCALE ? 99 : whole === 0 && value !== 0 ? 1 : whole}%`;
}
function bounds({ ondergrens = '', bovengrens = '' }: Row, inTable: boolean): string {
  const [lower, upper] = [Math.floor(scaled(ondergrens) / SCALE), Math.ceil(scaled(bovengrens) / SCALE)];
  return inTable ? `${lower}–${upper}%` : `tussen ${lower}% en ${upper}%`;
}
function steps({ vooruit = '', achteruit = '', gelijk = '' }: Row): string {
  const told = [`${vooruit} beter`, `${achteruit} slechter`, `${gelijk} gelijk gebleven`];
  return told.filter((text) => !text.startsWith('0 ')).join(', ');
}
function difference(text: string): string {
  const value = scaled(text);
  const points = Math.sign(value) * Math.floor((Math.abs(value) + SCALE / 2) / SCALE);
  if (value === 0) return 'gelijk gebleven';
  return points === 0 ? 'vrijwel gelijk' : `${points > 0 ? '+' : '\u2212'}${Math.abs(points)} procentpunt`;
}

const KEYS: Readonly<Record<string, readonly string[]>> = {
  resultaten: ['norm', 'meting', 'ambitiepunt', 'organisatie'],
  cijfers: ['norm', 'meting', 'bereik'],
  wijzigingen: ['norm', 'van', 'naar', 'bereik'],
  vergelijking: ['van', 'naar', 'bereik'],
};

/** The ids of a row that say what it is about. */
function idsOf({ bereik, thema, ambitiepunt, organisatie }: Row): (string | undefined)[] {
  return bereik === 'ambitiepunt' ? [ambitiepunt] : [thema, organisatie].filter((id) => id !== undefined && id !== '');
}

function tablesOf(report: string): Tables {
  return Object.fromEntries(
    Object.entries(KEYS).map(([name, keys]) => {
      const rows = parse(fs.readFileSync(path.join(folder, report, 'data', `${name}.csv`)), {
        bom: true,
        delimiter: ';',
        columns: true,
        record_delimiter: '\r\n',
      }) as Row[];
      return [name, new Map(rows.map((row) => [[name, ...keys.map((key) => row[key]), ...idsOf(row)].join('/'), row]))];
    }),
  );
}

const tables: Readonly<Record<string, Tables>> = { '': tablesOf(''), voorbeeld: tablesOf('voorbeeld') };
function tablesAt(address: string): Tables {
  return tables[address.startsWith('/voorbeeld/') ? 'voorbeeld' : '']!;
}
function rowOf(address: string, identity: string): Row | undefined {
  return tablesAt(address)[identity.split('/')[0]!]?.get(identity);
}

/** What is partly known: how many ambitions have a result, and which organisations if those are the same for each. */
function known(report: Tables, row: Row): string {
  const cells = [...report.resultaten!.values()].filter(
    (cell) =>
      ['norm', 'meting', 'thema', 'ambitiepunt', 'organisatie'].every(
        (key) => row[key] === '' || cell[key] === row[key],
      ) && ['behaald', 'deels behaald', 'niet behaald'].includes(cell.status!),
  );
  const points = new Set(cells.map(({ ambitiepunt }) => ambitiepunt)).size;
  return `${points === 0 ? 'geen' : points} ${points === 1 ? 'uitkomst' : 'uitkomsten'}`;
}

/** What a page must show for one column of a row. `inTable`: where there is little room. */
function shownOf(row: Row, column: string, inTable: boolean): string {
  const value = row[column] ?? '';
  switch (column) {
    case 'ondergrens':
      return bounds(row, inTable);
    case 'gerapporteerd':
      return `${value}%`;
    case 'punten':
      return value === '0' ? '' : steps(row);
    case 'verschil':
      return value === '' ? '' : difference(value);
    case 'behaald':
    case 'deels_behaald':
    case 'niet_behaald':
    case 'niet_beoordeeld':
    case 'niet_openbaar':
    case 'van_toepassing':
    case 'vooruit':
    case 'achteruit':
      return value;
    default:
      return value === '' ? '' : percent(value);
  }
}

const NOTHING = new Set(['geen cijfer', 'niet te vergelijken']);

/** Counts within a sentence, compared with the row of a file. */
const COUNTS: Readonly<
  Record<string, readonly (readonly [RegExp, (row: Row) => readonly (string | number | undefined)[]])[]>
> = {
  cijfers: [
    [/(\d+) van de (\d+) behaald/, (row) => [row.behaald, row.van_toepassing]],
    [
      /(\d+) behaald en (\d+) deels behaald, van de (\d+)/,
      (row) => [row.behaald, row.deels_behaald, row.van_toepassing],
    ],
    [/(\d+) behaald en (\d+) deels, van de (\d+)/, (row) => [row.behaald, row.deels_behaald, row.van_toepassing]],
    [
      /Van de (\d+) resultaten (?:is|zijn) (\d+) behaald, (\d+) deels en (\d+) niet/,
      (row) => [row.van_toepassing, row.behaald, row.deels_behaald, row.niet_behaald],
    ],
    [/Van (\d+) weten wij het niet/, (row) => [Number(row.niet_beoordeeld) + Number(row.niet_openbaar)]],
    [
      /Van de (\d+) punten van norm \S+ die hier [a-z]+, (?:zijn|waren|is|was) er (\d+) behaald/,
      (row) => [row.van_toepassing, row.behaald],
    ],
    [/(\d+) (?:zijn|waren|is|was) deels behaald/, (row) => [row.deels_behaald]],
    [/van (\d+) is het resultaat niet bekend/, (row) => [Number(row.niet_beoordeeld) + Number(row.niet_openbaar)]],
  ],
  wijzigingen: [
    [/van (\d+) resultaten die in beide metingen bekend zijn/, (row) => [row.punten]],
    [
      /die resultaten: van (\d+%) naar (\d+%), ([+\u2212]\d+ procentpunt|gelijk gebleven|vrijwel gelijk)/,
      (row) => [percent(row.percentage_van!), percent(row.percentage_naar!), difference(row.verschil!)],
    ],
  ],
  vergelijking: [
    [/van de (\d+)/, (row) => [row.cellen]],
    [/over (\d+) vergelijkba/, (row) => [row.cellen]],
  ],
};

function textOf(node: Cheerio<never>): string {
  return node.text().replace(/\s+/g, ' ').trim();
}

test('every figure on every page shows the row of the published file that it names', () => {
  const wrong: string[] = [];
  let checked = 0;
  for (const { address, $ } of pages) {
    $('[data-cijfer]').each((_, element) => {
      const { 'data-cijfer': identity = '', 'data-kolom': column = '' } = element.attribs;
      const at = `${address} ${identity}`;
      const row = rowOf(address, identity);
      if (!row) return void wrong.push(`${at}: no such row`);
      checked++;
      const node = $(element);
      const shown = textOf(node.find('strong').first() as never) || textOf(node as never);
      if (column === 'bekend') {
        const expected = node.is('.figure, .figure-cell') ? known(tablesAt(address), row) : (row[column] ?? '');
        if (shown !== expected && !shown.startsWith(`${expected}, in alle `))
          wrong.push(`${at}: "${shown}" instead of "${expected}"`);
        return;
      }
      // A sentence has the figure among other words.
      const isSentence = element.tagName === 'p';
      const expected = shownOf(row, column, !isSentence && element.tagName !== 'div');
      const isShown = isSentence
        ? [' ', ',', '.'].some((end) => ` ${textOf(node as never)}`.includes(` ${expected}${end}`))
        : shown === expected;
      if (expected === '' ? !NOTHING.has(shown) : !isShown)
        wrong.push(`${at} ${column}: "${shown}" instead of "${expected}"`);
      const text = textOf(node as never);
      for (const [pattern, values] of COUNTS[identity.split('/')[0]!]!) {
        const found = pattern.exec(text)?.slice(1);
        if (found && found.join() !== values(row).map(String).join())
          wrong.push(`${at}: "${found.join()}" instead of "${values(row).join()}"`);
      }
      const reported = node.find('.figure-reported strong').first().text();
      if (reported && reported !== `${row.gerapporteerd}%`)
        wrong.push(`${at}: reported "${reported}" instead of "${row.gerapporteerd}"`);
    });
  }
  assert.equal(wrong, []);
  assert.ok(checked > 1200, String(checked));
});

test('every bar in a table is as long as the figure next to it: solid to the lower bound, striped to the upper', () => {
  const wrong: string[] = [];
  const drawn = { solid: 0, striped: 0, outlined: 0, none: 0 };
  for (const { address, $ } of pages) {
    $('.bar-cell').each((_, element) => {
      const cell = $(element);
      const { 'data-cijfer': identity = '', 'data-kolom': column = '' } = element.attribs;
      const row = rowOf(address, identity)!;
      const reported = column === 'gerapporteerd';
      const [lower, upper] = (reported ? [row.gerapporteerd!, row.gerapporteerd!] : [row.ondergrens!, row.bovengrens!])
        .filter((text) => text !== '')
        .map(scaled);
      const bar = cell.find('svg.gauge');
      const has = lower !== undefined && column !== 'bekend';
      if (!has) {
        drawn.none++;
        return bar.length === 0 ? undefined : void wrong.push(`${address} ${identity}: a bar of no figure`);
      }
      const sure = Math.round(Number(bar.find('.gauge-sure').attr('width')) * SCALE);
      const perhaps = Math.round(Number(bar.find('.gauge-perhaps').attr('width') ?? 0) * SCALE);
      if (sure !== lower || perhaps !== upper! - lower || bar.is('.gauge-reported') !== reported)
        wrong.push(`${address} ${identity}: ${sure} and ${perhaps} instead of ${lower} to ${upper}`);
      drawn[reported ? 'outlined' : perhaps > 0 ? 'striped' : 'solid']++;
    });
  }
  assert.equal(wrong, []);
  assert.ok(
    Object.values(drawn).every((count) => count > 0),
    JSON.stringify(drawn),
  );
});

test('a computed percentage or range is never shown without the counts behind it', () => {
  const bare = pages.flatMap(({ address, $ }) =>
    $('.figure-computed,.figure-bounds,.answer[data-kolom=percentage],.answer[data-kolom=ondergrens]')
      .toArray()
      .filter(
        (element) =>
          !/\d+ (?:van de \d+ behaald|behaald en \d+)|vergelijkba|Van de \d+ resultaten|Alle \d+ resultaten/.test(
            $(element).text(),
          ),
      )
      .map((element) => `${address}: ${textOf($(element) as never)}`),
  );
  assert.equal(bare, []);
});

/** Pages that explain the method. */
const EXPLAINS = /\/(?:methode|begrippen|data|nieuws|redactie|grafiek)\//;

test('a page with scores in which partly achieved ambitions count says how, once for each way; so does every chart', () => {
  const says = /een deels behaald punt telt[^.;]*/gi;
  let checked = 0;
  const wrong = pages.flatMap(({ address, $ }) => {
    const main = $('main').clone();
    const charts = main
      .find('figure.chart')
      .remove()
      .toArray()
      .filter((element) => /deels behaald, van de/.test($(element).find('table').text()))
      .map((element) => $(element).find('.chart-sentence').text());
    const scores = main
      .find('.figure-computed,.figure-bounds')
      .toArray()
      .filter((element) => /deels(?: behaald)?, van de/.test($(element).text()));
    checked += scores.length + charts.length;
    const silent = scores.length > 0 && !main.text().match(says) ? [`${address}: nowhere`] : [];
    // Folded parts are read separately, and a figure on its own is cited separately.
    main.find('details.folded, div.figure').remove();
    const said = (main.text().match(says) ?? []).map((text) => text.toLowerCase());
    return [
      ...silent,
      ...(!EXPLAINS.test(address) && new Set(said).size < said.length ? [`${address}: ${said.length} times`] : []),
      ...charts.filter((text) => !text.match(says)).map((text) => `${address}: ${text}`),
    ];
  });
  assert.equal(wrong, []);
  assert.ok(checked > 300, String(checked));
});

/** Parts in which people wrote the text themselves, or a correction says what was wrong. */
const WRITTEN = '[data-cijfer],.prose,.corrections,.chart';

test('no percentage, range or difference on a page lacks the identity of its figure', () => {
  const loose = pages
    .filter(({ address }) => !EXPLAINS.test(address))
    .flatMap(({ address, html, $ }) => {
      if (!/\d%|procentpunt/.test(html)) return [];
      const main = $('main').clone();
      main.find(WRITTEN).remove();
      return [...main.text().matchAll(/.{0,60}(?:\d%|procentpunt).{0,30}/g)].map(
        ([text]) => `${address}: ${text.trim()}`,
      );
    });
  assert.equal(loose, []);
});

/** Texts on the axis of a chart. */
const AXIS = new Set(['0%', '25%', '50%', '75%', '100%']);

test('every percentage in the picture and the sentence of a chart is one of the figures in its table, or a total of the page', () => {
  const wrong: string[] = [];
  let checked = 0;
  for (const { address, $ } of pages) {
    $('figure.chart').each((_, element) => {
      const figure = $(element);
      const told = new Set(
        [...figure.find('details [data-cijfer]').toArray(), ...$('[data-cijfer$="/totaal"]').toArray()].flatMap(
          (cell) => textOf($(cell) as never).match(/\d+(?:,\d+)?(?=–\d|%)/g) ?? [],
        ),
      );
      const texts = [
        figure.find('.chart-sentence').text(),
        ...figure
          .find('svg text')
          .toArray()
          .map((text) => $(text).text()),
      ].filter((text) => !AXIS.has(text));
      for (const number of texts.flatMap((text) => text.match(/\d+(?:,\d+)?(?=–\d|%)/g) ?? [])) {
        checked++;
        if (!told.has(number)) wrong.push(`${address}#${figure.attr('id')}: ${number}`);
      }
    });
  }
  assert.equal(wrong, []);
  assert.ok(checked > 200, String(checked));
});

test('every page with a figure of the newest round says that a newer one is being made, and no page of another report does', () => {
  function says(text: string) {
    return text.includes('Er wordt gewerkt aan een nieuwere meting van norm 2.0.');
  }
  function newest(html: string) {
    return /data-cijfer="cijfers\/2\.0\/2026-tussenmeting\//.test(html);
  }
  const wrong = pages
    .filter(({ address, html }) => address.startsWith('/voorbeeld/') && newest(html) && !says(html))
    .map(({ address }) => address);
  assert.equal(wrong, []);
  assert.equal(
    pages.filter(({ address, html }) => !address.startsWith('/voorbeeld/') && says(html)).map(({ address }) => address),
    [],
  );
});

test('every figure on its own names its round and leads to it, to its sources and to the method', () => {
  const wrong = pages.flatMap(({ address, $ }) =>
    $('div.figure')
      .toArray()
      .filter((element) => {
        const links = $(element)
          .find('a')
          .toArray()
          .map(({ attribs }) => attribs.href ?? '');
        return (
          !links.some((href) => href.includes('/meting/')) ||
          !links.some((href) => /\/methode\/(?:#gerapporteerd)?$/.test(href))
        );
      })
      .map((element) => `${address}: ${element.attribs['data-cijfer']}`),
  );
  assert.equal(wrong, []);
});

test.run();
