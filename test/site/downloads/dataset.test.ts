import fs from 'node:fs';
import path from 'node:path';
import { load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readTree } from '../../support/fixtures.ts';
import { readSheets } from '../../support/read-workbook.ts';
import { putFiles, scratch } from '../../support/scratch.ts';
import { builtSite } from '../../support/site.ts';
import { changed } from '../../support/tree.ts';

const ADDRESS = 'https://ruiglandsenorm.example/data/';

interface Reference {
  readonly '@id': string;
}

interface Dataset {
  readonly '@id': string;
  readonly 'dct:modified': { readonly '@value': string };
  readonly 'dct:subject': readonly Reference[];
  readonly 'dcat:keyword': readonly { readonly '@value': string }[];
  readonly 'dcat:distribution': readonly { readonly 'dcat:downloadURL': Reference }[];
}

const site = await builtSite('test/fixtures/ruigland/data');
const text = fs.readFileSync(path.join(site, 'data/catalogus.jsonld'), 'utf8');
const [catalogue, publisher] = (
  JSON.parse(text) as { '@graph': readonly (Reference & { 'dcat:dataset': readonly Dataset[] })[] }
)['@graph'];
const datasets = catalogue!['dcat:dataset'];

test('a dataset was modified on the newest day in its data: that of a norm by its own days, that of the report by those of documents too', () => {
  assert.equal(
    datasets.map((each) => [each['@id'].split('#')[1], each['dct:modified']['@value']]),
    [
      // A correction of 2 June 2026; the final round of the first norm was published on 20 November 2024.
      ['dataset', '2026-06-02'],
      ['dataset-norm-1.0', '2024-11-20'],
      ['dataset-norm-2.0', '2026-06-02'],
    ],
  );
});

test('a norm’s dataset is distributed as its own files, the report’s as all files', () => {
  const files = datasets.map((each) =>
    each['dcat:distribution'].map((file) => file['dcat:downloadURL']['@id'].replace(ADDRESS, '')),
  );
  assert.equal(files, [
    [
      'resultaten.csv',
      'cijfers.csv',
      'wijzigingen.csv',
      'vergelijking.csv',
      'rapport.json',
      'rapport.xlsx',
      'rapport.zip',
    ],
    ['norm-1.0.xlsx', 'norm-1.0.zip'],
    ['norm-2.0.xlsx', 'norm-2.0.zip'],
  ]);
});

test('a dataset has its region as a keyword, and organisations with a known code as its subject, not as its makers', () => {
  assert.ok(datasets[0]!['dcat:keyword'].some((word) => word['@value'] === 'Ruigland'));
  assert.equal(datasets[0]!['dct:subject'], [{ '@id': 'https://identifier.overheid.nl/tooi/id/provincie/pv99' }]);
  assert.is(publisher!['@id'], 'https://ruiglandsenorm.example/over/#uitgever');
});

test('the page of the data says the same to search engines; that of a made-up report says nothing', () => {
  function describedIn(file: string): string {
    return load(fs.readFileSync(path.join(site, file), 'utf8'))('script[type="application/ld+json"]').text();
  }
  const described = JSON.parse(describedIn('data/index.html')) as {
    dateModified: string;
    spatialCoverage: string;
    distribution: readonly { contentUrl: string }[];
  };
  assert.equal([described.dateModified, described.spatialCoverage], ['2026-06-02', 'Ruigland']);
  assert.equal(
    described.distribution.map(({ contentUrl }) => contentUrl),
    datasets[0]!['dcat:distribution'].map((file) => file['dcat:downloadURL']['@id']),
  );
  assert.is(describedIn('zomerkust/data/index.html'), '');
});

test('the files of a norm hold its own rows, and a comparison is in those of both norms', () => {
  const versions = ['1.0', '2.0'];
  const rows = versions.map((version) => {
    const files = unzipSync(fs.readFileSync(path.join(site, `data/norm-${version}.zip`)));
    const compared = strFromU8(files['vergelijking.csv']!).trimEnd().split('\r\n').slice(1);
    const sheets = readSheets(fs.readFileSync(path.join(site, `data/norm-${version}.xlsx`)));
    assert.equal(
      new Set(
        sheets
          .get('resultaten')!
          .slice(1)
          .map(([norm]) => norm),
      ),
      new Set([version]),
    );
    assert.is(sheets.get('vergelijking')!.length, compared.length + 1);
    return compared;
  });
  assert.is(rows[0]!.length, 9);
  assert.equal(rows[0], rows[1]);
});

test('a workbook of made-up data says so on its first sheet, and another does not', () => {
  function firstRow(file: string): string {
    return String(readSheets(fs.readFileSync(path.join(site, file))).get('uitleg')![1]![2]);
  }
  assert.is(firstRow('zomerkust/data/rapport.xlsx'), 'Verzonnen gegevens. Vrij te gebruiken (CC0).');
  assert.is(firstRow('data/rapport.xlsx'), 'Vrij te gebruiken (CC0).');
});

/** The same region, published by its province, with a title that could end an element of the page. */
const other = path.join(scratch('eigen'), 'data');
putFiles(
  other,
  changed(
    changed(
      readTree('ruigland/data'),
      'site.yaml',
      'uitgever: Redactie Ruiglandse Norm',
      'uitgever: Provincie Ruigland',
    ),
    'ruigland/rapport.yaml',
    'titel: Ruiglandse Norm',
    'titel: Norm </script><b>& meer',
  ),
);
const otherSite = await builtSite(other);

test('an organisation that publishes the site itself is named by its own code, once', () => {
  const own = 'https://identifier.overheid.nl/tooi/id/provincie/pv99';
  const graph = (
    JSON.parse(fs.readFileSync(path.join(otherSite, 'data/catalogus.jsonld'), 'utf8')) as {
      '@graph': readonly (Reference & { readonly 'dct:publisher'?: Reference })[];
    }
  )['@graph'];
  assert.equal(graph[0]!['dct:publisher'], { '@id': own });
  assert.is(graph.filter((each) => each['@id'] === own).length, 1);
});

test('no title can close the element in which the data are described', () => {
  const $ = load(fs.readFileSync(path.join(otherSite, 'data/index.html'), 'utf8'));
  const described = JSON.parse($('script[type="application/ld+json"]').text()) as { name: string };
  assert.is(described.name, 'Norm </script><b>& meer: resultaten en cijfers');
  assert.is($('script').length, 1);
});

test.run();
