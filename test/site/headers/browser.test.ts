import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { browser, closeBrowser } from '../../support/browser.ts';
import { nginxProgram, startNginx } from '../../support/nginx.ts';
import { serveWithPolicy } from '../../support/policy-server.ts';
import { builtSite, pagesOf } from '../../support/site.ts';

const folder = await builtSite();
const program = nginxProgram();
const server = program ? await startNginx(program, folder, 'https://proef.example') : await serveWithPolicy(folder);

test.after(async () => {
  await closeBrowser();
  server.stop();
});

test('the file with headers for static hosts stays under the hundred rules that one of them takes', () => {
  const rules = fs.readFileSync(path.join(folder, '_headers'), 'utf8').match(/^\//gm)!.length;
  assert.ok(rules < 100, String(rules));
});

/** Addresses of the same kind of page differ only in the names in them. */
function kindOf(address: string): string {
  return address
    .replace(/^\/voorbeeld\//, '/')
    .replace(/(norm|punt|thema|meting|organisatie|vergelijking|documenten|grafiek|nieuws)\/[^/]+\//g, '$1/*/');
}

/** The page of each kind with the most content. */
function onePerKind(): string[] {
  const longest = new Map<string, { address: string; size: number }>();
  for (const { address, html } of pagesOf(folder)) {
    const kind = kindOf(address);
    if (html.length > (longest.get(kind)?.size ?? 0)) longest.set(kind, { address, size: html.length });
  }
  return [...longest.values()].map(({ address }) => address);
}

test('every kind of page loads under the security policy without one violation, its buttons pressed', async () => {
  const addresses = onePerKind();
  assert.ok(addresses.length > 10);
  const context = await (await browser()).newContext();
  const page = await context.newPage();
  const wrong: string[] = [];
  let address = '';
  await page.exposeFunction('violated', (what: string) => wrong.push(`${address}: ${what}`));
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => violated([violatedDirective, blockedURI, sourceFile, lineNumber].join(' ')))`,
  );
  page.on('console', (message) => {
    if (/Content Security Policy|Refused|Permissions-Policy|feature/i.test(message.text()))
      wrong.push(`${address}: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`${address}: ${error.message}`));
  for (address of addresses) {
    const response = await page.goto(`${server.origin}${address}`);
    if (!response?.headers()['content-security-policy']) wrong.push(`${address}: no policy`);
    for (const button of await page.locator('main button:visible').all())
      await button.click({ timeout: 2000 }).catch(() => {});
    await page.waitForTimeout(50);
  }
  await context.close();
  assert.equal(wrong, []);
});

test('a chart page may be shown within another site, and other pages may not', async () => {
  const chart = pagesOf(folder).find(({ address }) => /\/grafiek\/[^/]+\//.test(address));
  const context = await (await browser()).newContext();
  const page = await context.newPage();
  async function shown(address: string): Promise<boolean> {
    // A server on another port counts as another site; a made-up host name may not resolve on this machine.
    const other = http.createServer((_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<iframe src="${server.origin}${address}"></iframe>`),
    );
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`, { waitUntil: 'load' });
    other.close();
    const text = await page
      .frames()[1]
      ?.locator('h1, figcaption, svg')
      .first()
      .textContent({ timeout: 3000 })
      .catch(() => null);
    return Boolean(text?.trim());
  }
  if (chart) assert.ok(await shown(chart.address), chart.address);
  assert.not(await shown('/'));
  await context.close();
});

test.run();
