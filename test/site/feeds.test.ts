import fs from 'node:fs';
import path from 'node:path';
import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { load } from 'cheerio';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { realExample } from '../support/real-example.ts';
import { builtSite, pagesOf } from '../support/site.ts';

const ATOM = 'http://www.w3.org/2005/Atom';
const BASE = 'https://voorbeeldland.example/norm';

const shipped = await builtSite();
const real = await realExample();

/** Throws on anything that is not well-formed. */
function parsed(file: string): Document {
  return new DOMParser({
    onError: (level, message) => {
      throw new Error(`${file}: ${level}: ${message}`);
    },
  }).parseFromString(fs.readFileSync(file, 'utf8'), 'text/xml');
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly link: string;
  readonly html: string;
}

interface Feed {
  readonly file: string;
  readonly id: string;
  readonly self: string;
  readonly updated: string;
  readonly author: string;
  readonly entries: readonly Entry[];
}

function children(node: Element, name: string): Element[] {
  return Array.from(node.childNodes).filter((child) => child.nodeName === name) as Element[];
}
function only(node: Element, name: string): string {
  const found = children(node, name);
  if (found.length !== 1) throw new Error(`${found.length} times ${name}`);
  return found[0]!.textContent ?? '';
}
function linkOf(node: Element, rel: string): string {
  return (
    children(node, 'link')
      .find((link) => link.getAttribute('rel') === rel)
      ?.getAttribute('href') ?? ''
  );
}

function readFeed(folder: string, file: string): Feed {
  const root = parsed(path.join(folder, file)).documentElement!;
  assert.is(root.namespaceURI, ATOM);
  assert.is(root.nodeName, 'feed');
  return {
    file,
    id: only(root, 'id'),
    self: linkOf(root, 'self'),
    updated: only(root, 'updated'),
    author: only(children(root, 'author')[0]!, 'name'),
    entries: children(root, 'entry').map((entry) => ({
      id: only(entry, 'id'),
      title: only(entry, 'title'),
      updated: only(entry, 'updated'),
      link: linkOf(entry, 'alternate'),
      html: only(entry, 'content'),
    })),
  };
}

function feedsOf(folder: string): Feed[] {
  return filesBelow(folder)
    .filter((name) => path.basename(name) === 'feed.xml')
    .map((file) => readFeed(folder, file));
}
const [shippedFeeds, realFeeds] = [feedsOf(shipped), feedsOf(real)];
const all = [...shippedFeeds, ...realFeeds];
function feed(file: string): Feed {
  return realFeeds.find((each) => each.file === file)!;
}

test('every XML file of the site is well-formed to a real parser', () => {
  for (const folder of [shipped, real]) {
    const files = filesBelow(folder).filter((name) => name.endsWith('.xml'));
    assert.ok(files.length > 5);
    for (const file of files) parsed(path.join(folder, file));
  }
});

test('every feed states its author, its address and when it changed, and is not empty', () => {
  for (const { file, id, self, updated, author, entries } of all) {
    assert.is(id, self, file);
    assert.ok(self.endsWith(`/${file}`), file);
    assert.ok(author.length > 0 && entries.length > 0, file);
    assert.is(updated, entries[0]!.updated, file);
  }
});

