import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { filesBelow } from '../../scripts/io/manifest.ts';
import { makeSite } from '../../scripts/site/make-site.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'leaks-'));
test.after(() => fs.rmSync(folder, { recursive: true, force: true }));

const SECRET = 'zqxjvk';
const NORM = 'voorbeeld/normen/2.0';

function edit(file: string, change: (text: string) => string): void {
  const target = path.join(folder, 'data', file);
  fs.writeFileSync(target, change(fs.readFileSync(target, 'utf8')));
}

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(path.join(folder, 'data', file)), { recursive: true });
  fs.writeFileSync(path.join(folder, 'data', file), text);
}

/** The shipped example with a secret in every place that must not be published. */
function plant(): void {
  fs.cpSync('data', path.join(folder, 'data'), { recursive: true });
  // As a real report in a known repository it also has feeds, a catalogue, and links to files and lines.
  edit('voorbeeld/rapport.yaml', (text) => text.replace('fictief: true\n', ''));
  edit('site.yaml', (text) =>
    text.replace('contact: redactie', 'repository: https://github.com/voorbeeld/norm\ncontact: redactie'),
  );
  edit('voorbeeld/documenten.yaml', (text) => `${text}\n  - id: ${SECRET}-dossier\n    openbaar: false # ${SECRET}\n`);
  edit(`${NORM}/norm.yaml`, (text) => text.replace('  - besluit-2025\n', `  - besluit-2025\n  - ${SECRET}-dossier\n`));
  fs.cpSync(
    path.join(folder, 'data', NORM, 'metingen/2026-najaar'),
    path.join(folder, 'data', NORM, `metingen/${SECRET}-meting`),
    { recursive: true },
  );
  fs.rmSync(path.join(folder, 'data', NORM, 'metingen/2026-najaar'), { recursive: true });
  write(
    `${NORM}/metingen/${SECRET}-meting/meting.yaml`,
    [
      `titel: ${SECRET} titel`,
      'datum: "2026-10"',
      'soort: tussenmeting',
      'concept: true',
      'niveau: punten',
      `toelichting: ${SECRET} toelichting`,
      `bron: ${SECRET}-dossier`,
      `gerapporteerd: [{bereik: totaal, percentage: 50, bron: ${SECRET}-dossier, toelichting: ${SECRET}}]`,
      `correcties: [{datum: "2026-11", bereik: totaal, oud: 40, nieuw: 50, reden: ${SECRET} reden, bron: ${SECRET}-dossier}]`,
      '',
    ].join('\n'),
  );
  write(
    'voorbeeld/normen/3.0/norm.yaml',
    [
      'versie: "3.0"',
      `titel: ${SECRET} norm`,
      `samenvatting: ${SECRET} samenvatting`,
      'status: concept',
      'volledig: false',
      'opvolger_van: "2.0"',
      'deelnemers: [modelstad]',
      `themas: [{id: ${SECRET}-thema, titel: ${SECRET}}]`,
      `ambitiepunten: [{id: ${SECRET}-punt, titel: ${SECRET}, toelichting: ${SECRET}}]`,
      '',
    ].join('\n'),
  );
}

/** A file as it is, and the files packed in it. */
function partsOf(name: string, bytes: Buffer): Buffer[] {
  if (/\.(?:xlsx|zip)$/.test(name))
    return [
      bytes,
      ...Object.entries(unzipSync(bytes)).flatMap(([part, content]) => [Buffer.from(part), Buffer.from(content)]),
    ];
  return bytes.length > 2 && bytes.readUInt16BE(0) === 0x1f8b ? [bytes, gunzipSync(bytes)] : [bytes];
}

test('nothing that is not public reaches any written byte or file name', async () => {
  plant();
  const { problems, summary } = await makeSite(path.join(folder, 'data'), path.join(folder, 'site'));
  assert.equal(
    problems.map(({ message }) => message),
    [],
  );
  assert.ok(summary);
  const names = filesBelow(path.join(folder, 'site'));
  assert.ok(names.length > 100);
  assert.equal(
    names.filter((name) => name.includes(SECRET) || name.includes('3.0')),
    [],
  );
  for (const kind of ['.html', '.csv', '.csv-metadata.json', 'rapport.json', '.jsonld', 'feed.xml', '.xlsx', '.zip']) {
    assert.ok(
      names.some((name) => name.startsWith('voorbeeld/') && name.endsWith(kind)),
      kind,
    );
  }
  const leaking = names.filter((name) =>
    partsOf(name, fs.readFileSync(path.join(folder, 'site', name))).some((part) => part.includes(SECRET)),
  );
  assert.equal(leaking, []);
});

test('a reference to a document that is not public says only that', () => {
  const html = fs.readFileSync(path.join(folder, 'site/voorbeeld/norm/2.0/index.html'), 'utf8');
  assert.match(html, /bron niet openbaar/);
});

test('the site says that a round is in progress, and nothing else about it', async () => {
  fs.rmSync(path.join(folder, 'data', NORM, `metingen/${SECRET}-meting`), { recursive: true });
  await makeSite(path.join(folder, 'data'), path.join(folder, 'without'));
  const [site, without] = ['site', 'without'].map((name) => path.join(folder, name)) as [string, string];
  // The search index contains that sentence too, and the list of files its hash. All of them were searched above.
  function compared(made: string) {
    return filesBelow(made).filter((name) => !/^(?:zoeken\/.+\.json$|data\/manifest\.json$|_headers$)/.test(name));
  }
  assert.equal(compared(site), compared(without));
  const words = 'Er wordt gewerkt aan een nieuwere meting van norm 2.0.';
  // On a sheet to print the sentence is the first of its paragraph.
  const sentence = new RegExp(`<p[^>]*>\\s*${words}\\s*</p>|${words}`, 'g');
  function squeeze(file: string) {
    return fs.readFileSync(file, 'utf8').replace(sentence, '').replace(/\s+/g, '');
  }
  assert.equal(
    compared(site)
      // On a sheet to print that sentence takes room, and so fewer rows may fit.
      .filter((name) => !name.endsWith('/a4/index.html'))
      .filter((name) => squeeze(path.join(site, name)) !== squeeze(path.join(without, name))),
    [],
  );
});

test.run();
