import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { serveFolder } from '../../scripts/io/server.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { sample, NEW } from '../support/sample.ts';
import { scratch } from '../support/scratch.ts';
import { builtSite, pagesOf } from '../support/site.ts';
import type { Tree } from '../support/tree.ts';

const LONG =
  'Intergemeentelijke Uitvoeringsorganisatie voor Weerbaarheid en Ondermijningsbestrijding Noordoost en Zuidwest';
const POINTS = 40;

/** Organisations with a long name, in a norm of forty ambitions with long names and its own words for results. */
function crowded(): Tree {
  const ids = Array.from({ length: POINTS }, (_, at) => `punt-${at + 1}`);
  const words =
    'statuswoorden: {behaald: volledig uitgevoerd en vastgesteld, deels behaald: in ontwikkeling, niet behaald: ontbreekt}\n';
  const themes = Array.from(
    { length: 8 },
    (_, at) => `  - {id: thema-${at}, titel: Een thema met een naam die lang is ${at}}\n`,
  ).join('');
  const norm = `versie: "2.0"
titel: Norm met veel punten
samenvatting: Veertig punten.
status: van kracht
deelnemers: [adam, bedam, water]
volledig: true
${words}themas:
${themes}ambitiepunten:
${ids.map((id, at) => `  - {id: ${id}, nummer: "${at + 1}.1", thema: thema-${at % 8}, titel: De organisatie heeft een vastgestelde werkwijze voor het onderwerp met volgnummer ${at + 1} en evalueert die elk jaar}`).join('\n')}
`;
  function results(organisation: string, result: (at: number) => string) {
    return `organisatie: ${organisation}\nresultaten:\n${ids.map((id, at) => `  ${id}: ${result(at)}\n`).join('')}`;
  }
  const round = `${NEW}/metingen/2026`;
  const kept = Object.entries(sample).filter(([name]) => !name.startsWith('proef/normen/'));
  return {
    ...Object.fromEntries(kept),
    'proef/organisaties.yaml': sample['proef/organisaties.yaml']!.replace('Gemeente Bedam', LONG),
    [`${NEW}/norm.yaml`]: norm,
    [`${round}/meting.yaml`]: 'titel: Meting 2026\ndatum: "2026-05"\nsoort: nulmeting\nniveau: punten\n',
    [`${round}/resultaten/adam.yaml`]: results('adam', (at) =>
      at % 2 === 0 ? 'niet behaald' : '{status: deels behaald, verwacht: "2027"}',
    ),
    [`${round}/resultaten/bedam.yaml`]: results('bedam', () => 'niet behaald'),
    [`${round}/resultaten/water.yaml`]: results('water', (at) => (at < 30 ? 'behaald' : 'niet openbaar')),
  };
}

function written(tree: Tree): string {
  const folder = scratch('crowded');
  for (const [name, text] of Object.entries(tree)) {
    fs.mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** Number of pages in a PDF; Chromium writes each as an object of its own. */
function pagesIn(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

const SHEET = /\/organisatie\/[^/]+\/a4\/$/;

interface Printed {
  readonly address: string;
  readonly pages: number;
  /** In points. */
  readonly smallest: number;
  /** The share of the sheet that is filled, from 0 to 1. */
  readonly filled: number;
}

const SMALLEST = `Math.min(...[...document.querySelectorAll('.sheet, .sheet *')].map((each) => parseFloat(getComputedStyle(each).fontSize))) * 0.75`;
const HEIGHT = `document.documentElement.getBoundingClientRect().height / 96 * 25.4`;

/** Every sheet of a site, as the browser prints it. */
async function printed(folder: string): Promise<Printed[]> {
  const server = await serveFolder(folder, 0, { reload: false });
  // The width of the sheet between its margins.
  const context = await (
    await browser()
  ).newContext({ viewport: { width: Math.round((174 / 25.4) * 96), height: 900 } });
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
  const found: Printed[] = [];
  for (const { address } of pagesOf(folder).filter((each) => SHEET.test(each.address))) {
    await page.goto(`http://localhost:${server.port}${address}`);
    const filled = ((await page.evaluate(HEIGHT)) as number) / 265;
    const smallest = (await page.evaluate(SMALLEST)) as number;
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    found.push({ address, pages: pagesIn(pdf), smallest, filled });
  }
  await context.close();
  await server.close();
  return found;
}

test.after(closeBrowser);

for (const data of ['data', 'test/fixtures/ruigland/data', 'test/fixtures/krijtland']) {
  test(`every organisation of ${data} has a sheet that prints to exactly one page, in letters of 8 points or more`, async () => {
    const folder = await builtSite(data);
    const sheets = await printed(folder);
    const organisations = pagesOf(folder).filter(({ address }) => /\/organisatie\/[^/]+\/$/.test(address));
    assert.is(sheets.length, organisations.length);
    assert.ok(sheets.length > 0);
    assert.equal(
      sheets.filter(({ pages, smallest }) => pages !== 1 || smallest < 7.99),
      [],
    );
  });
}

test('so has an organisation with a long name and forty ambitions: what does not fit is counted, with the address of the rest', async () => {
  const folder = await builtSite(written(crowded()));
  const sheets = await printed(folder);
  assert.equal(
    sheets.map(({ pages }) => pages),
    [1, 1, 1],
  );
  // The sheet is used well: where many rows fit, many are shown.
  const full = sheets.find(({ address }) => address.includes('bedam'))!;
  assert.ok(full.smallest >= 7.99 && full.filled > 0.7, JSON.stringify(full));
  const { $ } = pagesOf(folder).find(({ address }) => address === '/organisatie/bedam/a4/')!;
  const shown = $('.sheet-table tbody tr').length;
  assert.ok(shown >= 8, String(shown));
  const rest = /nog (\d+) open punten/.exec($('main').text());
  assert.is(Number(rest?.[1] ?? 0) + shown, POINTS);
  assert.match($('footer').text(), /https:\/\/proef\.example\/organisatie\/bedam\//);
});

test('a sheet says what the page of its organisation says, and is not in the sitemap', async () => {
  const pages = pagesOf(await builtSite());
  function at(address: string) {
    return pages.find((each) => each.address === address)!;
  }
  const [sheet, letter] = [at('/voorbeeld/organisatie/modelstad/a4/'), at('/voorbeeld/organisatie/modelstad/')];
  const lead = letter.$('.lead').first().text().trim().replace(/\s+/g, ' ');
  assert.is(sheet.$('.sheet-lead').text().trim().replace(/\s+/g, ' '), lead);
  assert.is(
    sheet.$('.sheet-table tbody tr').length,
    letter.$('#open').closest('section').find('table.open tbody tr[id]').length,
  );
  assert.is(letter.$('a[href="/voorbeeld/organisatie/modelstad/a4/"]').length, 1);
  assert.is(at('/organisatie/urk/a4/').$('meta[name=robots]').attr('content'), 'noindex');
});

test.run();
