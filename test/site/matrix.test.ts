import type { Page } from 'playwright-core';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { serveFolder } from '../../scripts/io/server.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { builtSite, pagesOf } from '../support/site.ts';

const folder = await builtSite();
const server = await serveFolder(folder, 0, { reload: false });
const origin = `http://localhost:${server.port}`;

test.after(async () => {
  await closeBrowser();
  await server.close();
});

/** The page of the example's newest norm, in a browser that runs none of its scripts. */
async function opened(width: number): Promise<Page> {
  const context = await (await browser()).newContext({ viewport: { width, height: 740 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/voorbeeld/norm/2.0/`);
  return page;
}

/** For each visible ambition: its visible results, as they are read aloud. */
function shown(page: Page) {
  return page.evaluate(`[...document.querySelectorAll('.matrix tbody tr:not(.group)')]
  .filter((row) => row.getClientRects().length > 0)
  .map((row) => [...row.querySelectorAll('td')].filter((cell) => cell.getClientRects().length > 0).map((cell) => cell.lastElementChild.textContent))`) as Promise<
    string[][]
  >;
}

/** The same for every ambition, from the HTML. */
const rows = pagesOf(folder)
  .find(({ address }) => address === '/voorbeeld/norm/2.0/')!
  .$('.matrix tbody tr:not(.group)')
  .toArray();

function textsOf(row: (typeof rows)[number]): string[] {
  const $ = pagesOf(folder)[0]!.$;
  return $(row)
    .find('td')
    .toArray()
    .map((cell) => $(cell).children().last().text());
}

test('on a wide screen the matrix shows every ambition and organisation, without scrolling', async () => {
  const page = await opened(1280);
  assert.equal(await shown(page), rows.map(textsOf));
  assert.not(await page.locator('.matrix-choice').first().isVisible());
  assert.ok(
    await page.evaluate(
      '(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)(document.querySelector(".matrix-scroll"))',
    ),
  );
  await page.context().close();
});

test('a matrix of thirty organisations lies open as well, on a wide screen and on a tablet', async () => {
  for (const width of [1280, 1024, 768]) {
    const page = await opened(width);
    const [whole, seen] = await page.evaluate<[number, number]>(`(() => {
      for (const row of document.querySelectorAll('.matrix tr:not(.group)'))
        while (row.cells.length <= 30) row.append(row.cells[1 + (row.cells.length % 8)].cloneNode(true));
      const { scrollWidth, clientWidth } = document.querySelector('.matrix-scroll');
      return [scrollWidth, clientWidth];
    })()`);
    assert.ok(whole <= seen, `${whole} px in ${seen} px, at ${width} px`);
    await page.context().close();
  }
});

test('choosing an organisation on a phone shows its result on every ambition, in words', async () => {
  const page = await opened(360);
  const choice = page.getByLabel('Van wie wilt u de lijst zien?');
  const names = await page.locator('.choose-column option').allTextContents();
  const columns = await page.locator('.matrix thead th:not(:first-child)').allTextContents();
  assert.equal(names.slice(1), columns);
  for (const index of [1, columns.length]) {
    await choice.selectOption({ index });
    assert.equal(
      await shown(page),
      rows.map((row) => [textsOf(row)[index - 1]!]),
      columns[index - 1],
    );
    assert.ok(
      await page.evaluate(
        `[...document.querySelectorAll('.matrix td')].filter((cell) => cell.getClientRects().length > 0).every((cell) => cell.lastElementChild.getBoundingClientRect().width > 20)`,
      ),
      'the words can be seen',
    );
  }
  await page.context().close();
});

test('choosing a theme on a phone shows its ambitions with everyone’s results, without sideways scrolling', async () => {
  const page = await opened(320);
  const groups = await page.locator('.choose-group option').count();
  let points = 0;
  for (let index = 0; index < groups; index += 1) {
    await page.getByLabel('Welk thema?').selectOption({ index });
    const found = await shown(page);
    if (index < groups - 1) points += found.length;
    else assert.is(found.length, rows.length, 'all themes');
    assert.ok(found.length > 0 && found.every((row) => row.length > 1));
    assert.is(await page.evaluate('document.documentElement.scrollWidth'), 320);
  }
  assert.is(points, rows.length, 'each point is under one theme');
  await page.context().close();
});

test('each ambition in the matrix links to its page, and its organisations and ambitions are counted', () => {
  for (const { address, $ } of pagesOf(folder).filter((each) => each.$('.matrix').length > 0)) {
    const points = $('.matrix tbody tr:not(.group)');
    assert.is(points.find('th a').length, points.length, address);
    const size = $('.matrix-size').text();
    assert.match(
      size,
      new RegExp(`^${points.length} ambitiepunt(en)? bij ${$('.matrix thead th').length - 1} organisatie`),
      address,
    );
  }
});

test('the page of an older norm, or of an older round, says on top that there is a newer one, and leads there', () => {
  for (const [address, to] of [
    ['/voorbeeld/norm/1.0/', '/voorbeeld/norm/2.0/'],
    ['/voorbeeld/norm/1.0/meting/2023-eindmeting/', '/voorbeeld/norm/2.0/'],
    ['/voorbeeld/norm/1.0/meting/2021-najaar/', '/voorbeeld/norm/1.0/meting/2023-eindmeting/'],
    ['/voorbeeld/norm/2.0/meting/2025-nulmeting/', '/voorbeeld/norm/2.0/meting/2026-tussenmeting/'],
  ]) {
    const { $ } = pagesOf(folder).find((each) => each.address === address)!;
    assert.is($('main .utrecht-alert--info a').first().attr('href'), to, address);
  }
  const newest = pagesOf(folder).find(({ address }) => address === '/voorbeeld/norm/2.0/')!;
  assert.is(newest.$('main .utrecht-alert--info').length, 0);
});

test('themes of which only the name is known are in one list; their old addresses redirect there and are not indexed', () => {
  const all = pagesOf(folder);
  const moved = all.filter(({ address }) => address.startsWith('/norm/1.0/thema/'));
  assert.is(moved.length, 5);
  for (const { address, $ } of moved) {
    assert.match($('meta[http-equiv=refresh]').attr('content')!, 'url=/norm/1.0/#themas');
    assert.is($('main a').attr('href'), '/norm/1.0/#themas');
    assert.is($('meta[name=robots]').attr('content'), 'noindex');
    assert.is(all.filter((page) => page.$(`a[href="${address}"]`).length > 0).length, 0, 'nothing links to it');
    const norm = all.find((page) => page.address === '/norm/1.0/')!;
    assert.ok(norm.$('#themas').parent().text().includes($('h1').text()));
  }
});

test.run();
