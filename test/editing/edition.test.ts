import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { findReport, problemsOfEdits, type Plan } from '../../scripts/editing/draft.ts';
import { freeze, freezeAfter, takeOut } from '../../scripts/editing/edition.ts';
import { newRound, publish } from '../../scripts/editing/new.ts';
import type { ReportData } from '../../scripts/model/report.ts';
import { AUTUMN, sample } from '../support/sample.ts';
import { changed, folderOf, problemLines, without, type Tree } from '../support/tree.ts';

function errorLines(tree: Tree): string[] {
  return problemLines(tree).filter((line) => !line.includes(': let op: '));
}

type Make = (folder: ReturnType<typeof folderOf>, report: ReportData) => Plan;

function planned(tree: Tree, make: Make): Plan {
  const folder = folderOf(tree);
  const found = findReport(folder, '');
  if ('refused' in found) throw new Error(found.refused);
  return make(folder, found.report);
}

/** The tree with the planned edits; fails if the plan is refused or causes mistakes. */
function made(tree: Tree, make: Make): Tree {
  const plan = planned(tree, make);
  if ('refused' in plan) throw new Error(plan.refused.join('\n'));
  assert.equal(
    problemsOfEdits(folderOf(tree), plan.edits).map(({ message }) => message),
    [],
  );
  return { ...tree, ...Object.fromEntries(plan.edits.map(({ path, text }) => [path, text])) };
}

function refusalOf(tree: Tree, make: Make): string {
  const plan = planned(tree, make);
  return 'refused' in plan ? plan.refused.join('\n') : '';
}

function frozenOn(id: string): Make {
  return (folder, report) => freeze(folder, report, { id });
}

const DAY = '2026-01-05';
const JSON_FILE = `proef/edities/${DAY}.json`;
const ZIP_FILE = `proef/edities/${DAY}.zip`;
const frozen = made(sample, frozenOn(DAY));

test('an edition is valid next to the data that it was made from, and the same data give the same bytes', () => {
  assert.equal(problemLines(frozen), []);
  const again = made(sample, frozenOn(DAY));
  assert.is(again[JSON_FILE], frozen[JSON_FILE]);
  assert.is(again[ZIP_FILE], frozen[ZIP_FILE]);
});

test('an edition that says the same as the last is allowed, a second one of the same day is not', () => {
  assert.equal(problemLines(made(frozen, frozenOn('2026-01-06'))), []);
  assert.match(refusalOf(frozen, frozenOn(DAY)), /er is al een editie van 5 januari 2026/);
});

test('an edition is not older than its own content, and its name is a day', () => {
  assert.match(refusalOf(sample, frozenOn('2025-11-30')), /een latere datum \(1 december 2025\)/);
  assert.match(refusalOf(sample, frozenOn('2026-02-30')), /"2026-02-30" is geen dag/);
  const renamed = { ...without(frozen, JSON_FILE, ZIP_FILE), 'proef/edities/januari.json': frozen[JSON_FILE]! };
  assert.match(
    problemLines(renamed).join('\n'),
    /^proef\/edities\/januari\.json:1:1: "januari" is geen dag; geef deze editie de naam/,
  );
});

test('a frozen file that was edited is refused with the way out', () => {
  const edited = changed(frozen, JSON_FILE, '"titel":"Proefrapport"', '"titel":"Ander rapport"');
  assert.equal(problemLines(edited), [
    `${JSON_FILE}:1:1: deze editie is veranderd nadat zij is vastgelegd; haal het bestand terug zoals het was (git checkout); wat nu anders is, hoort in een nieuwe editie`,
  ]);
  assert.match(
    problemLines({ ...frozen, [ZIP_FILE]: Buffer.from('PK').toString('base64') }).join('\n'),
    /\.zip" is veranderd/,
  );
  assert.match(problemLines(without(frozen, ZIP_FILE)).join('\n'), /ontbreekt "2026-01-05\.zip"/);
  assert.match(
    problemLines(without(frozen, JSON_FILE)).join('\n'),
    /2026-01-05\.zip:1:1: .*ontbreekt "2026-01-05\.json"/,
  );
  assert.match(
    problemLines({ ...frozen, [JSON_FILE]: '{}' }).join('\n'),
    /geen editie zoals het programma die schrijft/,
  );
  assert.match(
    problemLines(changed(frozen, JSON_FILE, '"versie":"1"', '"versie":"9"')).join('\n'),
    /versie "9" van het formaat.*werk het programma bij/,
  );
});

test('checks of editions are silent if there are other mistakes', () => {
  const edited = changed(frozen, JSON_FILE, '"titel":"Proefrapport"', '"titel":"Ander rapport"');
  const both = changed(edited, `${AUTUMN}/resultaten/adam.yaml`, 'gesprek: behaald', 'gesprek: behaalt');
  assert.equal(
    problemLines(both).map((line) => line.split(':')[0]),
    [`${AUTUMN}/resultaten/adam.yaml`],
  );
});

