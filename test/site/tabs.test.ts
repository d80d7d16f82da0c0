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

/** A page in a browser that runs no script of its own. */
async function opened(address: string, width = 320): Promise<Page> {
  const context = await (await browser()).newContext({ viewport: { width, height: 640 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}${address}`);
  return page;
}

/** The parts that can be seen, and the link that is marked as chosen. */
function state(page: Page) {
  return page.evaluate(`({
  parts: [...document.querySelectorAll('.part')].filter((part) => part.getClientRects().length > 0).map(({ id }) => id),
  chosen: [...document.querySelectorAll('.tabs a')].filter((link) => getComputedStyle(link).fontWeight === '600').map(({ textContent }) => textContent),
})`) as Promise<{ parts: string[]; chosen: string[] }>;
}

test('the links lead to every part of the page, in its order, and no other page has parts', () => {
  const withTabs = pagesOf(folder).filter(({ $ }) => $('.tabs, .part').length > 0);
  assert.ok(withTabs.length > 5);
  for (const { address, $ } of withTabs) {
    const links = $('.tabs a')
      .toArray()
      .map((link) => link.attribs.href);
    const parts = $('main > section')
      .toArray()
      .map((part) => `#${part.attribs.id}`);
    // With a single part there is nothing to choose.
    assert.equal(links, parts.length === 1 ? [] : ['#inhoud', ...parts], address);
    assert.ok(parts.length <= 7, `${address}: the style sheet marks no more than seven`);
  }
});

test('without a script, a reader shows one part alone by keyboard, sees which, and goes back to all', async () => {
  const page = await opened('/voorbeeld/norm/2.0/');
  const all = await state(page);
  assert.is(all.parts.length, 7);
  assert.equal(all.chosen, ['Alles']);
  await page.locator('.tabs a', { hasText: 'Metingen' }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await state(page), { parts: ['alleen-metingen'], chosen: ['Metingen'] });
  assert.ok(
    await page.evaluate('document.querySelector(".tabs").getBoundingClientRect().top >= 0'),
    'the links stay in sight',
  );
  await page.keyboard.press('Tab');
  assert.is(
    await page.evaluate('document.activeElement.closest(".part")?.id'),
    'alleen-metingen',
    'the next stop is in that part',
  );
  await page.getByRole('link', { name: 'Toon de hele pagina' }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await state(page), all);
  await page.goBack();
  assert.equal((await state(page)).chosen, ['Metingen']);
  await page.context().close();
});

test('an address within a part shows the whole page, at that place', async () => {
  for (const address of ['/voorbeeld/norm/2.0/#punten', '/voorbeeld/norm/2.0/#bestaat-niet']) {
    const page = await opened(address);
    const { parts, chosen } = await state(page);
    assert.ok(parts.length >= 4, address);
    assert.equal(chosen, ['Alles']);
    if (!address.endsWith('bestaat-niet'))
      assert.ok(
        await page.evaluate('Math.abs(document.querySelector(":target").getBoundingClientRect().top) < 60'),
        address,
      );
    await page.context().close();
  }
});

test('on paper all parts are printed, whichever was chosen', async () => {
  const page = await opened('/voorbeeld/norm/2.0/#alleen-metingen', 1280);
  await page.emulateMedia({ media: 'print' });
  assert.is((await state(page)).parts.length, 7);
  assert.not(await page.locator('.tabs').isVisible());
  await page.context().close();
});

test.run();
