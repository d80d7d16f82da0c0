import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { achievedBy, fitting } from '../../scripts/site/views/description.ts';
import { realExample } from '../support/real-example.ts';
import { builtSite, pagesOf, type BuiltPage } from '../support/site.ts';

const pages = pagesOf(await builtSite());
const ruigland = pagesOf(await builtSite('test/fixtures/ruigland/data'));
const real = pagesOf(await realExample());

function at(from: readonly BuiltPage[], address: string): BuiltPage {
  return from.find((page) => page.address === address)!;
}

function described(from: readonly BuiltPage[], address: string): string {
  return at(from, address).$('meta[name=description]').attr('content')!;
}

test('the description of a page gives its answer, for search engines and shared links', () => {
  assert.match(described(pages, '/'), /^Norm 1\.0, najaar 2022: 83% behaald, volgens de provincie\./);
  assert.match(
    described(pages, '/norm/1.0/meting/2022-eindevaluatie/'),
    /najaar 2022: 83% behaald, volgens de provincie\.$/,
  );
  assert.match(described(pages, '/norm/2.0/'), /^Norm 2\.0 is ondertekend op 3 maart 2025\. /);
  assert.match(
    described(pages, '/voorbeeld/'),
    /^Norm 2\.0, april 2026: tussen \d+% en \d+% behaald\. Van 7 resultaten weten wij het niet\. Een deels behaald punt telt voor de helft\.$/,
  );
  assert.match(described(pages, '/voorbeeld/norm/2.0/punt/lokaal-overleg/'), /behaald door 5 van de 6 organisaties/);
  assert.match(described(ruigland, '/organisatie/ruigdam/'), /^Gemeente Ruigdam, norm 2\.0, /);
  assert.match(described(real, '/vergelijking/1.0-2.0/'), /\d+%|procentpunt/);
});

test('a description consists of whole sentences that a search engine shows in full, with the right singular or plural', () => {
  const wrong = [...pages, ...ruigland].flatMap(({ address, $ }) => {
    const text = $('meta[name=description]').attr('content') ?? '';
    const isGood =
      text.length <= 155 && /[.?…]$/.test(text) && !/\b1 (?:resultaten|punten|organisaties)\b|\balle 2\b/.test(text);
    return isGood || address.includes('/grafiek/') ? [] : [`${address}: ${text}`];
  });
  assert.equal(wrong, []);
});

test('by how many an ambition is achieved reads well for none, one, both and all', () => {
  const told = [
    [0, 1],
    [1, 1],
    [0, 2],
    [1, 2],
    [2, 2],
    [3, 7],
    [7, 7],
  ] as const;
  assert.equal(
    told.map(([count, whole]) => achievedBy('behaald', count, whole)),
    [
      'niet behaald',
      'behaald door de enige organisatie',
      'door geen van de 2 organisaties behaald',
      'behaald door 1 van de 2 organisaties',
      'behaald door beide organisaties',
      'behaald door 3 van de 7 organisaties',
      'behaald door alle 7 organisaties',
    ],
  );
});

test('sentences that do not fit are left out entirely; only a first one that is too long is cut', () => {
  assert.is(fitting(['Een.', 'Twee.']), 'Een. Twee.');
  assert.is(fitting(['Een.', 'w'.repeat(200), 'Drie.']), 'Een. Drie.');
  assert.match(fitting([`${'woord '.repeat(40)}.`]), /^(?:woord ){1,}woord…$/);
});

test('no shared link shows a picture: none could show what each page is about', () => {
  for (const { address, $ } of pages) assert.is($('meta[property="og:image"]').length, 0, address);
});

test('each organisation and norm of a real report can be followed, and says what that brings; a made-up report cannot', () => {
  for (const address of ['/organisatie/modelstad/', '/norm/2.0/', '/norm/1.0/']) {
    const { $ } = at(real, address);
    const prefix = '/norm';
    assert.is($('.follow a').first().attr('href'), `${prefix}${address}feed.xml`, address);
    assert.match(
      $('.follow').text(),
      /^Volg [^:]+: een feed met nieuwe metingen, veranderingen, documenten en correcties\./,
    );
  }
  assert.is(at(ruigland, '/organisatie/ruigdam/').$('.follow').length, 1);
  for (const { address, $ } of [...pages, ...ruigland].filter(({ $: page }) => page('.fictional').length > 0))
    assert.is($('.follow').length, 0, address);
});

test('one page says what is known, not public and unknown of each norm and organisation, with the document that would tell', () => {
  const { $ } = at(pages, '/documenten/');
  const tables = $('table caption')
    .toArray()
    .map((each) => $(each).text());
  assert.equal(tables, [
    'Flevolandse Norm 2.0: wat is bekend?',
    'Flevolandse Norm 1.0: wat is bekend?',
    'Per organisatie: wat is bekend van de nieuwste meting?',
  ]);
  assert.match($('table').eq(1).text(), /3 andere metingen\s*niet openbaar\s*de verslagen van de 3 andere metingen/);
  assert.is($('table').last().find('tbody tr').length, 10);
  const whole = at(real, '/documenten/').$;
  assert.match(whole('table').first().text(), /De lijst van ambitiepunten\s*bekend\s*deze site/);
  assert.is(whole('#opvragen').length, 0, 'where all is public there is nothing to ask for');
});

test('a real report says what to request, from whom and in which words, and asks participants for their results; a made-up one does not', () => {
  const { $ } = at(pages, '/documenten/');
  const request = $('.request').text();
  for (const part of [
    'registratienummer 3120590',
    'registratienummer 2794474',
    'de lijst van ambitiepunten van norm 1.0',
    'de tekst van norm 2.0',
  ])
    assert.match(request, part);
  assert.match($('#opvragen').next().text(), /binnen vier weken.*twee weken langer.*\(artikelen 4\.1 en 4\.4\)/);
  assert.is($('#opvragen').nextAll('p').eq(1).find('a').attr('href'), '/organisatie/provincie-flevoland/');
  assert.match($('#aanleveren').next().text(), /formulier voor Excel of LibreOffice/);
  const made = at(pages, '/voorbeeld/documenten/').$;
  assert.is(made('#opvragen, #aanleveren').length, 0);
  assert.ok(made('#niet-bekend').length > 0);
});

test.run();
