import fs from 'node:fs';
import path from 'node:path';
import jsonld from 'jsonld';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { realExample } from '../support/real-example.ts';
import { builtSite, pagesOf } from '../support/site.ts';

const shipped = await builtSite();
const real = await realExample();

const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const VCARD = 'http://www.w3.org/2006/vcard/ns#';

type Node = Readonly<Record<string, readonly { readonly '@id'?: string; readonly '@value'?: string }[]>> & {
  readonly '@id': string;
  readonly '@type'?: readonly string[];
};

/** Fails on any context that would have to be fetched, except schema.org's, of which the vocabulary is enough. */
function documentLoader(url: string) {
  if (url.replace(/\/$/, '') !== 'https://schema.org') throw new Error(`asks for ${url}`);
  return Promise.resolve({
    document: { '@context': { '@vocab': 'https://schema.org/' } },
    documentUrl: url,
    contextUrl: undefined,
  });
}

async function flatten(document: object): Promise<Node[]> {
  return (await jsonld.flatten(document, undefined, { documentLoader })) as Node[];
}

async function catalogueOf(folder: string) {
  const nodes = await flatten(
    JSON.parse(fs.readFileSync(path.join(folder, 'data/catalogus.jsonld'), 'utf8')) as object,
  );
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  return { nodes, byId, ofType: (type: string) => nodes.filter((node) => node['@type']?.includes(type)) };
}

/**
 * Mandatory properties of DCAT-AP-NL 3.0, with their maximum number. Source: its SHACL shapes, and those of DCAT-AP
 * 3.0.
 */
const MANDATORY: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Catalog: {
    [`${DCT}title`]: Infinity,
    [`${DCT}description`]: Infinity,
    [`${DCT}publisher`]: 1,
    [`${DCAT}contactPoint`]: 1,
    [`${DCAT}dataset`]: Infinity,
  },
  Dataset: {
    [`${DCT}title`]: Infinity,
    [`${DCT}description`]: Infinity,
    [`${DCT}identifier`]: 1,
    [`${DCT}publisher`]: 1,
    [`${DCT}creator`]: Infinity,
    [`${DCAT}contactPoint`]: 1,
    [`${DCAT}theme`]: Infinity,
    [`${DCT}accessRights`]: 1,
  },
  Distribution: { [`${DCAT}accessURL`]: 1, [`${DCT}license`]: 1 },
};

function isFilled({ '@id': id, '@value': value }: { '@id'?: string; '@value'?: string }): boolean {
  return (id ?? value ?? '').trim() !== '';
}

for (const [name, folder] of [
  ['the shipped site', shipped],
  ['the example as if it were real', real],
] as const) {
  test(`a JSON-LD parser accepts the catalogue of ${name} without fetching anything, and each mandatory property is there`, async () => {
    const { ofType } = await catalogueOf(folder);
    for (const [type, properties] of Object.entries(MANDATORY)) {
      const found = ofType(`${DCAT}${type}`);
      assert.ok(found.length > 0, type);
      for (const node of found)
        for (const [property, most] of Object.entries(properties)) {
          const values = node[property] ?? [];
          assert.ok(
            values.length >= 1 && values.length <= most && values.every(isFilled),
            `${node['@id']} ${property}: ${values.length}`,
          );
        }
    }
  });

  test(`in the catalogue of ${name}, who publishes it has a name and who can be asked an address`, async () => {
    const { byId, ofType } = await catalogueOf(folder);
    for (const node of [...ofType(`${DCAT}Catalog`), ...ofType(`${DCAT}Dataset`)]) {
      const publisher = byId.get(node[`${DCT}publisher`]![0]!['@id']!)!;
      assert.ok(publisher['@type']?.includes(`${FOAF}Agent`) && publisher[`${FOAF}name`]?.every(isFilled));
      const contact = byId.get(node[`${DCAT}contactPoint`]![0]!['@id']!)!;
      assert.ok(
        contact['@type']?.includes(`${VCARD}Kind`) && contact[`${VCARD}hasEmail`]![0]!['@id']!.startsWith('mailto:'),
      );
    }
  });

  test(`each file that the catalogue of ${name} names exists, under the licence CC0`, async () => {
    const { ofType } = await catalogueOf(folder);
    for (const node of ofType(`${DCAT}Distribution`)) {
      const address = new URL(node[`${DCAT}downloadURL`]![0]!['@id']!).pathname;
      assert.ok(fs.existsSync(path.join(folder, 'data', path.basename(address))), address);
      assert.is(node[`${DCT}license`]![0]!['@id'], 'http://creativecommons.org/publicdomain/zero/1.0/deed.nl');
    }
  });
}

test('themes are crime, and public order and safety, beside the European list; organisations have their TOOI address', async () => {
  const { ofType, byId } = await catalogueOf(shipped);
  const [dataset] = ofType(`${DCAT}Dataset`);
  const themes = dataset![`${DCAT}theme`]!.map((theme) => theme['@id']);
  assert.ok(themes.includes('http://publications.europa.eu/resource/authority/data-theme/JUST'));
  assert.ok(
    themes.some((theme) => theme?.endsWith('/Criminaliteit')) &&
      themes.some((theme) => theme?.endsWith('/Openbare_orde_en_veiligheid')),
  );
  assert.ok(byId.get('https://identifier.overheid.nl/tooi/id/gemeente/gm0034')![`${FOAF}name`]);
  assert.ok(
    dataset![`${DCT}subject`]!.some(
      (subject) => subject['@id'] === 'https://identifier.overheid.nl/tooi/id/waterschap/ws0650',
    ),
  );
});

test('the data page describes its dataset in JSON-LD, with files that exist; what is made up is not offered as data', async () => {
  const script = pagesOf(shipped)
    .find(({ address }) => address === '/data/')!
    .$('script[type="application/ld+json"]');
  assert.is(script.length, 1);
  const nodes = await flatten(JSON.parse(script.text()) as object);
  const dataset = nodes.find((node) => node['@type']?.includes('https://schema.org/Dataset'))!;
  assert.ok(
    dataset['https://schema.org/name'] &&
      dataset['https://schema.org/description'] &&
      dataset['https://schema.org/license'],
  );
  const files = nodes
    .flatMap((node) => node['https://schema.org/contentUrl'] ?? [])
    .map((each) => each['@value'] ?? each['@id']);
  assert.ok(files.length >= 7);
  for (const file of files) assert.ok(fs.existsSync(path.join(shipped, new URL(file!).pathname)), file);
  assert.is(
    pagesOf(shipped)
      .find(({ address }) => address === '/voorbeeld/data/')!
      .$('script').length,
    0,
  );
  assert.not(fs.existsSync(path.join(shipped, 'voorbeeld/data/catalogus.jsonld')));
});

test.run();
