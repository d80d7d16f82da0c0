import { load } from 'cheerio';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { builtSite, pagesOf } from '../support/site.ts';

const folder = await builtSite();
const pages = pagesOf(folder);
const files = new Set(filesBelow(folder).map((name) => `/${name}`));

const addresses = new Set(pages.map(({ address }) => address));

test('both reports have every kind of page', () => {
  const expected = [
    '/',
    '/norm/1.0/',
    '/norm/2.0/',
    '/norm/1.0/punt/meld-misdaad-anoniem/',
    '/norm/1.0/meting/2022-eindevaluatie/',
    '/organisatie/urk/',
    '/vergelijking/1.0-2.0/',
    '/andere-normen/',
    '/documenten/',
    '/documenten/mededeling-3120590/',
    '/data/',
    '/methode/',
    '/begrippen/',
    '/over/',
    '/voorbeeld/',
    '/voorbeeld/norm/2.0/thema/bewustwording/',
    '/voorbeeld/organisatie/modelstad/',
    '/voorbeeld/vergelijking/1.0-2.0/',
    '/404.html',
  ];
  assert.equal(
    expected.filter((address) => !addresses.has(address)),
    [],
  );
});

test('every page has a language, one title of its own, a description and one main heading', () => {
  const wrong = pages.filter(
    ({ $ }) =>
      $('html').attr('lang') !== 'nl' ||
      !$('head title').text().trim() ||
      !$('meta[name=description]').attr('content')?.trim() ||
      $('h1').length !== 1,
  );
  assert.equal(
    wrong.map(({ address }) => address),
    [],
  );
  const titles = pages.map(({ $ }) => $('head title').text());
  assert.equal(
    titles.filter((title, index) => titles.indexOf(title) !== index),
    [],
  );
});

test('headings go down one level at a time', () => {
  const wrong = pages.flatMap(({ address, $ }) => {
    const levels = $('h1,h2,h3,h4,h5,h6')
      .toArray()
      .map((heading) => Number(heading.tagName[1]));
    return levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1)
      ? [`${address}: ${levels.join(' ')}`]
      : [];
  });
  assert.equal(wrong, []);
});

test('every internal link leads to a page or file, and every anchor to an element', () => {
  const broken: string[] = [];
  const anchors = new Map(
    pages.map(({ address, $ }) => [
      address,
      new Set(
        $('[id]')
          .toArray()
          .map((element) => element.attribs.id!),
      ),
    ]),
  );
  for (const { address, $ } of pages) {
    for (const element of $('[href],[src]').toArray()) {
      const reference = element.attribs.href ?? element.attribs.src ?? '';
      if (/^(?:https?:|mailto:|data:)/.test(reference)) continue;
      const url = new URL(reference, `http://site.example${address}`);
      const target = decodeURIComponent(url.pathname);
      if (!addresses.has(target) && !files.has(target)) broken.push(`${address} -> ${reference}`);
      else if (url.hash && !anchors.get(target)?.has(decodeURIComponent(url.hash.slice(1))))
        broken.push(`${address} -> ${reference} (no such anchor)`);
    }
  }
  assert.equal(broken, []);
});

test('ids are unique within a page', () => {
  const wrong = pages.flatMap(({ address, $ }) => {
    const ids = $('[id]')
      .toArray()
      .map((element) => element.attribs.id!);
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${address}#${id}`);
  });
  assert.equal(wrong, []);
});

test('every table has a caption, headers with a scope, and rows; every list has items; no heading is empty', () => {
  const wrong = pages.flatMap(({ address, $ }) => [
    ...$('table')
      .toArray()
      .filter(
        (table) =>
          !$(table).find('caption').text().trim() ||
          $(table).find('tbody tr').length === 0 ||
          $(table).find('th:not([scope])').length > 0,
      )
      .map(() => `${address}: table`),
    ...$('ul,ol,dl')
      .toArray()
      .filter((list) => $(list).children().length === 0)
      .map(() => `${address}: list`),
    ...$('h1,h2,h3,h4,p,li,td,dd')
      .toArray()
      .filter((element) => $(element).text().trim() === '' && $(element).children().length === 0)
      .map((element) => `${address}: empty ${element.tagName}`),
  ]);
  assert.equal(wrong, []);
});

