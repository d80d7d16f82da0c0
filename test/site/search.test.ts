import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { serveFolder } from '../../scripts/io/server.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { inFolder } from '../support/folder.ts';
import { serveWithPolicy } from '../support/policy-server.ts';
import { builtSite, pagesOf } from '../support/site.ts';

const folder = await builtSite();
const { origin, stop } = await serveWithPolicy(folder);

test.after(async () => {
  await closeBrowser();
  stop();
});

test('every page leads to the search page, and that one to the list that needs no script', () => {
  const without = pagesOf(folder).filter(
    ({ address, $ }) => !address.includes('/grafiek/') && $('header a[href="/zoeken/"]').length === 0,
  );
  assert.equal(
    without.map(({ address }) => address),
    [],
  );
  assert.match(fs.readFileSync(path.join(folder, 'zoeken/index.html'), 'utf8'), /href="\/a-z\/"/);
});

test('a reader who searches by keyboard gets pages of the real report, under the strict policy of the site', async () => {
  const context = await (await browser()).newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) wrong.push(request.url());
  });
  await page.goto(`${origin}/zoeken/`);
  await page.locator('input[name=q]').focus();
  await page.keyboard.type('ondermijning');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/zoeken/resultaten/?q=ondermijning');
  await page.waitForSelector('.found a');
  const found = (await page.$$eval('.found a', (links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  )) as string[];
  assert.ok(found.length > 3);
  assert.equal(
    found.filter((href) => href.startsWith('/voorbeeld/')),
    [],
  );
  assert.match((await page.textContent('[role=status]')) ?? '', /gevonden voor “ondermijning”/);
  await page.fill('input[name=q]', 'xyzzy');
  await page.waitForSelector('[role=status]:has-text("niets gevonden")');
  await page.fill('input[name=q]', '<img src=x onerror=alert(1)>');
  await page.waitForSelector('[role=status]:has-text("onerror")');
  assert.is(await page.locator('#resultaten img').count(), 0);
  await page.fill('input[name=q]', '$& norm');
  await page.waitForSelector('[role=status]:has-text("$& norm")');
  assert.is(await page.title(), '$& norm – zoekresultaten – Flevolandse Norm');
  await page.fill('input[name=q]', '');
  await page.waitForSelector('[role=status]:has-text("Typ waar u naar op zoek bent")');
  assert.is(await page.title(), 'Zoekresultaten – Flevolandse Norm');
  assert.equal(wrong, []);
  await context.close();
});

test('what is found leads there too where the site has a path on its server', () =>
  inFolder(async (data) => {
    fs.cpSync('data', data, { recursive: true });
    fs.writeFileSync(
      path.join(data, 'site.yaml'),
      fs.readFileSync('data/site.yaml', 'utf8').replace(/^adres:.*$/m, 'adres: https://norm.voorbeeld.example/norm'),
    );
    const server = await serveFolder(await builtSite(data), 0, { reload: false, prefix: () => '/norm' });
    const page = await (await browser()).newPage();
    await page.goto(`http://localhost:${server.port}/norm/zoeken/resultaten/?q=urk`);
    await page.waitForSelector('.found a');
    const found = (await page.$$eval('.found a', (links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    )) as string[];
    await page.close();
    await server.close();
    assert.equal(
      found.filter((href) => !/^\/norm\/(?!norm\/norm\/|norm\/organisatie\/)/.test(href)),
      [],
    );
    assert.ok(found.includes('/norm/organisatie/urk/'), found.join(' '));
  }));

test('without a script the page with results leads to the list of all pages', async () => {
  const context = await (await browser()).newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/zoeken/resultaten/?q=urk`);
  assert.match((await page.textContent('main')) ?? '', /A tot Z/);
  await context.close();
});

test('the index says nothing of the made-up report', () => {
  const fragments = filesBelow(folder).filter((name) => name.startsWith('pagefind/fragment/'));
  const real = pagesOf(folder).filter(({ $ }) => !$('meta[name=robots]').attr('content'));
  assert.is(fragments.length, real.length);
});

test.run();
