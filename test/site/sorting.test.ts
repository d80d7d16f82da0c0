import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { byName, letterOf } from '../../scripts/site/views/alphabet.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { serveWithPolicy } from '../support/policy-server.ts';
import { builtSite, pagesOf } from '../support/site.ts';

const ADDRESS = '/voorbeeld/norm/2.0/sorteren/';

const folder = await builtSite();
const { origin, stop } = await serveWithPolicy(folder);

test.after(async () => {
  await closeBrowser();
  stop();
});

/** The page in a browser, under the strict policy; its complaints end up in `wrong`. */
async function opened(
  address = ADDRESS,
  options: { javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; wrong: string[] }> {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(`${origin}${address}`);
  return { page, wrong };
}

/** The texts of one column in the visible rows, in order. */
function column(page: Page, table: number, index: number) {
  return page.evaluate(`[...document.querySelectorAll('table.sorting')[${table}].tBodies[0].rows]
  .filter((row) => !row.hidden).map((row) => (row.cells[${index}].querySelector('a, [data-cijfer]') ?? row.cells[${index}]).textContent.trim())`) as Promise<
    string[]
  >;
}

function headOf(page: Page, table: number, text: string) {
  return page
    .locator('table.sorting')
    .nth(table)
    .locator('thead th', { hasText: new RegExp(`^${text}$`) });
}

test('every norm with a published round has a sorting page, and links to it for readers with scripts', () => {
  const pages = pagesOf(folder);
  const sorting = pages.filter(({ address }) => address.endsWith('/sorteren/')).map(({ address }) => address);
  assert.equal(sorting, [
    '/norm/1.0/sorteren/',
    '/voorbeeld/norm/1.0/open/sorteren/',
    '/voorbeeld/norm/1.0/sorteren/',
    '/voorbeeld/norm/2.0/open/sorteren/',
    '/voorbeeld/norm/2.0/sorteren/',
  ]);
  for (const address of sorting.filter((each) => !each.includes('/open/'))) {
    const norm = pages.find((page) => page.address === address.replace('sorteren/', ''))!;
    assert.is(norm.$(`.needs-script a[href^="${address}#"]`).length, 2, address);
  }
});

test('a norm of which not all is public has no percentage, and no share of a whole', () => {
  const { $ } = pagesOf(folder).find(({ address }) => address === '/norm/1.0/sorteren/')!;
  assert.not($('main').text().includes('%'));
  assert.equal(
    $('thead')
      .first()
      .find('th')
      .toArray()
      .map((head) => $(head).text()),
    ['Organisatie', 'Openbaar bekend', 'Behaald'],
  );
  assert.match($('main').text(), /Niet alles van norm 1\.0 is openbaar/);
});

test('unknown results are counted as in the published file', () => {
  const rows = parse(fs.readFileSync(path.join(folder, 'voorbeeld/data/cijfers.csv')), {
    bom: true,
    delimiter: ';',
    columns: true,
  }) as Record<string, string>[];
  const expected = rows
    .filter(({ norm, meting, bereik }) => norm === '2.0' && meting === '2026-tussenmeting' && bereik === 'organisatie')
    .map(({ niet_beoordeeld, niet_openbaar }) => String(Number(niet_beoordeeld) + Number(niet_openbaar)));
  const { $ } = pagesOf(folder).find(({ address }) => address === ADDRESS)!;
  assert.equal(
    $('table')
      .first()
      .find('td[data-label="Niet bekend"]')
      .toArray()
      .map((cell) => $(cell).text()),
    expected,
  );
});

test('without scripts the tables are complete, in the order of the norm, and without buttons that do nothing', async () => {
  const { page } = await opened(ADDRESS, { javaScriptEnabled: false });
  const { $ } = pagesOf(folder).find(({ address }) => address === '/voorbeeld/norm/2.0/')!;
  const participants = $('#deelnemers ~ table.rows tbody th a')
    .toArray()
    .map((name) => $(name).text());
  assert.is(participants.length, 10);
  assert.equal(await column(page, 0, 0), participants);
  assert.is(await page.locator('main button, main input').count(), 0);
  assert.match((await page.textContent('#uitleg')) ?? '', /alleen met JavaScript/);
  await page.context().close();
});

test('figures are sorted as numbers, highest first, and ranges by their lower bound; unknown ones come last in both directions', async () => {
  const { page, wrong } = await opened();
  const head = headOf(page, 0, 'Stand');
  await head.getByRole('button').click();
  assert.is(await head.getAttribute('aria-sort'), 'descending');
  const highest = ['80%', '68–73%', '67%', '61%', '55–68%', '51–56%', '46–50%', '27–34%'];
  const none = ['geen cijfer', 'geen cijfer'];
  assert.equal(await column(page, 0, 1), [...highest, ...none]);
  assert.match(
    (await page.locator('[role=status]').first().textContent()) ?? '',
    /^Alle 10 organisaties\. Gesorteerd op stand, van hoog naar laag\.$/,
  );
  await head.getByRole('button').click();
  assert.is(await head.getAttribute('aria-sort'), 'ascending');
  assert.equal(await column(page, 0, 1), [...highest.toReversed(), ...none]);
  await headOf(page, 0, 'Verschil').getByRole('button').click();
  assert.is(await head.getAttribute('aria-sort'), null);
  const differences = await column(page, 0, 7);
  assert.is(differences.at(-1), 'niet te vergelijken');
  const numbers = differences.slice(0, -1).map((text) => Number.parseInt(text.replace('\u2212', '-'), 10));
  assert.equal(
    numbers,
    [...numbers].sort((a, b) => b - a),
  );
  assert.equal(wrong, []);
  await page.context().close();
});

test('names are sorted as Dutch people do, and numbers within them as numbers', async () => {
  const { page } = await opened();
  await headOf(page, 0, 'Organisatie').getByRole('button').click();
  const names = await column(page, 0, 0);
  assert.equal(names, [...names].sort(new Intl.Collator('nl').compare));
  assert.is(names[0], 'Gemeente Demowaard');
  await page.evaluate(
    `document.querySelectorAll('table.sorting')[1].tBodies[0].rows[0].cells[0].querySelector('a').textContent = '1.10 Ëen punt'`,
  );
  await headOf(page, 1, 'Ambitiepunt').getByRole('button').click();
  assert.equal((await column(page, 1, 0)).map((name) => name.split(' ')[0]).slice(0, 6), [
    '1.2',
    '1.3',
    '1.4',
    '1.5',
    '1.6',
    '1.10',
  ]);
  await page.context().close();
});

test('the article of a name does not count: ’s-Aadorp stands among the names with an A, here and in the list of A to Z', async () => {
  const { page } = await opened();
  await page.evaluate(
    `['Gemeente ’s-Aadorp', 'Gemeente ’t Zand'].forEach((name, row) => { document.querySelector('table.sorting').tBodies[0].rows[row].cells[0].querySelector('a').textContent = name; })`,
  );
  await headOf(page, 0, 'Organisatie').getByRole('button').click();
  const municipalities = (await column(page, 0, 0)).filter((name) => name.startsWith('Gemeente'));
  await page.context().close();
  assert.is(municipalities[0], 'Gemeente ’s-Aadorp');
  assert.is(municipalities.at(-1), 'Gemeente ’t Zand');
  const names = [
    'Zutphen',
    "'t Zand",
    'Gouda',
    '’s-Gravenhage',
    'Gemeente ’s-Aadorp',
    'Den Bosch',
    '‘Veilig’',
    'École',
  ];
  assert.equal(names.toSorted(byName), [
    'Den Bosch',
    'École',
    'Gemeente ’s-Aadorp',
    'Gouda',
    '’s-Gravenhage',
    '‘Veilig’',
    "'t Zand",
    'Zutphen',
  ]);
  assert.equal(['’s-Gravenhage', "'t Zand", '‘Veilig’', '3 punten'].map(letterOf), ['G', 'Z', 'V', '0–9']);
});

test('everything works by keyboard: sorting, filtering, and going back to the order of the norm', async () => {
  const { page } = await opened();
  const original = await column(page, 0, 0);
  await page.locator('#filter-0').focus();
  await page.keyboard.type('WATERSCHÁP');
  assert.equal(await column(page, 0, 0), ['Waterschap Voorbeeldwater']);
  assert.match((await page.locator('[role=status]').first().textContent()) ?? '', /^1 van de 10 organisaties\./);
  await page.locator('#filter-0').fill('xyzzy');
  assert.match(
    (await page.locator('[role=status]').first().textContent()) ?? '',
    /^Er is geen organisatie met de tekst “xyzzy”\.$/,
  );
  await page.locator('#filter-0').fill('');
  await page.keyboard.press('Tab');
  assert.is(await page.evaluate('document.activeElement.textContent'), 'Organisatie');
  await page.keyboard.press('Enter');
  assert.is(await page.evaluate('document.activeElement.textContent'), 'Organisatie', 'the focus stays where it was');
  assert.not.equal(await column(page, 0, 0), original);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  assert.equal(await column(page, 0, 0), original);
  assert.is(await page.evaluate('document.activeElement.id'), 'filter-0');
  assert.is(await page.locator('[aria-sort]').count(), 0);
  await page.context().close();
});

test('on a phone the column heads are buttons above blocks, each large enough for a thumb', async () => {
  const { page } = await opened();
  await page.setViewportSize({ width: 320, height: 640 });
  const boxes = await Promise.all(
    (await page.locator('table.sorting').first().locator('thead button').all()).map((button) => button.boundingBox()),
  );
  assert.is(boxes.length, 10);
  assert.ok(
    boxes.every((box) => box && box.height >= 24 && box.x >= 0 && box.x + box.width <= 320),
    JSON.stringify(boxes),
  );
  for (const width of [320, 768, 1199, 1200, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    assert.is(await page.evaluate('document.documentElement.scrollWidth'), width);
  }
  await page.context().close();
});

test.run();
