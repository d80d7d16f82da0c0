import fs from 'node:fs';
import path from 'node:path';
import { load, type CheerioAPI } from 'cheerio';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { feedEntry, newestFirst } from '../../../scripts/site/feeds/entries.ts';
import { norm, round, treeOf } from '../../support/norms.ts';
import { putFiles, scratch } from '../../support/scratch.ts';
import { builtSite } from '../../support/site.ts';

const ADDRESS = 'https://ruiglandsenorm.example';

const site = await builtSite('test/fixtures/ruigland/data');

function feed(name: string): CheerioAPI {
  return load(fs.readFileSync(path.join(site, name), 'utf8'), { xml: true });
}

/** The day and id of each entry, in the order of the feed. */
function entriesOf(name: string): string[] {
  const $ = feed(name);
  return $('entry')
    .toArray()
    .map((entry) => `${$('updated', entry).text().slice(0, 10)} ${$('id', entry).text().replace(ADDRESS, '')}`);
}

/** All that happened in the second norm: newest first, and by address within a day. */
const SECOND = [
  '2026-06-02 /norm/2.0/meting/2026-voorjaar/#correctie-2026-06-02-meldpunt-ruigenhof',
  '2026-05-12 /documenten/mededeling-2026/',
  '2026-05-12 /norm/2.0/meting/2026-voorjaar/',
  '2026-05-12 /norm/2.0/meting/2026-voorjaar/#veranderd',
  '2026-04-14 /documenten/raadsbrief-ruigdam/',
  '2025-09-15 /norm/2.0/meting/2025-nulmeting/#correctie-2025-09-15-totaal',
  '2025-09-01 /norm/2.0/meting/2025-nulmeting/',
  '2025-01-30 /documenten/norm-2025/',
  '2025-01-30 /norm/2.0/',
];

const FIRST = [
  '2024-11-20 /norm/1.0/meting/2024-eindmeting/',
  '2024-11-20 /norm/1.0/meting/2024-eindmeting/#veranderd',
  '2024-11-01 /documenten/eindstand-2024/',
  '2023-06-01 /norm/1.0/meting/2023-tussenmeting/',
  '2022-02-10 /documenten/norm-2022/',
  '2022-02-10 /norm/1.0/',
];

test('the feed of a norm has its rounds, changes, corrections and source documents, each on its own day', () => {
  assert.equal(entriesOf('norm/2.0/feed.xml'), SECOND);
  assert.equal(entriesOf('norm/1.0/feed.xml'), FIRST);
});

test('the feed of the site has the entries of each norm and the news, each once, and no document without a date', () => {
  const entries = entriesOf('feed.xml');
  assert.equal(
    entries.filter((entry) => !entry.includes('/nieuws/')),
    [...SECOND, ...FIRST],
  );
  assert.ok(entries.some((entry) => entry.includes('/nieuws/')));
});

test('the feed of an organisation has its own rounds and corrections, the documents it published and those its results are based on', () => {
  assert.equal(entriesOf('organisatie/ruigenhof/feed.xml'), [
    '2026-06-02 /norm/2.0/meting/2026-voorjaar/#correctie-2026-06-02-meldpunt-ruigenhof',
    '2026-05-12 /organisatie/ruigenhof/#meting-2.0-2026-voorjaar',
    '2026-05-12 /organisatie/ruigenhof/#wijziging-2.0-2026-voorjaar',
    '2025-09-01 /organisatie/ruigenhof/#meting-2.0-2025-nulmeting',
    '2025-01-30 /norm/2.0/',
    '2024-11-20 /organisatie/ruigenhof/#meting-1.0-2024-eindmeting',
    '2024-11-20 /organisatie/ruigenhof/#wijziging-1.0-2024-eindmeting',
    '2023-06-01 /organisatie/ruigenhof/#meting-1.0-2023-tussenmeting',
    '2022-02-10 /norm/1.0/',
  ]);
  const own = ['/documenten/mededeling-2026/', '/documenten/norm-2025/', '/documenten/norm-2022/'];
  const province = entriesOf('organisatie/provincie-ruigland/feed.xml').map((entry) => entry.split(' ')[1]!);
  assert.equal(
    province.filter((address) => address.startsWith('/documenten/')),
    own,
  );
});

