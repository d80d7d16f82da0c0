import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { readTree } from '../../support/fixtures.ts';
import { builtSite } from '../../support/site.ts';

type Fields = Readonly<Record<string, unknown>>;

const tree = readTree('ruigland/data');
const site = await builtSite('test/fixtures/ruigland/data');

/** The content of a file as an editor wrote it. */
function authored(name: string): Fields {
  return parse(tree[name]!) as Fields;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields that are published elsewhere, or not at all, with the reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  openbaar: 'only public documents are there',
  concept: 'only what is no concept is there',
};

/** Fields that collect the content of other files. */
const BESIDE: ReadonlySet<string> = new Set(['metingen', 'reacties']);

/** Defaults of fields that nobody wrote, if not null. Source: the contract. */
function defaultOf(field: string, record: Fields): unknown {
  switch (field) {
    case 'vergelijkbaar':
      return record.relatie === 'gelijk' || record.relatie === 'gelijkwaardig';
    case 'deels_behaald':
      return 0;
    case 'totaal':
      return 'gezamenlijk';
    case 'telling':
      return { deels_behaald: 0, totaal: 'gezamenlijk' };
    default:
      return null;
  }
}

function withheldIn(report: string): ReadonlySet<unknown> {
  const { documenten } = authored(`${report}/documenten.yaml`) as { documenten: readonly Fields[] };
  return new Set(documenten.filter(({ openbaar }) => openbaar === false).map(({ id }) => id));
}

/** How a published record differs from the authored one. */
function differences(report: string, wrote: unknown, published: unknown, at: string): string[] {
  if (Array.isArray(wrote)) {
    const list: readonly unknown[] = Array.isArray(published) ? published : [];
    return wrote.length === list.length
      ? wrote.flatMap((item, index) => differences(report, item, list[index], `${at}[${index}]`))
      : [`${at}: ${list.length} instead of ${wrote.length}`];
  }
  if (!isFields(wrote) || !isFields(published))
    return wrote === published ? [] : [`${at}: ${JSON.stringify(published)} instead of ${JSON.stringify(wrote)}`];
  return [
    ...Object.entries(wrote)
      .filter(([field]) => !(field in ELSEWHERE))
      .flatMap(([field, value]) =>
        differences(report, asPublished(report, field, value), published[field], `${at}.${field}`),
      ),
    ...Object.entries(published)
      .filter(([field, value]) => !(field in wrote) && !BESIDE.has(field) && !isNothing(value))
      .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(defaultOf(field, wrote)))
      .map(([field, value]) => `${at}.${field}: ${JSON.stringify(value)}, which nobody wrote`),
  ];
}

function isNothing(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

/** References in their published form, and participants that were written as only an id. */
function asPublished(report: string, field: string, value: unknown): unknown {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (field === 'bron' || field === 'verwijst_naar')
    return list.map((id) => (withheldIn(report).has(id) ? { openbaar: false } : { document: id }));
  if (field === 'deelnemers') return list.map((each) => (isFields(each) ? each : { organisatie: each }));
  if (field === 'documenten') return list.filter((each) => isFields(each) && each.openbaar === true);
  return value;
}

/** Names of folders or files directly below a path. */
function namesBelow(folder: string): string[] {
  const within = Object.keys(tree).filter((name) => name.startsWith(`${folder}/`));
  return [...new Set(within.map((name) => name.slice(folder.length + 1).split('/')[0]!))];
}

interface Published extends Fields {
  readonly normen: readonly (Fields & { readonly versie: string; readonly metingen: readonly Fields[] })[];
  readonly resultaten: readonly Fields[];
}

for (const [report, at] of [
  ['ruigland', ''],
  ['zomerkust', 'zomerkust'],
] as const) {
  const published = JSON.parse(fs.readFileSync(path.join(site, at, 'data/rapport.json'), 'utf8')) as Published;

  test(`rapport.json of ${report} has every field of the report, its organisations and its documents as they were written`, () => {
    const wrote = {
      ...authored(`${report}/rapport.yaml`),
      ...authored(`${report}/organisaties.yaml`),
      ...authored(`${report}/documenten.yaml`),
    };
    const { versie, normen, resultaten, cijfers, wijzigingen, vergelijking, ...own } = published;
    assert.equal(differences(report, wrote, own, report), []);
    assert.is(versie, '1');
    for (const table of [normen, resultaten, cijfers, wijzigingen, vergelijking]) assert.ok(Array.isArray(table));
  });

  test(`rapport.json of ${report} has every field of its norms and rounds as they were written, and nothing else`, () => {
    const versions = namesBelow(`${report}/normen`);
    assert.equal(
      published.normen.map(({ versie }) => versie),
      versions.sort(),
    );
    for (const norm of published.normen) {
      const folder = `${report}/normen/${norm.versie}`;
      assert.equal(differences(report, authored(`${folder}/norm.yaml`), norm, norm.versie), []);
      const rounds = namesBelow(`${folder}/metingen`)
        .map((id): Fields => ({ id, ...authored(`${folder}/metingen/${id}/meting.yaml`) }))
        .filter(({ concept }) => concept !== true);
      assert.equal(differences(report, rounds, norm.metingen, `${norm.versie}.metingen`), []);
    }
  });

  test(`rapport.json of ${report} has what every organisation says of its own results`, () => {
    for (const { versie, metingen } of published.normen)
      for (const { id, reacties } of metingen) {
        const folder = `${report}/normen/${versie}/metingen/${String(id)}/resultaten`;
        const files = namesBelow(folder).map((name) => authored(`${folder}/${name}`));
        const said = files.flatMap(({ organisatie, reactie }) =>
          reactie ? [`${String(organisatie)}: ${String(reactie)}`] : [],
        );
        const found = (reacties as readonly Fields[]).map(
          (each) => `${String(each.organisatie)}: ${String(each.reactie)}`,
        );
        assert.equal(found.sort(), said.sort());
      }
  });

  test(`rapport.json of ${report} has every field of every result as it was written`, () => {
    const rows = new Map(
      published.resultaten.map((row) => [
        [row.norm, row.meting, row.organisatie, row.ambitiepunt].map(String).join('/'),
        row,
      ]),
    );
    const wrong: string[] = [];
    for (const { versie, metingen } of published.normen) {
      for (const id of metingen.map((round) => String(round.id))) {
        const folder = `${report}/normen/${versie}/metingen/${id}/resultaten`;
        for (const name of namesBelow(folder)) {
          const { organisatie, resultaten } = authored(`${folder}/${name}`);
          for (const [point, result] of Object.entries(resultaten as Fields)) {
            const key = [versie, id, organisatie, point].join('/');
            const { bron, ...fields } = isFields(result) ? result : { status: result };
            const sources = [bron ?? []].flat().map((each) => (withheldIn(report).has(each) ? 'niet openbaar' : each));
            const wrote = { ...fields, bron: sources.length === 0 ? null : sources.join(', ') };
            for (const [field, value] of Object.entries(wrote))
              if (rows.get(key)?.[field] !== value)
                wrong.push(
                  `${key}.${field}: ${JSON.stringify(rows.get(key)?.[field])} instead of ${JSON.stringify(value)}`,
                );
            rows.delete(key);
          }
        }
      }
    }
    assert.equal(wrong, []);
    assert.equal([...rows.keys()], []);
  });
}

test.run();
