import fs from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { serveFolder } from '../../scripts/io/server.ts';
import { makePage } from '../../scripts/site/make-site.ts';
import { pageRuns } from '../../scripts/site/run.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { opened } from '../support/context.ts';
import { pagesIn } from '../support/page-types.ts';
import { contrast } from '../support/contrast.ts';
import { builtSite, pagesOf } from '../support/site.ts';

const folder = await builtSite();
const pages = pagesOf(folder).filter(({ address }) => !address.includes('/grafiek/'));
const server = await serveFolder(folder, 0, { reload: false });
const origin = `http://localhost:${server.port}`;

test.after(async () => {
  await closeBrowser();
  await server.close();
});

test('every page that shows progress has a chart, and every chart a title, a sentence, a picture, a table and what can be taken along', () => {
  const charts = pages.flatMap(({ address, $ }) =>
    $('figure.chart')
      .toArray()
      .map((figure) => ({ address, figure: $(figure) })),
  );
  assert.ok(charts.length > 80, String(charts.length));
  for (const { address, figure } of charts) {
    const where = `${address}#${figure.attr('id')}`;
    assert.ok(figure.find('.chart-title').text().trim(), where);
    assert.match(figure.find('.chart-sentence').text(), /\S.*[.?]$/, where);
    assert.ok(figure.find('svg').length > 0, where);
    assert.ok(figure.find('details table tbody tr').length > 0, where);
    assert.is(figure.find('.chart-take a').length, 5, where);
  }
  const shows = [
    '/',
    '/norm/1.0/',
    '/voorbeeld/',
    '/voorbeeld/norm/2.0/',
    '/voorbeeld/norm/1.0/thema/integriteit/',
    '/voorbeeld/norm/1.0/punt/bibob-beleid/',
    '/voorbeeld/norm/1.0/meting/2023-eindmeting/',
    '/voorbeeld/vergelijking/1.0-2.0/',
  ];
  const known = shows.filter((address) => pages.some((page) => page.address === address));
  assert.ok(known.length >= 7);
  assert.equal(
    known.filter((address) => !charts.some((chart) => chart.address === address)),
    [],
  );
});

test('no page is left with the place of a picture that was not drawn', async () => {
  assert.equal(
    pagesOf(folder)
      .filter(({ html }) => html.includes('<!--chart'))
      .map(({ address }) => address),
    [],
  );
  const { making } = pageRuns(opened('data'), '/voorbeeld/', () => new Map());
  const error = await makePage(making(await pagesIn('data')), '/voorbeeld/').then(
    () => null,
    (thrown: Error) => thrown,
  );
  assert.ok(error, 'the page was made without its pictures');
});

test('every file of a chart in the shipped reports is there, and takes at most 12 kB, save the matrix', () => {
  const pictures = filesBelow(folder).filter((name) => name.endsWith('/grafiek.svg'));
  assert.ok(pictures.length > 100);
  const heavy = pictures.filter((name) => !name.includes('-matrix/') && fs.statSync(`${folder}/${name}`).size > 12_000);
  assert.equal(heavy, []);
  const inline = pages.flatMap(({ address, html }) =>
    (html.match(/<svg[^]*?<\/svg>/g) ?? [])
      .filter((svg) => svg.length > 12_000 && !svg.includes('-matrix-titel'))
      .map(() => address),
  );
  assert.equal(inline, []);
});

/** Runs in the page: texts that stick out of their picture, or lie on one another. */
const faultsOfTexts = `(() => {
  const errors = [];
  for (const svg of document.querySelectorAll('.chart svg')) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    const name = svg.getAttribute('aria-labelledby');
    const texts = [...svg.querySelectorAll('text')].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect(), turned: /rotate/.test(text.getAttribute('transform') ?? '') }));
    for (const { text, box } of texts) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) errors.push(name + ': "' + text + '" is cut off');
    }
    const straight = texts.filter(({ turned }) => !turned);
    for (const [index, one] of straight.entries()) {
      for (const other of straight.slice(index + 1)) {
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (width > 1 && height > 3) errors.push(name + ': "' + one.text + '" lies on "' + other.text + '"');
      }
    }
  }
  return errors;
})()`;