test('every entry has an id of its own, a valid moment from the data, a page, and its whole content', () => {
  const wrong = all.flatMap(({ file, entries }) => [
    ...(new Set(entries.map(({ id }) => id)).size < entries.length ? [`${file}: ids that are the same`] : []),
    ...entries.flatMap(({ id, title, updated, link, html }) => [
      ...(URL.canParse(id) && URL.canParse(link) ? [] : [`${file}: ${id}: no address`]),
      ...(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/.test(updated) && !Number.isNaN(Date.parse(updated))
        ? []
        : [`${file}: ${updated}`]),
      ...(title.trim() && load(html).text().trim().length > 20 ? [] : [`${file}: ${id}: empty`]),
      ...(load(html)('a')
        .toArray()
        .every(({ attribs }) => /^https:\/\//.test(attribs.href ?? ''))
        ? []
        : [`${file}: ${id}: a link that leads nowhere in a reader`]),
    ]),
  ]);
  assert.equal(wrong, []);
});

test('an entry is the same in every feed that has it', () => {
  const seen = new Map<string, string>();
  for (const { entries } of realFeeds)
    for (const entry of entries) {
      const text = JSON.stringify(entry);
      assert.is(seen.get(entry.id) ?? text, text);
      seen.set(entry.id, text);
    }
});

test('entries are newest first, and each page that they lead to exists', () => {
  const pages = new Set(pagesOf(real).map(({ address }) => `${BASE}${address}`));
  for (const { file, entries } of realFeeds) {
    const moments = entries.map(({ updated }) => updated);
    assert.equal(moments, moments.toSorted().reverse(), file);
    assert.equal(
      entries.filter(({ link }) => !pages.has(link.split('#')[0]!)).map(({ link }) => link),
      [],
      file,
    );
  }
});

test('an organisation’s feed says how many results got better, and of how many, as wijzigingen.csv has it', () => {
  const row = fs
    .readFileSync(path.join(real, 'data/wijzigingen.csv'), 'utf8')
    .split('\r\n')
    .find((line) => line.startsWith('2.0;2025-nulmeting;2026-tussenmeting;organisatie;;modelstad;'))!;
  const [, , , , , , points, forward, backward, equal] = row.split(';');
  const entry = feed('organisatie/modelstad/feed.xml').entries.find(({ id }) =>
    id.endsWith('#wijziging-2.0-2026-tussenmeting'),
  )!;
  const steps = [`${forward} beter`, `${backward} slechter`, `${equal} gelijk gebleven`];
  assert.is(entry.title, `Modelstad: ${steps.filter((step) => !step.startsWith('0 ')).join(', ')}`);
  assert.ok(load(entry.html).text().includes(`van ${points} resultaten die in beide metingen bekend zijn`), entry.html);
  assert.is(load(entry.html)('li').length, Number(forward) + Number(backward));
  assert.is(entry.updated, '2026-06-15T00:00:00Z');
});

test('an entry with a score says how partly achieved points count in it', () => {
  const scores = feed('norm/2.0/feed.xml').entries.filter(({ html }) => html.includes('deels behaald, van de'));
  assert.ok(scores.length > 0);
  for (const { html } of scores) assert.ok(html.includes('Een deels behaald punt telt voor de helft.'), html);
});

test('the site, a norm and an organisation each have their rounds, changes, corrections and documents; the site has the news', () => {
  function ids(file: string) {
    return feed(file).entries.map(({ id }) => id.replace(BASE, ''));
  }
  for (const file of ['feed.xml', 'norm/2.0/feed.xml']) {
    for (const id of [
      '/norm/2.0/',
      '/norm/2.0/meting/2026-tussenmeting/',
      '/norm/2.0/meting/2026-tussenmeting/#veranderd',
      '/norm/2.0/meting/2025-nulmeting/#correctie-2025-09-16-totaal',
      '/documenten/mededeling-2026-06/',
    ]) {
      assert.ok(ids(file).includes(id), `${file}: ${id}`);
    }
  }
  assert.not(ids('norm/2.0/feed.xml').some((id) => id.includes('/norm/1.0/')));
  const own = ids('organisatie/modelstad/feed.xml');
  assert.ok(own.includes('/norm/2.0/meting/2026-tussenmeting/#correctie-2026-07-02-lokaal-overleg-modelstad'));
  assert.not(own.some((id) => id.includes('schetsoord')));
  assert.ok(own.includes('/documenten/raadsbrief-modelstad-2025-11/'));
  assert.ok(ids('feed.xml').some((id) => id.startsWith('/nieuws/')));
});

test('a correction in a feed says what it was and what it is', () => {
  const entry = feed('feed.xml').entries.find(({ id }) => id.includes('#correctie-2026-07-02'))!;
  assert.match(entry.title, /^Correctie: .*Lokaal|^Correctie: .*lokaal/);
  assert.match(entry.html, /van niet behaald naar deels behaald/);
  assert.is(entry.updated, '2026-07-02T00:00:00Z');
});

test('a page links to the feed of its subject and to that of the site; a made-up report has none', () => {
  for (const [folder, prefix, isFictional] of [
    [shipped, '', (address: string) => address.startsWith('/voorbeeld/')],
    [real, '/norm', () => false],
  ] as const) {
    for (const { address, $ } of pagesOf(folder)) {
      const found = $('link[rel=alternate][type="application/atom+xml"]')
        .toArray()
        .map(({ attribs }) => attribs.href ?? '');
      if (isFictional(address)) assert.equal(found, [], address);
      else if ($('header').length > 0) assert.is(found.at(-1), `${prefix}/feed.xml`, address);
      for (const href of found)
        assert.ok(fs.existsSync(path.join(folder, href.slice(prefix.length))), `${address}: ${href}`);
    }
  }
  function alternates(address: string) {
    return pagesOf(real)
      .find((page) => page.address === address)!
      .$('link[rel=alternate]')
      .toArray()
      .map(({ attribs }) => attribs.href);
  }
  assert.equal(alternates('/norm/2.0/punt/lokaal-overleg/'), ['/norm/norm/2.0/feed.xml', '/norm/feed.xml']);
  assert.equal(alternates('/organisatie/modelstad/'), ['/norm/organisatie/modelstad/feed.xml', '/norm/feed.xml']);
  assert.equal(
    filesBelow(shipped).filter((name) => name.startsWith('voorbeeld/') && name.endsWith('.xml')),
    [],
  );
  assert.equal(
    shippedFeeds.flatMap(({ entries }) => entries).filter(({ id }) => id.includes('/voorbeeld/')),
    [],
  );
});

test.run();
