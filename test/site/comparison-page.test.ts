import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Page } from 'playwright-core';
import { serveFolder } from '../../scripts/io/server.ts';
import { browser, closeBrowser } from '../../scripts/io/browser.ts';
import { put } from '../support/folder.ts';
import { sample } from '../support/sample.ts';
import { scratch } from '../support/scratch.ts';
import { builtSite } from '../support/site.ts';

/** Another report, with other names: the answers on a page may not depend on the example's. */
const other = path.join(scratch('other'), 'data');
put(other, sample);

const servers = await Promise.all(
  [await builtSite(), await builtSite(other)].map((folder) => serveFolder(folder, 0, { reload: false })),
);
const [example, proef] = servers.map(({ port }) => `http://localhost:${port}`);

test.after(async () => {
  await closeBrowser();
  await Promise.all(servers.map((server) => server.close()));
});

/** The comparison on a phone. */
async function onPhone(address: string): Promise<Page> {
  const page = await (await browser()).newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(address);
  return page;
}

/** Runs in the page: its texts, and where they are. */
function textAt(page: Page, selector: string) {
  return page
    .locator(selector)
    .first()
    .evaluate((element: { innerText: string; getBoundingClientRect: () => { top: number } }) => ({
      text: element.innerText.replace(/\s+/g, ' ').trim(),
      top: Math.round(element.getBoundingClientRect().top),
    }));
}

const REPORTS = [
  {
    name: 'the example',
    address: `${example}/voorbeeld/vergelijking/1.0-2.0/`,
    answer: 'Op wat te vergelijken is, ging het beter: van 84% in juni 2023 naar 88% in april 2026.',
    theme: 'Integriteit',
    rows: [
      ['5.1 De lijst van nevenfuncties is openbaar en compleet', 'gelijk gebleven', '5.1 met dezelfde tekst'],
      [
        '5.2 Alle nieuwe medewerkers worden gescreend',
        'versoepeld, niet te vergelijken',
        '5.2 Medewerkers op kwetsbare',
      ],
      ['–', 'nieuw', '5.3 Leidinggevenden voeren elk jaar'],
      ['5.4 Agressie en bedreiging worden altijd gemeld', 'gelijkwaardig', '5.4 Wie te maken krijgt'],
      ['5.3 Er is een gedragscode integriteit', 'vervallen', '–'],
    ],
  },
  {
    name: 'a report with other names',
    address: `${proef}/vergelijking/1.0-2.0/`,
    answer:
      'Op wat te vergelijken is, ging het beter: van 50% in het najaar van 2022 naar 100% in het najaar van 2025.',
    theme: 'Beleid',
    rows: [
      ['Er is een plan', 'gelijk gebleven', '1.1 met dezelfde tekst'],
      ['Er is overleg', 'aangescherpt, niet te vergelijken', 'Er is een gesprek'],
      ['Nevenfuncties zijn bekend', 'vervallen', '–'],
    ],
  },
] as const;

for (const { name, address, answer, theme, rows } of REPORTS) {
  test(`“did we get better?” is answered in the first sentence of ${name}, on the first screen of a phone`, async () => {
    const page = await onPhone(address);
    const { text, top } = await textAt(page, 'main .lead');
    assert.is(text, answer);
    assert.ok(top < 740, String(top));
    await page.close();
  });

  test(`“what changed for ${theme}?” is answered by one table of ${name}, one tap away`, async () => {
    const page = await onPhone(address);
    const part = page.locator('details', { has: page.getByRole('heading', { name: theme, exact: true }) });
    await part.locator('summary').click();
    const table = part.getByRole('table');
    assert.is(await table.count(), 1);
    assert.ok(await table.isVisible());
    const found = await table
      .locator('tbody tr')
      .evaluateAll((trs) =>
        (trs as unknown as { cells: ArrayLike<{ textContent: string }> }[]).map(({ cells }) =>
          Array.from(cells, ({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
        ),
      );
    assert.is(found.length, rows.length, JSON.stringify(found));
    for (const [index, row] of rows.entries())
      for (const [column, text] of row.entries())
        assert.ok(found[index]![column]!.startsWith(text), `${found[index]![column]} instead of ${text}`);
    assert.is(await page.evaluate('document.documentElement.scrollWidth'), 360);
    await page.close();
  });
}

test('the comparison of the example is under 6,000 px high on a phone', async () => {
  const page = await onPhone(REPORTS[0].address);
  const height = (await page.evaluate('document.documentElement.scrollHeight')) as number;
  assert.ok(height < 6000, String(height));
  await page.close();
});

test.run();