const hidden = changed(
  changed(frozen, `${AUTUMN}/resultaten/water.yaml`, 'loket: niet behaald', 'loket: niet openbaar'),
  `${AUTUMN}/meting.yaml`,
  'percentage: 70',
  'percentage: 70\n    toelichting: Anders geteld.',
);

test('hiding a result that an edition shows is refused, and the way out leads to data that are valid', () => {
  assert.equal(errorLines(hidden), [
    `${JSON_FILE}:1:1: deze editie noemt 1 resultaat dat nu niet openbaar is; haal dat eruit met "npm run new -- weghalen --rapport proef"`,
  ]);
  const shown = made(hidden, takeOut);
  assert.equal(errorLines(shown), []);
  const { inhoud, sha256 } = JSON.parse(shown[JSON_FILE]!);
  assert.is.not(sha256, JSON.parse(frozen[JSON_FILE]!).sha256);
  assert.equal(inhoud.editie.weggehaald, {
    resultaten: [{ norm: '2.0', meting: 'najaar', punt: 'loket', organisatie: 'water' }],
    documenten: 0,
  });
  const own = inhoud.resultaten.find(
    (row: Record<string, string>) =>
      row.meting === 'najaar' && row.ambitiepunt === 'loket' && row.organisatie === 'water',
  );
  assert.is(own.status, 'niet openbaar');
  // Every set that counted the result is emptied, and no other.
  const figures = inhoud.cijfers.filter((row: Record<string, string>) => row.meting === 'najaar');
  const empty = figures.filter((row: Record<string, number | null>) => row.behaald === null);
  assert.equal(
    empty.map((row: Record<string, string>) => [row.bereik, row.thema, row.organisatie, row.ambitiepunt].join(' ')),
    [
      'totaal   ',
      'thema mensen  ',
      'organisatie  water ',
      'thema-organisatie mensen water ',
      'ambitiepunt mensen  loket',
    ],
  );
  // What a source reported about such a set could reveal the result too.
  assert.ok(empty.every((row: Record<string, number | null>) => row.gerapporteerd === null));
  assert.match(refusalOf(shown, takeOut), /er verandert niets/);
});

test('a document that is no longer public is taken out of an edition, and its id with it', () => {
  const secret = changed(
    frozen,
    'proef/documenten.yaml',
    '  - id: brief\n    openbaar: true\n    titel: Brief\n    soort: raadsbrief\n    uitgever: Proefprovincie\n',
    '  - id: brief\n    openbaar: false\n',
  );
  assert.match(problemLines(secret).join('\n'), /deze editie noemt 1 document dat nu niet openbaar is/);
  const shown = made(secret, takeOut);
  assert.equal(problemLines(shown), []);
  assert.not.match(shown[JSON_FILE]!, /"brief"/);
  assert.is(JSON.parse(shown[JSON_FILE]!).inhoud.editie.weggehaald.documenten, 1);
});

test('publication freezes what the report then says, and lists its addresses', () => {
  const concept = made(sample, (folder, report) =>
    newRound(folder, report, {
      norm: '2.0',
      id: '2026-voorjaar',
      datum: '2026-04',
      soort: '',
      titel: '',
      beoordeling: '',
    }),
  );
  function published(day: string): Make {
    return (folder, report) =>
      freezeAfter(
        folder,
        report,
        publish(folder, report, { norm: '2.0', id: '2026-voorjaar', gepubliceerd: '2026-06-15', status: '' }),
        day,
      );
  }
  const tree = made(concept, published('2026-06-15'));
  assert.match(tree['proef/edities/2026-06-15.json']!, /"id":"2026-voorjaar"/);
  const lines = tree['adressen.txt']!.split('\n');
  assert.ok(lines.includes('/norm/2.0/meting/2026-voorjaar/'));
  assert.ok(lines.includes('/editie/2026-06-15/norm/2.0/meting/najaar/'));
  assert.ok(lines.includes('/data/cijfers.csv'));
  // Before the day of publication nothing is frozen, and a note says so.
  const ahead = planned(concept, published('2026-06-01'));
  assert.ok('notes' in ahead);
  assert.match(ahead.notes.join('\n'), /Let op: er is geen editie vastgelegd: in de gegevens staat een latere datum/);
  // A mistake elsewhere in the data is not passed over in silence either.
  const mistaken = planned(
    changed(concept, 'proef/documenten.yaml', 'soort: raadsbrief', 'soort: brief'),
    published('2026-06-15'),
  );
  assert.ok('notes' in mistaken);
  assert.match(mistaken.notes.join('\n'), /Let op: er is geen editie vastgelegd, want de gegevens kloppen niet/);
});

test.run();
