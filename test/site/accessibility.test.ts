import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { serveFolder } from '../../scripts/io/server.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { pageTypes } from '../support/page-types.ts';
import { builtSite } from '../support/site.ts';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [320, 768, 1280];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The only rules whose outcome depends on colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
/** The only rules whose outcome depends on the room that text takes. */
const OF_ROOM = ['target-size', 'scrollable-region-focusable'];

const MODES = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', rules: RULES },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', rules: OF_COLOURS },
  { name: 'forced colours', colorScheme: 'dark', forcedColors: 'active', rules: OF_COLOURS },
] as const;

const folder = await builtSite();

function leadsOn(address: string): boolean {
  const file = path.join(folder, address.endsWith('/') ? `${address}index.html` : address);
  return fs.readFileSync(file, 'utf8').includes('http-equiv="refresh"');
}

/** Except pages that only redirect: a browser leaves them before anything can be inspected. */
const types = (await pageTypes(folder)).filter(({ address }) => !leadsOn(address));
const server = await serveFolder(folder, 0, { reload: false });
const origin = `http://localhost:${server.port}`;

test.after(async () => {
  await closeBrowser();
  await server.close();
});

/** Opens one page of every type, two at a time, and collects what is wrong with each. */
async function onEveryType(errorsOf: (page: Page) => Promise<readonly string[]>): Promise<string[]> {
  const waiting = [...types];
  const errors: string[] = [];
  async function work(): Promise<void> {
    const context = await (await browser()).newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      await page.goto(`${origin}${next.address}`);
      for (const error of await errorsOf(page)) errors.push(`${next.address} ${error}`);
    }
    await context.close();
  }
  await Promise.all([work(), work()]);
  return errors;
}

function unfold(page: Page) {
  return page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true; })');
}

/** Changes that readers may make to text, and that no page may break on (WCAG 1.4.4 and 1.4.12). */
const ADAPTED = [
  { name: 'text at 200%', css: 'html { font-size: 200% !important; }' },
  {
    name: 'wide text spacing',
    css: '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }',
  },
] as const;

/** Applies a reader's style to a page; an empty one removes it. Does so in a way that the site's policy allows. */
function adapt(page: Page, css: string) {
  return page.evaluate(
    `(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets = [sheet]; })()`,
  );
}

/**
 * Runs in the page: the rules that are broken, with one element each. Leaves out what takes time and adds nothing:
 * paths to elements, and external styles.
 */
function runAxe(page: Page, runOnly: readonly string[] = RULES) {
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'], runOnly: ${JSON.stringify(runOnly)}, selectors: false, preload: false })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 160) + ' ' + (nodes[0].any[0]?.message ?? '')))`) as Promise<
    string[]
  >;
}

/**
 * What axe finds at every width: with all rules in light mode, with the colour rules in dark mode and forced colours.
 */
async function runInModes(page: Page): Promise<string[]> {
  const errors: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const { name, rules, ...mode } of MODES) {
      await page.emulateMedia(mode);
      errors.push(...(await runAxe(page, rules)).map((error) => `at ${width} px, ${name}: ${error}`));
    }
  }
  return errors;
}

test('axe finds nothing on any type of page, at three widths, in light, dark and forced colours, in larger and wider text, with all that is folded laid open', async () => {
  assert.ok(types.length > 30);
  const wrong = await onEveryType(async (page) => {
    await page.evaluate(AXE);
    await unfold(page);
    const errors = await runInModes(page);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await page.setViewportSize({ width: 320, height: 900 });
    for (const { name, css } of ADAPTED) {
      await adapt(page, css);
      errors.push(...(await runAxe(page, OF_ROOM)).map((error) => `at 320 px, ${name}: ${error}`));
    }
    return errors;
  });
  assert.equal(wrong, []);
});

