import type { Page } from 'playwright-core';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { serveFolder } from '../../scripts/io/server.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { otherNamesSite } from '../support/other-names.ts';
import { builtSite } from '../support/site.ts';

const servers = [
  await serveFolder(await builtSite(), 0, { reload: false }),
  await serveFolder(await otherNamesSite(), 0, { reload: false }),
];

/** The example, and a report made for this test, with other names. */
const HOMES = [`http://localhost:${servers[0]!.port}/voorbeeld/`, `http://localhost:${servers[1]!.port}/`];

test.after(async () => {
  await closeBrowser();
  await Promise.all(servers.map((server) => server.close()));
});

/** A page on a phone that runs no scripts. */
async function onPhone(address: string): Promise<Page> {
  const context = await (
    await browser()
  ).newContext({
    viewport: { width: 360, height: 800 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test('on a phone every organisation is one tap away within 1,200 px, and its row says where it stands, what moved and what is overdue', async () => {
  for (const home of HOMES) {
    const page = await onPhone(home);
    const links = page.locator('#organisaties ~ table a');
    const bottoms = (await page.evaluate(
      `[...document.querySelectorAll('#organisaties ~ table a')].map((each) => each.getBoundingClientRect().bottom)`,
    )) as number[];
    assert.is(bottoms.length, 10, home);
    assert.ok(Math.max(...bottoms) <= 1200, `${home}: ${Math.max(...bottoms)}`);
    assert.is(await page.locator('main form, main select').count(), 0);
    assert.match((await page.locator('tr', { has: page.locator('.overdue') }).innerText()) ?? '', /! 1 te laat/);
    const row = links.first().locator('xpath=ancestor::tr');
    assert.match(await row.innerText(), /\d+%[^]*behaald[^]*beter/);
    const name = await links.first().innerText();
    await links.first().click();
    assert.is(await page.locator('h1').innerText(), name, 'the link leads to that organisation');
    await page.context().close();
  }
});

test('no row of a table on the home page has more than one link', async () => {
  for (const home of HOMES) {
    const page = await onPhone(home);
    const counts = (await page.evaluate(
      `[...document.querySelectorAll('main tr')].map((row) => row.querySelectorAll('a').length)`,
    )) as number[];
    assert.ok(counts.length > 10);
    assert.ok(counts.every((count) => count <= 1));
    await page.context().close();
  }
});

test('on a phone the home page says in one sentence whether it got better, from like for like, and leads to the comparison', async () => {
  const told = [
    [
      /^Alle 7 deelnemers van de nulmeting gingen vooruit\.$/,
      /Op de 84 resultaten die wij met norm 1\.0 kunnen vergelijken, was 84% behaald\. Nu is dat 88%\./,
    ],
    [
      /^Van de 10 deelnemers van de nulmeting gingen er 9 vooruit en 1 achteruit\.$/,
      /Op de 32 resultaten die wij met norm 1\.0 kunnen vergelijken, was 66% behaald\. Nu is dat 56%\./,
    ],
  ] as const;
  for (const [index, home] of HOMES.entries()) {
    const page = await onPhone(home);
    const section = page.locator('section', { has: page.locator('#veranderd') });
    assert.match(await section.locator('.lead').innerText(), told[index]![0]);
    assert.match((await section.innerText()).replace(/\s+/g, ' '), told[index]![1]);
    await section.getByRole('link', { name: 'Norm 1.0 naast norm 2.0' }).click();
    assert.match(page.url(), /\/vergelijking\/1\.0-2\.0\/$/);
    await page.context().close();
  }
});

test('the timeline is newest first, and figures of an earlier norm are folded, as another measure', async () => {
  for (const home of HOMES) {
    const page = await onPhone(home);
    const section = page.locator('section', { has: page.locator('#tijdlijn') });
    const hrefs = (await page.evaluate(
      `[...document.querySelectorAll('#tijdlijn ~ * a[href*="/meting/"]')].map((each) => each.getAttribute('href'))`,
    )) as string[];
    assert.ok(hrefs.length >= 3);
    assert.ok(
      hrefs.findLastIndex((href) => href.includes('/2.0/')) < hrefs.findIndex((href) => href.includes('/1.0/')),
      hrefs.join(),
    );
    const earlier = section.locator('details');
    assert.is(await earlier.count(), 1);
    assert.not(await earlier.locator('a').first().isVisible());
    await earlier.locator('summary').click();
    assert.match(await earlier.innerText(), /Norm 1\.0 vroeg iets anders\. Deze cijfers zijn een andere maat/);
    await page.context().close();
  }
});

test('the home page of the example is under 4,500 px high on a phone', async () => {
  const page = await onPhone(HOMES[0]!);
  assert.ok(((await page.evaluate('document.documentElement.scrollHeight')) as number) < 4500);
  await page.context().close();
});

test.run();
