import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ChartThread } from '../../scripts/charts/chart-thread.ts';
import { makeSite } from '../../scripts/site/make-site.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { fixture } from '../support/fixtures.ts';
import { serveWithPolicy } from '../support/policy-server.ts';
import { scratch } from '../support/scratch.ts';

const charts = new ChartThread();

test.after(async () => {
  await Promise.all([closeBrowser(), charts.close()]);
});

const HEADER = `getComputedStyle(document.querySelector('.utrecht-page-header'))`;
const ROOT = `getComputedStyle(document.documentElement)`;

/** Width of four letters in a font of 16 px, once it has loaded. */
function widthIn(font: string): string {
  return `document.fonts.load('16px ${font}', 'AAAA').then(() => {
    const context = document.createElement('canvas').getContext('2d');
    context.font = '16px ${font}';
    return Math.round(context.measureText('AAAA').width);
  })`;
}

interface Expected {
  /** Shows that the style sheet works: what to measure, and the expected outcome. */
  readonly shows: string;
  readonly is: unknown;
  /** The colour of the logo at a spot, given as fractions of its width and height. */
  readonly logo: { readonly at: readonly [number, number]; readonly is: string };
  readonly medium?: 'print';
}

/** House styles such as regions have, with logos as drawing programs write them, and what shows that each works. */
const STYLES: Readonly<Record<string, Expected>> = {
  kleuren: {
    shows: `${ROOT}.getPropertyValue('--accent')`,
    is: '#01689b',
    logo: { at: [0.5, 0.5], is: '1 104 155' },
  },
  verloop: {
    shows: `${HEADER}.backgroundImage.match(/[a-z-]+gradient/g).join(' ')`,
    is: 'linear-gradient repeating-linear-gradient',
    logo: { at: [0.5, 0.5], is: '0 160 90' },
  },
  'letter-als-bestand': {
    shows: widthIn('Proefletter'),
    is: 64,
    logo: { at: [0.5, 0.7], is: '245 121 0' },
  },
  'letter-ingebed': {
    shows: widthIn('Proefletter'),
    is: 64,
    logo: { at: [0.5, 0.9], is: '21 66 115' },
  },
  'letter-van-de-computer': {
    shows: `document.fonts.load('16px Huisletter').then(([face]) => face.status)`,
    is: 'loaded',
    logo: { at: [0.5, 0.7], is: '200 30 60' },
  },
  'eigen-variabelen': {
    shows: `[${ROOT}.getPropertyValue('--accent'), ${ROOT}.getPropertyValue('--provincie-tint'), ${ROOT}.getPropertyValue('--provincie-naam')].join(' ')`,
    is: 'hsl(138deg 39% 25%) rgb(39, 89, 55) "Provincie; {Proefland} url(nergens)"',
    logo: { at: [0.5, 0.9], is: '39 89 55' },
  },
  genest: {
    shows: `[${HEADER}.borderBlockStartColor, getComputedStyle(document.querySelector('.site-title')).fontWeight].join(' ')`,
    is: 'rgb(74, 30, 92) 700',
    logo: { at: [0.5, 0.5], is: '74 30 92' },
  },
  beweging: {
    shows: `getComputedStyle(document.querySelector('main a')).transitionDuration`,
    is: '0.2s, 0.12s',
    logo: { at: [0.5, 0.5], is: '179 74 0' },
  },
  plaatjes: {
    shows: `${HEADER}.backgroundImage.replace(/http[^"]*\\/assets\\/|\\.[0-9a-f]{10}/g, '')`,
    is: 'url("huisstijl/patroon.png"), url("huisstijl/golf.svg")',
    logo: { at: [0.5, 0.5], is: '1 104 155' },
  },
  afdruk: {
    shows: `getComputedStyle(document.querySelector('main a[href]'), '::after').content.slice(0, 2)`,
    is: '" ',
    logo: { at: [0.1, 0.1], is: '255 255 255' },
    medium: 'print',
  },
};

async function build(name: string): Promise<string> {
  const folder = scratch('huisstijl');
  fs.cpSync(fixture('acceptance/voorbeeldsom/data'), path.join(folder, 'data'), { recursive: true });
  fs.cpSync(fixture(`house-styles/${name}`), path.join(folder, 'data'), { recursive: true });
  fs.appendFileSync(path.join(folder, 'data/site.yaml'), 'huisstijl: huisstijl.css\nlogo: logo.svg\n');
  const { problems } = await makeSite(path.join(folder, 'data'), path.join(folder, 'site'), { charts });
  assert.equal(problems, []);
  return path.join(folder, 'site');
}

/** The colour at a spot of the logo, as shown on a page. */
async function colourOfLogo(page: Page, [x, y]: readonly [number, number]): Promise<string> {
  return page.evaluate<string>(`(async () => {
    const logo = document.querySelector('.brand img');
    await logo.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 100, height: 100 });
    const context = canvas.getContext('2d');
    context.drawImage(logo, 0, 0, 100, 100);
    return [...context.getImageData(${x * 100}, ${y * 100}, 1, 1).data].slice(0, 3).join(' ');
  })()`);
}

test('every house style of the fixtures is tested', () => {
  assert.equal(fs.readdirSync(fixture('house-styles')).sort(), Object.keys(STYLES).sort());
  assert.is(Object.keys(STYLES).length, 10);
});

/** Opens a site's front page, and records requests to other hosts, missing files and complaints on the console. */
async function opened(
  site: string,
  medium: 'print' | null,
  look: (page: Page) => Promise<void>,
): Promise<readonly string[]> {
  const server = await serveWithPolicy(site);
  const context = await (await browser()).newContext();
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.origin)) wrong.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() !== 200) wrong.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => wrong.push(message.text()));
  try {
    await page.emulateMedia({ media: medium });
    await page.goto(server.origin, { waitUntil: 'networkidle' });
    await look(page);
  } finally {
    await context.close();
    server.stop();
  }
  return wrong;
}

for (const [name, { shows, is, logo, medium }] of Object.entries(STYLES)) {
  test(`the house style "${name}" works under the security policy, and asks no other host for anything`, async () => {
    const wrong = await opened(await build(name), medium ?? null, async (page) => {
      assert.equal(await page.evaluate(shows), is);
      assert.is(await colourOfLogo(page, logo.at), logo.is);
    });
    assert.equal(wrong, []);
  });
}

test.run();