test('axe finds nothing after a reader has sorted and filtered a table, or chosen from the matrix', async () => {
  const context = await (await browser()).newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  const errors: string[] = [];
  for (const address of ['/voorbeeld/norm/2.0/sorteren/', '/voorbeeld/norm/2.0/#punten']) {
    // The matrix offers a choice only where it does not fit.
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${origin}${address}`);
    await page.evaluate(AXE);
    if (address.endsWith('/sorteren/')) {
      await page.getByRole('button', { name: 'Stand' }).first().click();
      await page.locator('#filter-1').fill('melden');
    } else await page.locator('.choose-column select').selectOption({ index: 2 });
    errors.push(...(await runInModes(page)).map((error) => `${address} ${error}`));
  }
  await context.close();
  assert.equal(errors, []);
});

/** Runs in the page: by how much it is wider than the screen. */
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

test('no type of page scrolls sideways on a phone, at 400% zoom, nor in larger or wider text, with all that is folded laid open', async () => {
  const wrong = await onEveryType(async (page) => {
    await unfold(page);
    // A screen of 1280 by 1024 at 400% equals one of 320 by 256.
    await page.setViewportSize({ width: 320, height: 256 });
    const over = (await page.evaluate(OVERFLOW)) as number;
    const errors = over > 0 ? [`sticks out ${over} px`] : [];
    for (const { name, css } of ADAPTED) {
      await adapt(page, css);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const more = (await page.evaluate(OVERFLOW)) as number;
        if (more > 0) errors.push(`at ${width} px, ${name}: sticks out ${more} px`);
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    return errors;
  });
  assert.equal(wrong, []);
});

/** Runs in the page: controls smaller than 24 by 24 px, except links within a sentence. */
const SMALL_TARGETS = `[...document.querySelectorAll('a[href], button, input, select, summary')].filter((target) => {
  const { width, height } = target.getBoundingClientRect();
  if (width === 0 || (width >= 24 && height >= 24)) return false;
  if (target.matches('label input')) return target.closest('label').getBoundingClientRect().height < 24;
  if (target.classList.contains('nl-skip-link')) return false;
  const own = getComputedStyle(target).display;
  const around = [...target.closest('p, li, td, th, dd, dt, figcaption, caption, div, section')?.childNodes ?? []]
    .some((node) => node !== target && !node.contains(target) && node.textContent.trim() !== '');
  return !(own === 'inline' && around);
}).map((target) => 'small target: ' + target.outerHTML.slice(0, 140) + ' ' + JSON.stringify(target.getBoundingClientRect()))`;

test('every control is at least 24 by 24 px, except a link within a sentence', async () => {
  const wrong = await onEveryType(async (page) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const small = (await page.evaluate(SMALL_TARGETS)) as string[];
    await page.setViewportSize({ width: 1280, height: 900 });
    return small.slice(0, 3);
  });
  assert.equal(wrong, []);
});

/** Runs in the page: the position of the focus in document order, and whether it is visible. */
const FOCUS = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const all = [...document.querySelectorAll('*')];
  const { outlineStyle, outlineWidth } = getComputedStyle(at.matches('label input') ? at.closest('label') : at);
  const box = at.getBoundingClientRect();
  return { index: all.indexOf(at), html: at.outerHTML.slice(0, 120), outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, seen: box.bottom > 0 && box.top < innerHeight && box.width > 0 };
})()`;

test('the Tab key goes through every type of page in order, and the focus is visible everywhere', async () => {
  const wrong = await onEveryType(async (page) => {
    const errors: string[] = [];
    let last = -1;
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab');
      const focus = (await page.evaluate(FOCUS)) as {
        index: number;
        html: string;
        outlined: boolean;
        seen: boolean;
      } | null;
      if (!focus || focus.index < last) break;
      if (focus.index === last) errors.push(`the focus stays at ${focus.html}`);
      if (!focus.outlined) errors.push(`no outline around ${focus.html}`);
      if (!focus.seen) errors.push(`the focus is out of sight at ${focus.html}`);
      last = focus.index;
    }
    if (last < 0) errors.push('the Tab key reaches nothing');
    return errors;
  });
  assert.equal(wrong, []);
});

/** Runs in the page: the element that covers the one with the focus, if any. */
const COVER = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getClientRects()[0];
  const over = document.elementFromPoint((Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2);
  const isSeen = over !== null && (over === at || at.contains(over) || over.contains(at) || over.closest('label')?.contains(at));
  return { html: at.outerHTML.slice(0, 120), over: isSeen ? '' : over?.outerHTML.slice(0, 120) ?? 'the edge of the screen' };
})()`;

test('nothing covers the focus, neither on the way down nor on the way back', async () => {
  const context = await (await browser()).newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const errors: string[] = [];
  let steps = 0;
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    for (const address of ['/voorbeeld/norm/2.0/', '/voorbeeld/norm/2.0/sorteren/']) {
      await page.goto(`${origin}${address}`);
      await unfold(page);
      for (const key of ['Tab', 'Shift+Tab']) {
        for (let step = 0; step < 120; step++) {
          await page.keyboard.press(key);
          const focus = (await page.evaluate(COVER)) as { html: string; over: string } | null;
          if (!focus) break;
          steps++;
          if (focus.over) errors.push(`${address} at ${width} px, ${key}: ${focus.over} over ${focus.html}`);
        }
      }
    }
  }
  await context.close();
  assert.ok(steps > 200, String(steps));
  assert.equal(errors, []);
});

test('the skip link is the first stop, and leads to the content', async () => {
  const context = await (await browser()).newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/norm/1.0/`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate('document.querySelector("main").contains(document.activeElement)'));
  await context.close();
});

test('a phone shows the answer of each report without scrolling', async () => {
  const context = await (await browser()).newContext({ viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  for (const address of ['/', '/voorbeeld/']) {
    await page.goto(`${origin}${address}`);
    const bottom = (await page.evaluate('document.querySelector(".gauge").getBoundingClientRect().bottom')) as number;
    assert.ok(bottom <= 640, `${address}: ${bottom}`);
  }
  await context.close();
});

test.run();
