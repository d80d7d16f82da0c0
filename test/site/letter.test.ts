import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { serveFolder } from '../../scripts/io/server.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { norm, round, treeOf } from '../support/norms.ts';
import { scratch } from '../support/scratch.ts';
import { builtSite } from '../support/site.ts';

const organisations = { zandwijk: 'gemeente', kleidorp: 'gemeente', veenstad: 'gemeente', duinwater: 'waterschap' };

/** A region with other names: a norm after another one, the second round published in June 2026. */
function otherData(): string {
  const points = [
    { id: 'hek', nummer: '1', titel: 'Er is een hek', herkomst: [{ punt: 'oud-hek', relatie: 'gelijk' }] },
    {
      id: 'slot',
      nummer: '2',
      titel: 'Er is een slot',
      herkomst: [{ punt: 'oud-slot', relatie: 'aangescherpt', reden: 'Het slot is zwaarder.' }],
    },
    { id: 'lamp', nummer: '3', titel: 'Er is een lamp' },
    { id: 'bord', nummer: '4', titel: 'Er is een bord' },
  ];
  const ids = 'hek slot lamp bord';
  const before = norm(
    '1.0',
    ['zandwijk', 'kleidorp'],
    [
      { id: 'oud-hek', titel: 'Oud hek' },
      { id: 'oud-slot', titel: 'Oud slot' },
    ],
    { oud: round('2020', 'oud-hek oud-slot', { zandwijk: 'n b', kleidorp: 'b b' }) },
  );
  const second = round('2026-05', ids, {
    zandwijk: 'n d b n',
    kleidorp: 'b b b n',
    veenstad: 'n n n n',
    duinwater: 'b b b b',
  });
  const after = norm(
    '2.0',
    Object.keys(organisations),
    points,
    {
      een: round('2025-05', ids, {
        zandwijk: 'n n b b',
        kleidorp: 'b n n n',
        veenstad: 'n n n n',
        duinwater: 'n n n n',
      }),
      twee: {
        fields: { ...second.fields, gepubliceerd: '2026-06-15' },
        results: {
          ...second.results,
          zandwijk: {
            ...second.results.zandwijk,
            slot: { status: 'deels behaald', verwacht: '2026-05', verantwoordelijk: 'Afdeling Sloten' },
          },
        },
      },
    },
    { opvolger_van: '1.0', telling: { deels_behaald: 0.5 } },
  );
  const folder = scratch('other-report');
  for (const [name, text] of Object.entries(treeOf({ organisations, norms: [before, after] }))) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const sites = { example: await builtSite(), other: await builtSite(otherData()) };
const servers = {
  example: await serveFolder(sites.example, 0, { reload: false }),
  other: await serveFolder(sites.other, 0, { reload: false }),
};
test.after(async () => {
  await closeBrowser();
  await servers.example.close();
  await servers.other.close();
});

async function onPhone<Value>(site: keyof typeof sites, address: string, look: (page: Page) => Promise<Value>) {
  const context = await (
    await browser()
  ).newContext({ viewport: { width: 360, height: 640 }, javaScriptEnabled: false });
  const page = await context.newPage();
  try {
    await page.goto(`http://localhost:${servers[site].port}${address}`);
    return await look(page);
  } finally {
    await context.close();
  }
}

async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim();
}

test('a letter says in its first sentences how an organisation compares with others of its kind', async () => {
  // Zandwijk: 1 + 0.5 of 4 is 37.5%; Kleidorp has 75%, Veenstad 0%; the water authority is another kind of
  // organisation.
  assert.match(
    await onPhone('other', '/organisatie/zandwijk/', (page) => textOf(page, '.lead')),
    /is er 1 behaald; 1 is deels behaald en 2 zijn niet behaald\. Samen is dat 38%, meer dan bij 1 van de 2 andere gemeenten en minder dan bij 1, op de punten die ook daar gelden\./,
  );
  assert.match(
    await onPhone('example', '/voorbeeld/organisatie/modelstad/', (page) => textOf(page, '.lead')),
    /Samen is dat tussen 68% en 73%, meer dan bij 4 van de 5 andere gemeenten en minder dan bij 1/,
  );
  assert.not.match(await onPhone('other', '/organisatie/duinwater/', (page) => textOf(page, '.lead')), /dan bij/);
});

