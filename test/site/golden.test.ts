import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { fixture } from '../support/fixtures.ts';
import { assertGolden, goldenText } from '../support/golden.ts';
import { pageTypesOf } from '../support/page-types.ts';
import { builtSite } from '../support/site.ts';

/** A small made-up region with one of everything. */
const DATA = 'test/fixtures/ruigland/data';
const EXPECTED = fixture('ruigland/expected');

/** At least one page of each type, and more if data gives it another shape. */
const PAGES = [
  'index.html',
  'zomerkust/index.html',
  'norm/1.0/index.html',
  'norm/2.0/index.html',
  'zomerkust/norm/1.0/index.html',
  'norm/2.0/thema/toezicht/index.html',
  'zomerkust/norm/1.0/thema/strand/index.html',
  'norm/1.0/punt/panden/index.html',
  'norm/1.0/punt/nevenfuncties/index.html',
  'norm/2.0/punt/meldpunt/index.html',
  'norm/2.0/punt/loket/index.html',
  'zomerkust/norm/1.0/punt/strandpaal/index.html',
  'norm/2.0/meting/2025-nulmeting/index.html',
  'norm/2.0/meting/2026-voorjaar/index.html',
  'zomerkust/norm/1.0/meting/2026/index.html',
  'norm/2.0/open/index.html',
  'norm/2.0/sorteren/index.html',
  'vergelijking/1.0-2.0/index.html',
  'organisatie/ruigdam/index.html',
  'organisatie/ruigdam/a4/index.html',
  'organisatie/waterschap-ruige-wetering/index.html',
  'zomerkust/organisatie/kustpolitie/index.html',
  'andere-normen/index.html',
  'documenten/index.html',
  'documenten/eindstand-2024/index.html',
  'documenten/mededeling-2026/index.html',
  'data/index.html',
  'data/narekenen/index.html',
  'data/narekenen/uitvoeren/index.html',
  'methode/index.html',
  'editie/index.html',
  'editie/2026-05-20/index.html',
  'editie/2026-05-20/norm/2.0/meting/2026-voorjaar/index.html',
  'editie/2026-05-20/grafiek/norm-2-0-voortgang/index.html',
  'grafiek/norm-2-0-voortgang/index.html',
  'grafiek/norm-2-0-punt-meldpunt/index.html',
  'grafiek/interactief/index.html',
  'nieuws/index.html',
  'nieuws/zelf-narekenen/index.html',
  'zoeken/index.html',
  'begrippen/index.html',
  'a-z/index.html',
  'over/index.html',
  'licenties/index.html',
  'privacy/index.html',
  'toegankelijkheid/index.html',
  'redactie/index.html',
  '404.html',
  'feed.xml',
  'norm/2.0/feed.xml',
  'organisatie/ruigdam/feed.xml',
  'sitemap.xml',
  'robots.txt',
  '.well-known/security.txt',
];

/** Files that are published next to the pages. */
const OTHERS = [
  '_headers',
  'norm/2.0/open/open.csv',
  'organisatie/ruigdam/resultaten.csv',
  'data/cijfers.csv',
  'data/resultaten.csv',
  'data/vergelijking.csv',
  'data/wijzigingen.csv',
  'data/resultaten.csv-metadata.json',
  'data/cijfers.csv-metadata.json',
  'data/wijzigingen.csv-metadata.json',
  'data/vergelijking.csv-metadata.json',
  'data/rapport.json',
  'data/catalogus.jsonld',
  'grafiek/norm-2-0-voortgang/gegevens.csv',
  'grafiek/norm-2-0-voortgang/grafiek.svg',
  'grafiek/norm-2-0-voortgang/specificatie.json',
  'grafiek/norm-2-0-meting-2026-voorjaar-organisaties/gegevens.csv',
  'grafiek/vergelijking-1-0-2-0-doorloop/grafiek.svg',
  'grafiek/vergelijking-1-0-2-0-themas/grafiek.svg',
  'grafiek/vergelijking-1-0-2-0-doorloop/gegevens.csv',
  'grafiek/vergelijking-1-0-2-0-themas/gegevens.csv',
];

const folder = await builtSite(DATA);

for (const file of [...PAGES, ...OTHERS]) {
  test(`${file} equals its golden file`, () => {
    assertGolden(path.join(EXPECTED, file), goldenText(file, fs.readFileSync(path.join(folder, file), 'utf8')));
  });
}

test('every page type has a golden file', async () => {
  const types = await pageTypesOf(DATA);
  assert.equal(
    types.filter(({ files }) => !files.some((file) => PAGES.includes(file))).map(({ type }) => type),
    [],
  );
  assert.ok(types.length >= 30);
});

test('no golden file is left over', () => {
  assert.equal(filesBelow(EXPECTED).sort(), [...PAGES, ...OTHERS].sort());
});

test.run();