test('an organisation in one norm gets entries of that norm only, and of a change only if it has results in both rounds', () => {
  assert.equal(entriesOf('organisatie/waterschap-ruige-wetering/feed.xml'), [
    '2026-05-12 /organisatie/waterschap-ruige-wetering/#meting-2.0-2026-voorjaar',
    '2025-01-30 /norm/2.0/',
  ]);
});

test('each step of an organisation goes from its earlier result to its later one, and nothing but steps is listed', () => {
  const $ = feed('organisatie/ruigdam/feed.xml');
  const entry = $('entry').filter((_, each) => $('id', each).text().endsWith('#wijziging-2.0-2026-voorjaar'));
  const content = load(entry.find('content').text());
  assert.equal(
    content('li')
      .toArray()
      .map((item) => content(item).text().trim()),
    [
      '1.3 Er is een meldpunt met een vaste werkwijze: van ‘in ontwikkeling’ naar ‘uitgevoerd’',
      '2.2 Huurders van panden zijn getoetst: van ‘in ontwikkeling’ naar ‘uitgevoerd’',
      '2.3 Er zijn twee controles per jaar: van ‘uitgevoerd’ naar ‘in ontwikkeling’',
      '3.1 Wie een kwetsbare functie heeft, is gescreend: van ‘ontbreekt’ naar ‘in ontwikkeling’',
    ],
  );
});

test('a document in a feed has its registration number, if it has one', () => {
  const $ = feed('feed.xml');
  function said(id: string): string {
    return $('entry')
      .filter((_, each) => $('id', each).text().endsWith(`/documenten/${id}/`))
      .find('content')
      .text();
  }
  assert.match(said('norm-2022'), 'Registratienummer: 0034.');
  assert.not.match(said('raadsbrief-ruigdam'), 'Registratienummer');
});

test('a round in which nothing applies to an organisation has no figure in its title', async () => {
  const data = path.join(scratch('feed'), 'data');
  putFiles(
    data,
    treeOf({
      organisations: { a: 'gemeente', b: 'gemeente' },
      norms: [norm('1.0', ['a', 'b'], ['p'], { een: round('2025', 'p', { a: 'b', b: 'v' }) })],
    }),
  );
  const folder = await builtSite(data);
  function titles(organisation: string): string[] {
    const $ = load(fs.readFileSync(path.join(folder, `organisatie/${organisation}/feed.xml`), 'utf8'), { xml: true });
    return $('entry > title')
      .toArray()
      .map((title) => $(title).text());
  }
  assert.equal([titles('a'), titles('b')], [['a: Meting 2025 van norm 1.0: 100%'], ['b: Meting 2025 van norm 1.0']]);
});

test('a character that XML does not allow becomes a replacement character', () => {
  const { title, paragraphs } = feedEntry({
    id: 'a',
    address: 'a',
    date: '2025',
    title: 'a\u0001b',
    paragraphs: ['c\u000Bd\ne'],
  });
  assert.equal([title, paragraphs], ['a\uFFFDb', ['c\uFFFDd\ne']]);
});

test('entries of the same moment are ordered by id, and duplicates are dropped', () => {
  function entry(id: string, date: string) {
    return feedEntry({ id, address: id, date, title: id });
  }
  const entries = [
    entry('b', '2025'),
    entry('a', '2025'),
    entry('c', '2026'),
    entry('a', '2025'),
    entry('d', '2024-23'),
  ];
  for (const given of [entries, entries.toReversed()])
    assert.equal(
      newestFirst(given).map(({ id, updated }) => [id, updated]),
      [
        ['c', '2026-01-01T00:00:00Z'],
        ['a', '2025-01-01T00:00:00Z'],
        ['b', '2025-01-01T00:00:00Z'],
        ['d', '2024-09-01T00:00:00Z'],
      ],
    );
});

test.run();
