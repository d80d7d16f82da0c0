import fs from 'node:fs';
import path from 'node:path';
import type { CheerioAPI } from 'cheerio';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { builtSite, pagesOf } from '../support/site.ts';

type Row = Readonly<Record<string, string | number | null>>;
type Source = { readonly document: string } | { readonly openbaar: false };

/** The fields that concern sources. */
interface Published {
  readonly normen: readonly {
    readonly versie: string;
    readonly metingen: readonly { readonly id: string; readonly bron: readonly Source[] }[];
  }[];
  readonly cijfers: readonly Row[];
  readonly resultaten: readonly Row[];
}

/** What a page shows for a source that must stay unknown. */
const WITHHELD = 'bron niet openbaar';

const REPORTS: readonly (readonly [data: string, paths: readonly string[]])[] = [
  ['data', ['/', '/voorbeeld/']],
  ['test/fixtures/ruigland/data', ['/', '/zomerkust/']],
];

function fromCell(cell: Row[string] | undefined): string[] {
  return typeof cell === 'string' && cell !== ''
    ? cell.split(', ').map((name) => (name === 'niet openbaar' ? WITHHELD : name))
    : [];
}

/** The columns that distinguish the rows of one scope. */
function scopeOf([kind = '', ...ids]: readonly string[]): Row {
  switch (kind) {
    case 'thema':
      return { thema: ids[0]! };
    case 'organisatie':
      return { organisatie: ids[0]! };
    case 'thema-organisatie':
      return { thema: ids[0]!, organisatie: ids[1]! };
    case 'ambitiepunt':
      return { ambitiepunt: ids[0]! };
    default:
      return {};
  }
}

function fits(row: Row, expected: Row): boolean {
  return Object.entries(expected).every(([column, value]) => row[column] === value);
}

/**
 * The sources of a figure according to the published data: ids of documents. Written from the contract, not from the
 * code.
 */
function sourcesOf({ normen, cijfers, resultaten }: Published, identity: string, column: string): string[] {
  const [file, norm = '', ...keys] = identity.split('/');
  function ofRound(id: string): string[] {
    const round = normen.find(({ versie }) => versie === norm)!.metingen.find((each) => each.id === id)!;
    return round.bron.map((source) => ('document' in source ? source.document : WITHHELD));
  }
  if (file === 'wijzigingen') return [...ofRound(keys[0]!), ...ofRound(keys[1]!)];
  const [meting = '', ...scope] = keys;
  if (column === 'gerapporteerd') {
    const row = { norm, meting, bereik: scope[0]!, ...scopeOf(scope) };
    return fromCell(cijfers.find((each) => fits(each, row))!.gerapporteerd_bron);
  }
  // What is only partly known is based on the sources of its results.
  const own =
    column === 'bekend'
      ? resultaten.filter((row) => fits(row, { norm, meting, ...scopeOf(scope) })).flatMap(({ bron }) => fromCell(bron))
      : [];
  return own.length > 0 ? own : ofRound(meting);
}

/** Ids of the documents that a part of a page links to, and whether it says that a source is not public. */
function shownIn(part: ReturnType<CheerioAPI>): string[] {
  const links = part
    .find('a[href*="/documenten/"]')
    .toArray()
    .map(({ attribs }) => /\/documenten\/([^/]+)\/$/.exec(attribs.href ?? '')?.[1] ?? '');
  return [...links, ...(part.text().includes(WITHHELD) ? [WITHHELD] : [])];
}

function asSet(names: readonly string[]): string {
  return [...new Set(names)].sort().join(', ');
}

for (const [data, paths] of REPORTS) {
  const folder = await builtSite(data);
  const published = new Map(
    paths.map((at) => [
      at,
      JSON.parse(fs.readFileSync(path.join(folder, at, 'data/rapport.json'), 'utf8')) as Published,
    ]),
  );
  // A figure of an edition is based on the frozen data, and links there (provenance.test.ts).
  const pages = pagesOf(folder).filter(({ address }) => !address.includes('/editie/'));
  function reportOf(address: string): Published {
    return published.get(paths.toReversed().find((at) => address.startsWith(at))!)!;
  }

  test(`every figure on its own in ${data} names its sources: those of its round, or its own`, () => {
    const wrong: string[] = [];
    let withSources = 0;
    for (const { address, $ } of pages) {
      $('div.figure').each((_, element) => {
        const { 'data-cijfer': identity = '', 'data-kolom': column = '' } = element.attribs;
        const expected = asSet(sourcesOf(reportOf(address), identity, column));
        const shown = asSet(shownIn($(element).find('.figure-origin')));
        if (expected !== '') withSources++;
        if (shown !== expected) wrong.push(`${address} ${identity} ${column}: "${shown}" instead of "${expected}"`);
      });
    }
    assert.equal(wrong, []);
    assert.ok(withSources > 10, String(withSources));
  });

  test(`every reported percentage in ${data} next to a computed one names its source`, () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const { address, $ } of pages) {
      $('[data-cijfer] .figure-reported').each((_, element) => {
        const identity = $(element).closest('[data-cijfer]').attr('data-cijfer')!;
        const expected = asSet(sourcesOf(reportOf(address), identity, 'gerapporteerd'));
        const shown = asSet(shownIn($(element)));
        checked++;
        if (shown !== expected) wrong.push(`${address} ${identity}: "${shown}" instead of "${expected}"`);
      });
    }
    assert.equal(wrong, []);
    assert.ok(checked > 5 || data === 'data', String(checked));
  });

  test(`every chart in ${data} says where its figures come from`, () => {
    const without = pages.flatMap(({ address, $ }) =>
      $('figure.chart')
        .toArray()
        .filter((element) => {
          // A chart that compares two norms is based on the norms' own sources too, not only on those of rounds.
          const expected = $(element)
            .find('[data-cijfer^="cijfers/"]')
            .toArray()
            .flatMap(({ attribs }) =>
              sourcesOf(reportOf(address), attribs['data-cijfer']!, attribs['data-kolom'] ?? ''),
            );
          return expected.length > 0 && shownIn($(element).find('.chart-origin')).length === 0;
        })
        .map((element) => `${address}#${element.attribs.id}`),
    );
    assert.equal(without, []);
  });
}

test.run();
