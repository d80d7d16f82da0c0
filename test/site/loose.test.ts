import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeSite } from '../../scripts/site/make-site.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { scratch } from '../support/scratch.ts';
import { pagesOf } from '../support/site.ts';

test.after(closeBrowser);

/** The made-up region, on a site whose address has a path, built to open from disk. */
async function looseSite(): Promise<string> {
  const folder = scratch('los');
  const data = path.join(folder, 'data');
  fs.cpSync('test/fixtures/ruigland/data', data, { recursive: true });
  const settings = path.join(data, 'site.yaml');
  fs.writeFileSync(settings, fs.readFileSync(settings, 'utf8').replace(/^(adres: .*?)\/?$/m, '$1/deel'));
  const { summary } = await makeSite(data, path.join(folder, 'een map', 'site'), { loose: true });
  assert.ok(summary);
  return path.join(folder, 'een map', 'site');
}

const site = await looseSite();
const pages = pagesOf(site);

test('every address of a loose site is relative, and names a file that exists', () => {
  const wrong = pages.flatMap(({ address, $ }) => {
    const from = pathToFileURL(path.join(site, address, address.endsWith('/') ? 'index.html' : ''));
    return $('[href], [src], [action]')
      .toArray()
      .map((each) => each.attribs.href ?? each.attribs.src ?? each.attribs.action!)
      .filter((to) => !/^(?:https?|mailto):/.test(to) && !to.startsWith('#'))
      .filter((to) => to.startsWith('/') || !fs.statSync(new URL(to, from), { throwIfNoEntry: false })?.isFile())
      .map((to) => `${address}: ${to}`);
  });
  assert.equal(wrong, []);
  assert.ok(pages.length > 100);
});

test('a loose page says that it is not the site, and links to nothing that a browser cannot load from disk', () => {
  for (const { address, $ } of pages) {
    assert.match($('main > :first-child').text(), /van uw eigen schijf opent, niet de site zelf/, address);
    assert.is($('.needs-script, form, script:not([type="application/ld+json"])').length, 0, address);
  }
});

test('a browser shows it from disk, in its own style, without errors, and its links work', async () => {
  const page = await (await browser()).newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('requestfailed', (request) => errors.push(request.url()));
  const kinds = new Map(pages.map((each) => [each.address.replace(/[^/]*\d[^/]*/g, '0'), each.address]));
  for (const address of kinds.values()) {
    await page.goto(String(pathToFileURL(path.join(site, address, address.endsWith('/') ? 'index.html' : ''))));
    const [styles, pictures] = (await page.evaluate(
      '[document.styleSheets.length, [...document.images].every((image) => image.naturalWidth > 0 || image.loading === "lazy")]',
    )) as [number, boolean];
    assert.equal([address, styles > 0, pictures], [address, true, true]);
  }
  await page.goto(String(pathToFileURL(path.join(site, 'index.html'))));
  await page.click('.menu li:nth-child(2) a');
  assert.match(page.url(), /^file:.*\/een%20map\/site\/norm\/.*\/index\.html$/);
  await page.click('.site-title a');
  assert.is(page.url(), String(pathToFileURL(path.join(site, 'index.html'))));
  assert.equal(errors, []);
});

test.run();
