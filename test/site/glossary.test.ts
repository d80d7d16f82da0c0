import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readContract } from '../../scripts/contract/read.ts';
import { readData } from '../../scripts/io/read.ts';
import { linkTerms, readGlossary, readJargon } from '../../scripts/site/glossary.ts';
import { fixture } from '../support/fixtures.ts';
import { builtSite, pagesOf } from '../support/site.ts';

const { settings } = readContract(readData(fixture('ruigland/data')));
const jargon = readJargon(settings!.terms);
function linked(html: string) {
  return linkTerms(html, jargon, '/begrippen/');
}

test('a term leads to the glossary at its first use, and only there', () => {
  assert.is(
    linked('<p>Het RIEC helpt. Het RIEC adviseert.</p>'),
    '<p>Het <a class="term" href="/begrippen/#riec">RIEC</a> helpt. Het RIEC adviseert.</p>',
  );
});

test('the longest form of a term counts, whatever its case', () => {
  assert.is(
    linked('<p>Ondermijnende criminaliteit</p>'),
    '<p><a class="term" href="/begrippen/#ondermijning">Ondermijnende criminaliteit</a></p>',
  );
});

test('a term within a name is not linked, but one at the start of a sentence is', () => {
  assert.is(
    linked('<p>Dat zegt de Werkgroep Weerbaar Voorbeeldland.</p>'),
    '<p>Dat zegt de Werkgroep Weerbaar Voorbeeldland.</p>',
  );
  assert.match(
    linked('<p>De Werkgroep Weerbaar Voorbeeldland. Weerbaar zijn is nodig.</p>'),
    /Voorbeeldland\. <a[^>]*>Weerbaar<\/a> zijn/,
  );
});

test('a term of the site stands beside those of the program by its id, and one with the same id in place of it', () => {
  const usual = readGlossary([]);
  const own = { id: 'meting', term: 'Peiling', explanation: 'Zo heet een meting hier.', see: [], forms: ['peiling'] };
  const terms = readGlossary([own, { ...own, id: 'aaa-eerst' }]);
  assert.is(terms.length, usual.length + 1);
  assert.is(terms[0]!.id, 'aaa-eerst');
  assert.is(terms.find(({ id }) => id === 'meting')!.term, 'Peiling');
  assert.is(usual.find(({ id }) => id === 'meting')!.term, 'Meting');
});

test('no link is placed in a link, a heading, a table, a picture or another word', () => {
  for (const html of [
    '<p><a href="/x/">Over het RIEC</a></p>',
    '<h2>RIEC</h2>',
    '<table><tr><td>RIEC</td></tr></table>',
    '<svg><text>RIEC</text></svg>',
    '<p>PRIECES en RIEC-team</p>',
  ]) {
    assert.is(linked(html), html);
  }
});

test('after an element without links, terms are linked again', () => {
  assert.match(linked('<h2>RIEC</h2><p>RIEC</p>'), /<h2>RIEC<\/h2><p><a/);
});

test('every term that is linked on a page is one of the glossary, and linked once', async () => {
  const pages = pagesOf(await builtSite());
  const ids = new Set(
    pages
      .find(({ address }) => address === '/begrippen/')!
      .$('.glossary [id]')
      .toArray()
      .map(({ attribs }) => attribs.id),
  );
  let links = 0;
  for (const { address, $ } of pages) {
    const targets = $('a.term')
      .toArray()
      .map(({ attribs }) => attribs.href!.split('#')[1]!);
    assert.equal(
      targets.filter((id) => !ids.has(id)),
      [],
      address,
    );
    assert.is(new Set(targets).size, targets.length, address);
    links += targets.length;
  }
  assert.ok(links > 100);
});

test.run();
