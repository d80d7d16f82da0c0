import fs from 'node:fs';
import path from 'node:path';
import { load } from 'cheerio';
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
const all = pagesOf(folder);
const pages = all.filter(({ $ }) => $('figure.chart').length > 0);
const server = await serveFolder(folder, 0, { reload: false });
const origin = `http://localhost:${server.port}`;

test.after(async () => {
  await closeBrowser();
  await server.close();
});

test('every chart has a title, a sentence, a picture, a table and downloads', () => {
  const charts = all
    .filter(({ address }) => address.includes('/grafiek/'))
    .flatMap(({ address, $ }) =>
      $('figure.chart')
        .toArray()
        .map((figure) => ({ address, figure: $(figure) })),
    );
  assert.ok(charts.length > 40, String(charts.length));
  for (const { address, figure } of charts) {
    assert.ok(figure.find('.chart-title').text().trim(), address);
    assert.match(figure.find('.chart-sentence').text(), /\S.*[.?]$/, address);
    assert.is(figure.find('svg').length, 2, address);
    assert.ok(figure.find('details table tbody tr').length > 0, address);
    assert.ok(figure.find('.chart-take a').length >= 3, address);
  }
});

test('every picture that can be used elsewhere states its subject, its region, its sources, and that it is made up', () => {
  const pictures = filesBelow(folder).filter((name) => name.endsWith('/grafiek.svg'));
  for (const name of pictures) {
    const $ = load(fs.readFileSync(`${folder}/${name}`, 'utf8'), { xml: true });
    const shown = $('svg').first().children('text').text().replace(/\s+/g, ' ');
    const embed = load(fs.readFileSync(`${folder}/${path.dirname(name)}/index.html`, 'utf8'));
    const isFictional = name.startsWith('voorbeeld/');
    assert.match(shown, isFictional ? /Verzonnen voorbeeld: Voorbeeldland bestaat niet/ : /Flevoland/, name);
    assert.match(shown, /Bron: /, name);
    if (!name.includes('-doorloop/')) assert.match(shown, /Stand per .* \d{4}: /, name);
    if (/deels behaald, van de/.test(embed('table').text())) assert.match(shown, /deels behaald punt telt/i, name);
    assert.is(/Verzonnen voorbeeld/.test(embed('body').text()), isFictional, name);
    const specification = JSON.parse(fs.readFileSync(`${folder}/${path.dirname(name)}/specificatie.json`, 'utf8')) as {
      title: { text: string[]; subtitle: string[] };
    };
    const inTitle = [...specification.title.text, ...specification.title.subtitle].join('').replaceAll(' ', '');
    assert.is(inTitle, shown.replaceAll(' ', ''), name);
  }
});

test('the address of a former chart redirects to the page that says what it showed, also within a frame', () => {
  const ids = ['norm-1-0-punt-bibob-beleid', 'norm-2-0-meting-2026-tussenmeting-matrix'];
  for (const id of ids) {
    const page = all.find(({ address }) => address === `/voorbeeld/grafiek/${id}/`);
    assert.ok(page, id);
    const link = page.$('main a[target=_top]').first().attr('href')!;
    assert.ok(
      all.some(({ address }) => address === link),
      link,
    );
  }
});

test('no page is left with the mark of a picture that was not drawn', async () => {
  assert.equal(
    pagesOf(folder)
      .filter(({ html }) => html.includes('<!--chart'))
      .map(({ address }) => address),
    [],
  );
  const { making } = pageRuns(opened('data'), '/voorbeeld/vergelijking/1.0-2.0/', () => new Map());
  const error = await makePage(making(await pagesIn('data')), '/voorbeeld/vergelijking/1.0-2.0/').then(
    () => null,
    (thrown: Error) => thrown,
  );
  assert.ok(error, 'the page was made without its pictures');
});

test('every file of a chart in the shipped reports is there, and takes at most 16 kB', () => {
  const pictures = filesBelow(folder).filter((name) => name.endsWith('/grafiek.svg'));
  assert.ok(pictures.length > 40);
  const heavy = pictures.filter((name) => fs.statSync(`${folder}/${name}`).size > 16_000);
  assert.equal(heavy, []);
  const inline = pages.flatMap(({ address, html }) =>
    (html.match(/<svg[^]*?<\/svg>/g) ?? []).filter((svg) => svg.length > 12_000).map(() => address),
  );
  assert.equal(inline, []);
});

/** Runs in the page: texts that are cut off by their picture, or overlap. */
const errorsOfTexts = `(() => {
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
  test(`no text in a chart is cut off or overlaps another at ${width} px`, async () => {
    const page = await (await browser()).newPage({ viewport: { width, height: 900 } });
    const errors: string[] = [];
    for (const { address } of pages) {
      await page.goto(`${origin}${address}`);
      errors.push(...((await page.evaluate(errorsOfTexts)) as string[]).map((error) => `${address} ${error}`));
    }
    await page.close();
    assert.equal(errors, []);
  });
}

const MARKS = ['main', 'reported', 'before'];
/** Texts, and the colour behind each. */
const TEXTS = [
  ['text', 'paper'],
  ['text-soft', 'paper'],
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
  assert.match((await page.textContent('#vg-tooltip-element')) ?? '', /: \d+(?:–\d+)?%/);
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
  'vergelijking-1-0-2-0-doorloop',
  'norm-2-0-meting-2026-tussenmeting-organisaties',
]) {
  test(`on a phone the whole interactive chart ${id} is on the screen, with its source and table`, async () => {
    const page = await (await browser()).newPage({ viewport: { width: 390, height: 800 } });
    await page.goto(`${origin}/voorbeeld/grafiek/interactief/?grafiek=${id}`);
    await page.waitForSelector('#grafiek .chart-origin');
    assert.ok(
      (await page.locator('#grafiek .chart-origin').count()) === 1 &&
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
