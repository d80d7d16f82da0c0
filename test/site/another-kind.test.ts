import fs from 'node:fs';
import path from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { changesText } from '../../scripts/editing/changes/changes.ts';
import { findReport } from '../../scripts/editing/draft.ts';
import { importForms } from '../../scripts/editing/form/import-forms.ts';
import { readWorkbook } from '../../scripts/editing/form/read-workbook.ts';
import { formSubject } from '../../scripts/editing/form/rows.ts';
import { formRows, writeWorkbook } from '../../scripts/editing/form/write-workbook.ts';
import { fixture, readTree } from '../support/fixtures.ts';
import { builtSite, pagesOf } from '../support/site.ts';
import { changed, folderOf, problemLines } from '../support/tree.ts';
import { filledIn } from '../support/workbook.ts';

/**
 * A norm of another kind than this program began with: themes whose ambitions have criteria, its own words for three
 * results, an evaluation every two years, and municipalities, a province and a water authority; preceded by a norm
 * without themes.
 */
const tree = readTree('krijtland');
const site = await builtSite(fixture('krijtland'));
const pages = new Map(pagesOf(site).map(({ address, $ }) => [address, $('body').text().replace(/\s+/g, ' ')]));

/** The texts that are missing from a page. */
function missing(address: string, ...texts: readonly string[]): string[] {
  const page = pages.get(address);
  return page === undefined ? [`no page ${address}`] : texts.filter((text) => !page.includes(text));
}

test('it is valid data, without a warning', () => {
  assert.equal(problemLines(tree), []);
});

test('every field of it is on its page', () => {
  assert.equal(missing('/over/', 'Provincie Krijtland is zelf een van de organisaties'), []);
  assert.equal(missing('/norm/2026/', 'ondertekend', 'Ondertekend', '20 januari 2026', 'Weten wat er speelt'), []);
  assert.equal(
    missing('/norm/1.10/', 'Er zijn nog 2 metingen gehouden', 'De burgemeesters bespraken ze onder elkaar.'),
    [],
  );
  assert.equal(
    missing('/norm/2026/punt/functionaris/', 'Elk kwartaal is er een verslag', 'Iemand om naartoe te gaan.'),
    [],
  );
  assert.equal(
    missing(
      '/norm/2026/meting/2028-evaluatie/',
      'iemand van buiten, onafhankelijk',
      'Een bureau sprak met elke organisatie.',
    ),
    [],
  );
  assert.equal(missing('/norm/2026/meting/2026-nulmeting/', 'elke organisatie zichzelf'), []);
  assert.equal(missing('/organisatie/krijtdam/', 'Wij zijn tevreden met de meldlijn.', 'De code volgt nog.'), []);
  assert.equal(missing('/organisatie/mergelaar/', 'Afdeling Publiekszaken', 'november 2028'), []);
  assert.equal(
    missing(
      '/documenten/statenmededeling/',
      '0880',
      'Bestuur en Veiligheid',
      'Gedeputeerde Vuursteen',
      'Provinciale Staten en Gemeenteraden van Krijtland',
      'Tabel van de evaluatie',
      '5512',
      'Document 0771',
    ),
    [],
  );
  assert.equal(missing('/documenten/stuk-0771/', 'Document 0771', 'alleen het registratienummer bekend'), []);
});

test('wherever a result of it is shown, readers see the words of the norm, and never those of the contract', () => {
  const own = [...pages].filter(
    ([address]) => address.startsWith('/norm/2026/') || address.startsWith('/grafiek/norm-2026-'),
  );
  assert.ok(own.length > 10, String(own.length));
  const wrong = own.flatMap(([address, text]) =>
    [...text.matchAll(/.{30}\b(?:deels|niet) behaald\b.{20}/g)]
      // What an ambition was in the previous norm is said in that norm's words.
      .filter(([found]) => !found.includes('1.10'))
      .map(([found]) => `${address}: ${found}`),
  );
  assert.equal(wrong, []);
  assert.equal(missing('/norm/2026/meting/2028-evaluatie/', 'een punt met ‘in opbouw’ telt voor 0,25'), []);
  assert.equal(
    missing('/methode/', '‘op orde’ voor behaald, ‘in opbouw’ voor deels behaald en ‘afwezig’ voor niet behaald'),
    [],
  );
  assert.equal(missing('/organisatie/mergelaar/', 'in opbouw', 'afwezig'), []);
});

