import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
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
  // Charts to embed and sheets to print have no header.
  const without = pagesOf(folder).filter(
    ({ address, $ }) => !/\/(?:grafiek\/.*|a4\/)$/.test(address) && $('header a[href^="/zoeken/"]').length === 0,
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
  await page.waitForURL('**/zoeken/?q=ondermijning');
  await page.waitForSelector('.found a');
  const found = (await page.$$eval('.found a', (links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  )) as string[];
  assert.ok(found.length > 3);
  assert.equal(
    found.filter((href) => href.startsWith('/voorbeeld/')),
    [],
  );
  assert.match(
    (await page.textContent('#resultaten [role=status]')) ?? '',
    /^\d+ pagina’s gevonden voor “ondermijning”/,
  );
  await page.fill('input[name=q]', 'xyzzy');
  await page.waitForSelector('[role=status]:has-text("niets gevonden")');
  await page.fill('input[name=q]', '<img src=x onerror=alert(1)>');
  await page.waitForSelector('[role=status]:has-text("onerror")');
  assert.is(await page.locator('#resultaten img').count(), 0);
  await page.fill('input[name=q]', '$& norm');
  await page.waitForSelector('[role=status]:has-text("$& norm")');
  assert.is(await page.title(), '$& norm – zoeken – Flevolandse Norm');
  await page.fill('input[name=q]', '');
  await page.waitForSelector('[role=status]:has-text("Typ waar u naar op zoek bent")');
  assert.is(await page.title(), 'Zoeken – Flevolandse Norm');
  assert.equal(wrong, []);
  await context.close();
});

test('search results link correctly on a site with a path too', () =>
  inFolder(async (data) => {
    fs.cpSync('data', data, { recursive: true });
    fs.writeFileSync(
      path.join(data, 'site.yaml'),
      fs.readFileSync('data/site.yaml', 'utf8').replace(/^adres:.*$/m, 'adres: https://norm.voorbeeld.example/norm'),
    );
    const server = await serveFolder(await builtSite(data), 0, { reload: false, prefix: () => '/norm' });
    const page = await (await browser()).newPage();
    await page.goto(`http://localhost:${server.port}/norm/zoeken/?q=urk`);
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

test('without scripts the page with results links to the list of all pages', async () => {
  const context = await (await browser()).newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/zoeken/?q=urk`);
  assert.match((await page.textContent('main')) ?? '', /A tot Z/);
  await context.close();
});

/** Opens the search page as a reader at `address` does, on a phone, types some words and presses Enter. */
async function foundFrom(site: string, address: string, typed: string) {
  const context = await (await browser()).newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(`${site}${address}`);
  await page.click('header a.find');
  await page.fill('input[name=q]', typed);
  await page.keyboard.press('Enter');
  await page.waitForSelector('#resultaten .found a');
  const found = (await page.$$eval('#resultaten .found li', (items) =>
    items.map((item) => ({
      href: item.querySelector('a')!.getAttribute('href')!,
      text: item.textContent ?? '',
    })),
  )) as { href: string; text: string }[];
  const kept = page.url();
  const sideways = (await page.evaluate('document.documentElement.scrollWidth')) as number;
  await context.close();
  assert.ok(sideways <= 360, `${sideways} px wide`);
  return { found, kept };
}

test('a search that begins in a made-up report finds its pages, marked as such, and its address remembers the report', async () => {
  const { found, kept } = await foundFrom(origin, '/voorbeeld/norm/2.0/', 'Modelstad');
  assert.is(found[0]!.href, '/voorbeeld/organisatie/modelstad/');
  assert.match(found[0]!.text, /Verzonnen voorbeeld/);
  assert.match(kept, /\?q=Modelstad&in=voorbeeld$/);
  const elsewhere = await foundFrom(origin, '/', 'handleiding');
  assert.ok(elsewhere.found.every(({ href }) => !href.startsWith('/voorbeeld/')));
});

test('in a site with other names, names are found as people write them', async () => {
  const other = await serveWithPolicy(await builtSite('test/fixtures/ruigland/data'));
  try {
    for (const [typed, href] of [
      ['oud ruigveen', '/organisatie/oud-ruigveen/'],
      ['Oudruigveen', '/organisatie/oud-ruigveen/'],
      ['ruigdan', '/organisatie/ruigdam/'],
      ["'s ruigenhof", '/organisatie/ruigenhof/'],
      ['water schap', '/organisatie/waterschap-ruige-wetering/'],
    ] as const)
      assert.is((await foundFrom(other.origin, '/', typed)).found[0]!.href, href, typed);
    assert.match((await foundFrom(other.origin, '/zomerkust/', 'Zomerduin')).found[0]!.text, /Verzonnen voorbeeld/);
  } finally {
    other.stop();
  }
});

/** What an index stores of each page. */
function shownIn(name: string): { href: string; kind: string }[] {
  const { storedFields } = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as {
    storedFields: Record<string, { href: string; kind: string }>;
  };
  return Object.values(storedFields);
}

test('the index has every page that may be found and every term, and nothing of the made-up report', () => {
  const pages = shownIn('zoeken/index.json').map(({ href }) => href);
  const real = pagesOf(folder)
    .filter(({ $ }) => !$('meta[name=robots]').attr('content'))
    .map(({ address }) => address)
    .filter((address) => !['/begrippen/', '/a-z/'].includes(address));
  assert.equal(pages.filter((href) => !href.startsWith('/begrippen/#')).sort(), real.sort());
  assert.ok(pages.filter((href) => href.startsWith('/begrippen/#')).length > 10);
  assert.ok(shownIn('zoeken/in/voorbeeld.json').every(({ href }) => href.startsWith('/voorbeeld/')));
});

test('a reader on a phone loads at most 60 kB to search', () => {
  const files = filesBelow(folder).filter((name) =>
    /^zoeken\/index\.(?:html|json)$|^assets\/search\..*\.js$/.test(name),
  );
  assert.is(files.length, 3);
  const size = files.reduce((sum, name) => sum + gzipSync(fs.readFileSync(path.join(folder, name))).length, 0);
  assert.ok(size <= 60_000, `${size} bytes`);
});

test.run();