test('one table says what is open, since when, and until when: by whether it has a date, what is past that first', async () => {
  const rows = 'section:has(> #open) table.open tbody tr';
  const told = await onPhone('other', '/organisatie/zandwijk/', async (page) =>
    (await page.locator(rows).allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim()),
  );
  assert.is(told.length, 5);
  assert.is(told[0], 'Verwachte datum voorbij (1)');
  assert.match(told[1]!, /2 Er is een slot .*deels behaald .*mei 2025 of eerder.*! mei 2026: voorbij/);
  assert.is(told[2], 'Geen datum bekend (2)');
  assert.match(told[3]!, /1 Er is een hek .*niet behaald .*2020 of eerder al in norm 1\.0.*geen datum bekend/);
  assert.match(told[4]!, /4 Er is een bord .*niet behaald .*mei 2026 daarvoor behaald.*geen datum bekend/);
  const example = await onPhone('example', '/voorbeeld/organisatie/voorbeelddam/', (page) =>
    page.locator(`${rows}:not(.group)`).allInnerTexts(),
  );
  assert.is(example.length, 9);
  assert.ok(example.every((row) => /\d{4}/.test(row) && /geen datum bekend|20\d\d/.test(row)));
});

test('on a phone the course of an ambition unfolds, with who is responsible; on a wide screen it is open', async () => {
  const row = '#norm-2-0-slot';
  const context = await (
    await browser()
  ).newContext({ viewport: { width: 360, height: 640 }, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`http://localhost:${servers.other.port}/organisatie/zandwijk/`);
  const course = page.locator(`${row} .trail`);
  assert.is(await course.isVisible(), false);
  await page.locator(`${row} summary`).click();
  assert.ok(await course.isVisible());
  assert.match(await page.locator(row).innerText(), /Verantwoordelijk: Afdeling Sloten/);
  await page.reload();
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.ok(await course.isVisible());
  assert.is(await page.locator(`${row} summary`).isVisible(), false);
  await context.close();
});

test('each question of a letter links to the rows that it is based on', async () => {
  for (const [site, address] of [
    ['other', '/organisatie/zandwijk/'],
    ['example', '/voorbeeld/organisatie/modelstad/'],
  ] as const) {
    const missing = await onPhone(site, address, async (page) => {
      const targets = await page
        .locator('.questions a')
        .evaluateAll((links) => links.map((each) => each.getAttribute('href')!));
      assert.ok(targets.length > 0);
      const found = await Promise.all(targets.map((target) => page.locator(target).count()));
      return targets.filter((_, index) => found[index] !== 1);
    });
    assert.equal(missing, []);
  }
});

test('overdue results are listed across all organisations, and each row links to the letter', async () => {
  const first = await onPhone('other', '/norm/2.0/open/', async (page) => ({
    heading: await textOf(page, 'main h2'),
    row: await textOf(page, '#voorbij + table tbody tr:not(.group)'),
    href: await page.locator('#voorbij + table tbody tr:not(.group) a').first().getAttribute('href'),
  }));
  assert.is(first.heading, 'Verwachte datum voorbij (1)');
  assert.match(first.row, /zandwijk .*! mei 2026: voorbij.*Afdeling Sloten/);
  assert.is(first.href, '/organisatie/zandwijk/#norm-2-0-slot');
  assert.match(
    await onPhone('example', '/voorbeeld/norm/2.0/open/', (page) => textOf(page, '#voorbij + table')),
    /Demowaard .*mei 2026: voorbij/,
  );
});

test('the file of open results has a line for each, and says which are overdue', () => {
  const lines = fs.readFileSync(path.join(sites.other, 'norm/2.0/open/open.csv'), 'utf8').split('\r\n');
  assert.is(lines.filter((line) => line !== '').length, 1 + 3 + 1 + 4);
  assert.ok(
    lines.includes(
      '2.0;twee;beleid;slot;2;Er is een slot;zandwijk;deels behaald;2025-05;2.0;een;andere maat;2026-05;ja;Afdeling Sloten;;',
    ),
  );
});

test('every letter of the example is under 5,000 px on a phone, nothing of it is too wide, and it is light', async () => {
  for (const [site, address] of [
    ['other', '/organisatie/zandwijk/'],
    ...fs
      .readdirSync(path.join(sites.example, 'voorbeeld/organisatie'))
      .map((id) => ['example', `/voorbeeld/organisatie/${id}/`] as const),
  ] as const) {
    const { height, width } = await onPhone(site, address, (page) =>
      page.evaluate<{ height: number; width: number }>(
        '({ height: document.documentElement.scrollHeight, width: document.documentElement.scrollWidth })',
      ),
    );
    assert.ok(height < 5000, `${address}: ${height} px`);
    assert.is(width, 360);
    assert.ok(gzipSync(fs.readFileSync(path.join(sites[site], address, 'index.html')), { level: 9 }).length < 14_000);
  }
});

test.run();
