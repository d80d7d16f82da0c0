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

test('in a browser, every page stays on this site, keeps the console silent, and fits a phone', async () => {
  const context = await (await browser()).newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const wrong: string[] = [];
  let address = '';
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) wrong.push(`${address}: asks for ${request.url()}`);
  });
  page.on('console', (message) => wrong.push(`${address}: console says ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`${address}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${address}: ${response.status()} for ${response.url()}`);
  });
  for (const built of pagesOf(folder)) {
    // It redirects before anything can be measured, to a page that is measured itself.
    if (built.html.includes('http-equiv="refresh"')) continue;
    address = built.address;
    await page.goto(`${origin}${address}`);
    const width = (await page.evaluate('document.documentElement.scrollWidth')) as number;
    if (width > 320) wrong.push(`${address}: ${width} px wide on a screen of 320 px`);
  }
  await context.close();
  assert.equal(wrong, []);
});

test('the way from the home page to one result can be followed by keyboard', async () => {
  const context = await (await browser()).newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  await page.keyboard.press('Tab');
  assert.is(await page.evaluate('document.activeElement.getAttribute("href")'), '#inhoud');
  await page.goto(`${origin}/norm/1.0/`);
  await page.locator('a[href$="/punt/meld-misdaad-anoniem/"]').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/punt/meld-misdaad-anoniem/');
  assert.match((await page.textContent('main')) ?? '', /Urk/);
  await context.close();
});

test('a warning has its own background and border, in light and in dark', async () => {
  const context = await (await browser()).newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/norm/1.0/`);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const [ground, edge, text] = (await page.evaluate(`(() => {
      const { backgroundColor, borderInlineStartColor, color } = getComputedStyle(document.querySelector('.utrecht-alert--warning'));
      return [backgroundColor, borderInlineStartColor, color];
    })()`)) as [string, string, string];
    assert.not.equal(ground, 'rgba(0, 0, 0, 0)', colorScheme);
    assert.not.equal(edge, text, colorScheme);
  }
  await context.close();
});

test('pages print in light colours, for readers in dark mode too', async () => {
  const context = await (await browser()).newContext({ colorScheme: 'dark' });
  const page = await context.newPage();
  await page.goto(`${origin}/voorbeeld/norm/2.0/`);
  async function colours(colorScheme: 'light' | 'dark') {
    await page.emulateMedia({ media: 'print', colorScheme });
    return page.$$eval('body, .figure, .matrix td, svg [fill]', (elements) =>
      elements.map((element) => {
        const { color, backgroundColor, fill } = (
          globalThis as unknown as { getComputedStyle(of: unknown): Record<string, string> }
        ).getComputedStyle(element);
        return [color, backgroundColor, fill].join(' ');
      }),
    ) as Promise<string[]>;
  }
  assert.equal(await colours('dark'), await colours('light'));
  await context.close();
});

test.run();