test('data keep the words of the contract, and rapport.json has every field', () => {
  function read(name: string): string {
    return fs.readFileSync(path.join(site, 'data', name), 'utf8');
  }
  const csv = read('resultaten.csv');
  assert.match(csv, /;deels behaald;/);
  assert.not.match(csv, /op orde|in opbouw|afwezig/);
  const json = read('rapport.json');
  for (const text of [
    '"trefwoorden":["veilige overheid","weerbaar Krijtland"]',
    '"statuswoorden":{"behaald":"op orde","deels behaald":"in opbouw","niet behaald":"afwezig"}',
    '"niet_openbare_metingen":{"aantal":2',
    '"beoordeling":{"door":"onafhankelijk"',
    '"criteria":["Een melding krijgt binnen een week antwoord"]',
    '"portefeuillehouder":"Gedeputeerde Vuursteen"',
    '"ter_kennisname_aan":["Provinciale Staten","Gemeenteraden van Krijtland"]',
    '"verantwoordelijk":"Afdeling Publiekszaken"',
    '"reacties":[{"organisatie":"krijtdam","reactie":"Wij zijn **tevreden** met de meldlijn.',
    '"versie":"1.10"',
    '"status":"ondertekend"',
  ])
    assert.ok(json.includes(text), text);
});

test('a form for it comes back unchanged, with what an organisation says and who is responsible', async () => {
  const folder = folderOf(tree);
  const found = findReport(folder, 'krijtland');
  assert.ok('report' in found);
  for (const organisatie of ['krijtdam', 'mergelaar', 'waterschap-krijtbeken']) {
    const subject = formSubject(found.report, { norm: '2026', meting: '2028-evaluatie', organisatie });
    assert.ok('path' in subject);
    const workbook = await writeWorkbook(formRows(folder, subject));
    const plain = await readWorkbook(workbook, 'form.xlsx');
    const same = importForms(folder, [{ file: 'form.xlsx', reading: plain }]);
    assert.equal('edits' in same && same.edits, [], organisatie);
    const filled = await readWorkbook(filledIn(workbook, { C8: 'Dank u.', J10: 'Afdeling Toezicht' }), 'form.xlsx');
    const edited = importForms(folder, [{ file: 'form.xlsx', reading: filled }]);
    const text = 'edits' in edited ? edited.edits[0]!.text : edited.refused.join();
    assert.match(text, /^reactie: Dank u\.$/m);
    assert.match(text, /^ {4}verantwoordelijk: Afdeling Toezicht$/m);
  }
});

test('changes in it are reported', () => {
  const norm = 'krijtland/normen/2026/norm.yaml';
  const after = changed(
    changed(tree, norm, 'status: ondertekend', 'status: van kracht'),
    norm,
    'Elk kwartaal is er een verslag',
    'Elke maand is er een verslag',
  );
  const text = changesText(folderOf(tree), folderOf(after), 'main');
  assert.match(text, /^- Norm 2026, status: ondertekend → van kracht$/m);
  assert.match(
    text,
    /^- Punt ‘A1 Er is een aangewezen functionaris’ \(norm 2026\), criteria: “.*Elk kwartaal.*” → “.*Elke maand/m,
  );
  assert.match(changesText(null, folderOf(tree), 'main'), /Nieuwe norm: 1\.10, 4 deelnemers, 2 punten/);
});

test('data speaks the words of the contract, the tables of charts too', () => {
  const files = (fs.readdirSync(site, { recursive: true }) as string[]).filter((file) => file.endsWith('.csv'));
  assert.ok(files.some((file) => file.endsWith('gegevens.csv')));
  for (const file of files)
    assert.not.match(fs.readFileSync(path.join(site, file), 'utf8'), /op orde|in opbouw|afwezig/, file);
  assert.ok([...pages.values()].some((text) => text.includes('op orde')));
});

test.run();
