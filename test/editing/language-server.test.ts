import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { reportSchemas } from '../../scripts/editing/schemas.ts';
import { readData } from '../../scripts/io/read.ts';
import { writeFiles } from '../../scripts/io/output.ts';
import { LanguageServer } from '../support/language-server.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'schema-'));
fs.cpSync('data/schema', path.join(folder, 'schema'), { recursive: true });
writeFiles(
  path.join(folder, 'schema'),
  reportSchemas(readData('data')).map(({ report, kind, content }) => ({
    path: `${report}/${kind}.schema.json`,
    content,
  })),
);

const server = new LanguageServer();
await server.start(pathToFileURL(folder).href);

test.after(() => {
  server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

let last = 0;
async function open(schema: string, text: string) {
  const uri = pathToFileURL(path.join(folder, `tekst-${++last}.yaml`)).href;
  const found = await server.open(uri, `# yaml-language-server: $schema=schema/${schema}.schema.json\n${text}`);
  return { uri, found: found.map(({ message, range }) => `${range.start.line}:${range.start.character} ${message}`) };
}

test('no shipped file gets a red line, with the committed schemas or with those of its report', async () => {
  for (const schemaOf of [(_: string, kind: string) => kind, (report: string, kind: string) => `${report}/${kind}`]) {
    for (const [file, report, kind] of [
      ['voorbeeld/normen/2.0/metingen/2026-tussenmeting/resultaten/modelstad.yaml', 'voorbeeld', 'resultaten'],
      ['voorbeeld/normen/2.0/norm.yaml', 'voorbeeld', 'norm'],
      ['voorbeeld/documenten.yaml', 'voorbeeld', 'documenten'],
      ['flevoland/normen/1.0/metingen/2022-eindevaluatie/meting.yaml', 'flevoland', 'meting'],
      ['flevoland/rapport.yaml', 'flevoland', 'rapport'],
    ] as const) {
      const text = fs.readFileSync(`data/${file}`, 'utf8').split('\n').slice(1).join('\n');
      assert.equal((await open(schemaOf(report, kind), text)).found, [], `${schemaOf(report, kind)} ${file}`);
    }
  }
});

test('hovering over a field explains it in Dutch', async () => {
  const { uri } = await open(
    'resultaten',
    'organisatie: modelstad\nresultaten:\n  plan:\n    status: behaald\n    verwacht: "2026"\n',
  );
  assert.match(await server.hover(uri, 1, 3), /Id van de organisatie/);
  assert.match(await server.hover(uri, 5, 6), /Wanneer het punt naar verwachting is behaald/);
});

test('statuses are completed', async () => {
  const { uri } = await open('resultaten', 'organisatie: modelstad\nresultaten:\n  plan:\n    status: \n');
  const labels = await server.complete(uri, 4, 12);
  for (const status of [
    'behaald',
    'deels behaald',
    'niet behaald',
    'niet van toepassing',
    'niet beoordeeld',
    'niet openbaar',
  ])
    assert.ok(labels.includes(status), status);
});

test('with the schemas of a report its own points, themes, organisations and documents are completed and explained', async () => {
  const results = await open('voorbeeld/resultaten', 'organisatie: \nresultaten:\n  \n');
  assert.ok((await server.complete(results.uri, 1, 13)).includes('modelstad'));
  const points = await server.complete(results.uri, 3, 2);
  assert.ok(points.includes('boa-training') && !points.includes('panden-sluiten'), points.join());
  const row = await open(
    'voorbeeld/resultaten',
    'organisatie: modelstad\nresultaten:\n  boa-training:\n    status: behaald\n    bron: \n',
  );
  assert.match(await server.hover(row.uri, 3, 5), /trainen elke twee jaar in het herkennen/);
  assert.ok((await server.complete(row.uri, 5, 10)).includes('mededeling-2026-06'));
  const norm = await open('voorbeeld/norm', 'ambitiepunten:\n  - id: nieuw\n    thema: \n');
  assert.ok((await server.complete(norm.uri, 3, 11)).includes('bewustwording'));
});

test('a mistake within one file gets a red line at its place', async () => {
  const wrong: readonly (readonly [schema: string, text: string, where: RegExp])[] = [
    ['resultaten', 'organisatie: modelstad\nresultaten:\n  plan: gehaald\n', /^3:8 /],
    ['resultaten', 'organisatie: Modelstad\n', /^1:13 /],
    ['resultaten', 'resultaten: {}\n', /^1:0 /],
    ['meting', 'titel: M\ndatum: "2025-13"\nsoort: nulmeting\nniveau: punten\n', /^2:7 /],
    ['meting', 'titel: M\ndatum: "2025-12"\nsoort: nulmeting\nniveau: punten\nniveaus: punten\n', /^5:0 /],
    ['norm', 'versie: 2.0\ntitel: T\nsamenvatting: S\nstatus: van kracht\nvolledig: true\n', /^1:8 /],
    ['documenten', 'documenten:\n  - id: geheim\n    openbaar: false\n    titel: Mag niet\n', /^[24]:/],
    ['voorbeeld/resultaten', 'organisatie: modelstad\nresultaten:\n  boa-trainingg: behaald\n', /^3:2 /],
    [
      'voorbeeld/norm',
      'versie: "2.0"\ntitel: T\nsamenvatting: S\nstatus: van kracht\nvolledig: true\ndeelnemers: [fantasiestad]\n',
      /^6:13 /,
    ],
  ];
  for (const [schema, text, where] of wrong) {
    const { found } = await open(schema, text);
    assert.ok(
      found.some((line) => where.test(line)),
      `${schema}: ${text}\n${found.join('\n')}`,
    );
  }
});

test.run();