test('no template syntax, missing value or other trace of the program is in the output', () => {
  const wrong = pages.flatMap(({ address, $ }) => {
    const text = $('body').text();
    return ['{{', '{%', 'undefined', '[object', 'NaN', ' null', 'Infinity']
      .filter((trace) => text.includes(trace))
      .map((trace) => `${address}: ${trace}`);
  });
  assert.equal(wrong, []);
});

/** A chart to embed, a page as one sheet of paper, and pages whose purpose is to run a script. */
const UNLISTED = /\/(?:grafiek\/[^/]+|organisatie\/[^/]+\/a4|interactief|sorteren|uitvoeren)\/$/;

/** Opening one of these is a request to run a script: the link or button to it says so. */
const ASKED = /\/(?:interactief|sorteren|uitvoeren)\/$|^\/zoeken\//;

test('pages of a fictional report carry the notice and are not indexed; others do not and are', () => {
  for (const { address, $ } of pages) {
    const isFictional = address.startsWith('/voorbeeld/');
    assert.is($('.fictional').length > 0, isFictional, address);
    const robots = $('meta[name=robots]').attr('content') ?? '';
    const leadsOn = $('meta[http-equiv=refresh]').length > 0;
    assert.is(
      robots.includes('noindex'),
      isFictional || leadsOn || address === '/404.html' || UNLISTED.test(address),
      address,
    );
  }
});

test('the sitemap names every page that may be indexed, once, and no fictional one', async () => {
  const { load } = await import('cheerio');
  const { default: fs } = await import('node:fs');
  const $ = load(fs.readFileSync(`${folder}/sitemap.xml`, 'utf8'), { xml: true });
  const listed = $('loc')
    .toArray()
    .map((element) => new URL($(element).text()).pathname)
    .sort();
  const expected = pages
    .filter(({ $: page }) => !page('meta[name=robots]').attr('content'))
    .map(({ address }) => address)
    .sort();
  assert.equal(listed, expected);
});

test('a page loads no script before someone asks, and nothing from another host', () => {
  const wrong = pages.flatMap(({ address, $ }) => [
    ...(ASKED.test(address) ? [] : $('script:not([type="application/ld+json"])').toArray()).map(
      () => `${address}: script`,
    ),
    ...$('link[rel=stylesheet],img,iframe,source,link[rel=icon]')
      .toArray()
      .map((element) => element.attribs.href ?? element.attribs.src ?? '')
      .filter((reference) => /^(?:https?:)?\/\//.test(reference))
      .map((reference) => `${address}: ${reference}`),
    ...$('*')
      .toArray()
      .flatMap((element) => Object.keys('attribs' in element ? element.attribs : {}))
      .filter((name) => /^on|^style$/.test(name))
      .map((name) => `${address}: ${name}`),
  ]);
  assert.equal(wrong, []);
});

test('the page of an ambition lists results with different remarks separately, and no result without remarks', () => {
  function listed(address: string) {
    return pages
      .find((page) => page.address === address)!
      .$('.results > li > p:first-child')
      .toArray()
      .map((line) => load(line).text().trim());
  }
  assert.equal(
    listed('/norm/1.0/punt/meld-misdaad-anoniem/').map((line) => line.replace(/\s+/g, ' ')),
    ['Almere: ✓ behaald', 'Dronten: ✓ behaald', 'Noordoostpolder: ✓ behaald'],
  );
  // If no result says more than the table does, there is no list.
  assert.equal(listed('/norm/1.0/punt/panden-sluiten/'), []);
  assert.ok(listed('/voorbeeld/norm/2.0/punt/boa-training/').length > 1);
});

test.run();