for (const width of [320, 1280]) {
  test(`no text in a chart is cut off or lies on another at ${width} px`, async () => {
    const page = await (await browser()).newPage({ viewport: { width, height: 900 } });
    const errors: string[] = [];
    for (const { address, $ } of pages) {
      if ($('figure.chart').length === 0 || /\/punt\//.test(address)) continue;
      await page.goto(`${origin}${address}`);
      errors.push(...((await page.evaluate(faultsOfTexts)) as string[]).map((error) => `${address} ${error}`));
    }
    await page.close();
    assert.equal(errors, []);
  });
}

const MARKS = [
  'achieved',
  'partly',
  'not-achieved',
  'not-assessed',
  'not-public',
  'not-applicable',
  'main',
  'reported',
  'before',
];
/** Texts, and on which colour they stand. */
const TEXTS = [
  ['text', 'paper'],
  ['text-soft', 'paper'],
  ['reported', 'paper'],
  ['on-light', 'achieved'],
  ['on-light', 'not-achieved'],
  ['on-light', 'not-assessed'],
  ['on-light', 'not-applicable'],
  ['on-dark', 'partly'],
  ['on-dark', 'not-public'],
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test(`marks differ from the paper by at least 3:1 and texts from what they stand on by 4.5:1 when it is ${colorScheme}`, async () => {
    const page = await (await browser()).newPage({ colorScheme });
    await page.goto(`${origin}/voorbeeld/`);
    async function colourOf(name: string) {
      return (await page.evaluate(`(() => {
      const probe = document.createElement('span');
      probe.className = 'probe';
      document.body.append(probe);
      probe.style.color = 'var(--chart-${name})';
      return getComputedStyle(probe).color;
    })()`)) as string;
    }
    const errors: string[] = [];
    for (const mark of MARKS) {
      const ratio = contrast(await colourOf(mark), await colourOf('paper'));
      if (ratio < 3) errors.push(`${mark}: ${ratio.toFixed(2)}`);
    }
    for (const [text, ground] of TEXTS) {
      const ratio = contrast(await colourOf(text), await colourOf(ground));
      if (ratio < 4.5) errors.push(`${text} on ${ground}: ${ratio.toFixed(2)}`);
    }
    await page.close();
    assert.equal(errors, []);
  });
}

test('the interactive chart takes the place of the picture under a strict policy, with tooltips, a choice and a PNG', async () => {
  const page = await (await browser()).newPage({ viewport: { width: 1000, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto(`${origin}/voorbeeld/grafiek/interactief/?grafiek=norm-2-0-meting-2026-tussenmeting-organisaties`);
  await page.waitForSelector('#grafiek .chart-tools');
  const bars = page.locator('#grafiek svg .mark-rect path[fill^="#"]');
  const all = await bars.count();
  await bars.first().hover({ force: true });
  await page.waitForSelector('#vg-tooltip-element.visible');
  assert.match((await page.textContent('#vg-tooltip-element')) ?? '', /Voorbeelddam: \d+ behaald/);
  const tooltip = (await page.locator('#vg-tooltip-element').boundingBox())!;
  assert.ok(tooltip.x >= 0 && tooltip.width < 400 && tooltip.x + tooltip.width <= 1000, JSON.stringify(tooltip));
  await page.selectOption('#grafiek select', { index: 2 });
  await page.waitForFunction(`document.querySelectorAll('#grafiek svg .mark-rect path[fill^="#"]').length < ${all}`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Bewaar als PNG')]);
  assert.is(download.suggestedFilename(), 'grafiek.png');
  assert.equal(complaints, []);
  await page.close();
});

for (const id of [
  'norm-2-0-voortgang',
  'vergelijking-1-0-2-0-themas',
  'norm-2-0-meting-2026-tussenmeting-matrix',
  'norm-2-0-meting-2026-tussenmeting-organisaties',
]) {
  test(`on a phone the whole interactive chart ${id} is on the screen, with its legend, source and table`, async () => {
    const page = await (await browser()).newPage({ viewport: { width: 390, height: 800 } });
    await page.goto(`${origin}/voorbeeld/grafiek/interactief/?grafiek=${id}`);
    await page.waitForSelector('#grafiek .chart-origin');
    assert.ok(
      (await page.locator('#grafiek .chart-legend li').count()) > 0 &&
        (await page.locator('#grafiek table').count()) === 1,
    );
    assert.equal(
      await page.evaluate(
        "[document.documentElement.scrollWidth, document.querySelector('.chart-scroll').scrollWidth <= document.querySelector('.chart-scroll').clientWidth]",
      ),
      [390, true],
    );
    await page.close();
  });
}

test.run();
