import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { correctResult } from '../../scripts/editing/correct.ts';
import { findReport, type Plan, problemsOfEdits } from '../../scripts/editing/draft.ts';
import { formatted, inStyle } from '../../scripts/editing/format.ts';
import { newDocument, newNorm, newOrganisation, newRound, publish } from '../../scripts/editing/new.ts';
import type { ReportData } from '../../scripts/model/report.ts';
import { sample } from '../support/sample.ts';
import { changed, folderOf, problemLines, type Tree } from '../support/tree.ts';

function planned(tree: Tree, make: (folder: ReturnType<typeof folderOf>, report: ReportData) => Plan): Plan {
  const folder = folderOf(tree);
  const found = findReport(folder, '');
  if ('refused' in found) throw new Error(found.refused);
  return make(folder, found.report);
}

/** The tree with the planned edits; fails if the plan is refused or the result is not valid. */
function made(tree: Tree, make: Parameters<typeof planned>[1]): Tree {
  const plan = planned(tree, make);
  if ('refused' in plan) throw new Error(plan.refused.join('\n'));
  const result = { ...tree, ...Object.fromEntries(plan.edits.map(({ path, text }) => [path, text])) };
  assert.equal(problemLines(result), []);
  return result;
}

const DOCUMENTS = 'proef/documenten.yaml';
function letter(folder: ReturnType<typeof folderOf>, report: ReportData): Plan {
  return newDocument(folder, report, {
    id: 'nieuw',
    titel: 'Brief: over de norm',
    soort: 'raadsbrief',
    uitgever: 'Gemeente Adam',
  });
}

function refusalOf(tree: Tree, make: Parameters<typeof planned>[1]): string {
  const plan = planned(tree, make);
  return 'refused' in plan
    ? plan.refused.join('\n')
    : problemsOfEdits(folderOf(tree), plan.edits)
        .map(({ message }) => message)
        .join('\n');
}

function round(values: Partial<Parameters<typeof newRound>[2]> = {}) {
  return (folder: Parameters<typeof newRound>[0], report: ReportData) =>
    newRound(folder, report, {
      norm: '2.0',
      id: '2026-voorjaar',
      datum: '2026-04',
      soort: '',
      titel: '',
      beoordeling: '',
      ...values,
    });
}

const FOLDER = 'proef/normen/2.0/metingen/2026-voorjaar';

test('a new round is in concept, with a file of each participant and every cell as not assessed', () => {
  const tree = made(sample, round());
  assert.is(
    tree[`${FOLDER}/meting.yaml`],
    'titel: Tussenmeting april 2026\ndatum: "2026-04"\nsoort: tussenmeting\nconcept: true\nniveau: punten\n',
  );
  assert.is(
    tree[`${FOLDER}/resultaten/water.yaml`],
    'organisatie: water\nresultaten:\n  plan: niet beoordeeld\n  gesprek: niet beoordeeld\n  loket: niet beoordeeld\n',
  );
  assert.equal(Object.keys(tree).filter((path) => path.startsWith(`${FOLDER}/resultaten/`)).length, 3);
});

test('a round names its schema in its first line if other files do', () => {
  const line = '# yaml-language-server: $schema=../schema/rapport.schema.json\n';
  const tree = made(changed(sample, 'proef/rapport.yaml', 'titel:', `${line}titel:`), round());
  assert.match(
    tree[`${FOLDER}/resultaten/water.yaml`]!,
    /^# yaml-language-server: \$schema=(\.\.\/){6}schema\/resultaten\.schema\.json\norganisatie/,
  );
});

test('nothing is overwritten, and a round that cannot be is refused with the reason', () => {
  assert.match(refusalOf(sample, round({ id: 'najaar' })), /de meting "najaar" van norm 2\.0 bestaat al/);
  assert.match(refusalOf(sample, round({ norm: '3.0' })), /geen norm 3\.0; kies uit 1\.0, 2\.0/);
  assert.match(refusalOf(sample, round({ datum: '2025-23' })), /begint op dezelfde dag/);
  assert.match(refusalOf(sample, round({ datum: 'april' })), /"april" is geen datum/);
  assert.match(refusalOf(sample, round({ soort: 'meting' })), /onbekende soort "meting"/);
});

test('publication ends the concept and keeps comments', () => {
  const concept = made(sample, round());
  const commented = changed(concept, `${FOLDER}/meting.yaml`, 'soort:', '# Nog bezig.\nsoort:');
  const tree = made(commented, (folder, report) =>
    publish(folder, report, { norm: '2.0', id: '2026-voorjaar', gepubliceerd: '2026-06-15', status: '' }),
  );
  assert.is(
    tree[`${FOLDER}/meting.yaml`],
    'titel: Tussenmeting april 2026\ndatum: "2026-04"\n# Nog bezig.\nsoort: tussenmeting\nniveau: punten\ngepubliceerd: "2026-06-15"\n',
  );
  assert.match(
    refusalOf(sample, (folder, report) =>
      publish(folder, report, { norm: '2.0', id: 'najaar', gepubliceerd: '', status: '' }),
    ),
    /is al openbaar/,
  );
});

function correction(values: Partial<Parameters<typeof correctResult>[2]>) {
  return (folder: Parameters<typeof correctResult>[0], report: ReportData) =>
    correctResult(folder, report, {
      norm: '2.0',
      id: 'najaar',
      organisatie: 'bedam',
      punt: 'gesprek',
      nieuw: 'behaald',
      reden: 'Het was er al.',
      datum: '2026-02-01',
      bron: '',
      verwacht: '',
      ...values,
    });
}

const AUTUMN = 'proef/normen/2.0/metingen/najaar';

test('a correction changes the result, removes what was only true of the old one, and records the old one in the round', () => {
  const reported = 'gerapporteerd:\n  - bereik: totaal\n    percentage: 70\n    bron: brief\n';
  const tree = made(changed(sample, `${AUTUMN}/meting.yaml`, reported, ''), correction({ bron: 'brief' }));
  const row = /^ {2}gesprek:\n(?: {4}.*\n)+/m.exec(tree[`${AUTUMN}/resultaten/bedam.yaml`]!)![0];
  assert.match(row, /status: behaald\n/);
  assert.match(row, /toelichting: Het komt er/);
  assert.not.match(row, /verwacht/);
  assert.match(
    tree[`${AUTUMN}/meting.yaml`]!,
    /correcties:\n(?:.*\n)* {2}- datum: "2026-02-01"\n {4}punt: gesprek\n {4}organisatie: bedam\n {4}oud: niet behaald\n {4}nieuw: behaald\n {4}reden: Het was er al\.\n {4}bron: brief\n/,
  );
  const later = made(
    tree,
    correction({ nieuw: 'niet van toepassing', reden: 'Staat in de wet.', datum: '2026-03-01' }),
  );
  assert.match(
    later[`${AUTUMN}/resultaten/bedam.yaml`]!,
    / {4}status: niet van toepassing\n(?: {4}.*\n)*? {4}reden: Staat/,
  );
  const back = made(later, correction({ nieuw: 'deels behaald', datum: '2026-04-01', verwacht: '2027' }));
  const last = /^ {2}gesprek:\n(?: {4}.*\n)+/m.exec(back[`${AUTUMN}/resultaten/bedam.yaml`]!)![0];
  assert.match(last, /status: deels behaald\n(?: {4}.*\n)*? {4}verwacht: "2027"/);
  assert.not.match(last, /reden/);
});

test('a correction of something that does not exist, is not public yet or does not differ is refused, with the choices', () => {
  assert.match(
    refusalOf(sample, correction({ organisatie: 'x' })),
    /geen resultaten in de meting "najaar"; kies uit adam/,
  );
  assert.match(refusalOf(sample, correction({ punt: 'x' })), /geen resultaat bij "x"; kies uit plan, gesprek/);
  assert.match(refusalOf(sample, correction({ id: 'x' })), /geen meting "x"; kies uit lente, najaar/);
  assert.match(
    refusalOf(sample, correction({ nieuw: 'niet openbaar' })),
    /kies uit behaald, deels behaald, niet behaald/,
  );
  assert.match(refusalOf(sample, correction({ nieuw: 'niet behaald' })), /staat al "niet behaald"; er verandert niets/);
  assert.match(refusalOf(sample, correction({ datum: 'morgen' })), /"morgen" is geen datum/);
  const concept = made(sample, round());
  assert.match(refusalOf(concept, correction({ id: '2026-voorjaar' })), /is nog in concept/);
});

test('a new norm has every point of the old one as equal, is in concept, and can be published', () => {
  const tree = made(sample, (folder, report) =>
    newNorm(folder, report, { versie: '2.1', van: '2.0', titel: 'Nieuwste norm' }),
  );
  const text = tree['proef/normen/2.1/norm.yaml']!;
  assert.match(
    text,
    /^versie: "2\.1"\ntitel: Nieuwste norm\nsamenvatting: .*\nstatus: concept\nopvolger_van: "2\.0"\n/,
  );
  assert.is(text.match(/relatie: gelijk\n/g)!.length, 4);
  assert.not.match(text, /vervallen|vastgesteld|aangescherpt/);
  assert.match(
    made(tree, (folder, report) => publish(folder, report, { norm: '2.1', id: '', gepubliceerd: '', status: '' }))[
      'proef/normen/2.1/norm.yaml'
    ]!,
    /status: van kracht/,
  );
  assert.match(
    refusalOf(sample, (folder, report) => newNorm(folder, report, { versie: '2.0', van: '1.0', titel: '' })),
    /norm 2\.0 bestaat al/,
  );
});

const cedam = { id: 'cedam', naam: 'Gemeente Cedam', 'korte-naam': 'Cedam', soort: 'gemeente', tooi: '' };

test('a new organisation takes part from a date, with its cells in concept rounds', () => {
  const tree = made(made(sample, round()), (folder, report) =>
    newOrganisation(folder, report, { ...cedam, norm: '2.0', vanaf: '2026' }),
  );
  assert.match(
    tree['proef/organisaties.yaml']!,
    /- id: cedam\n {4}naam: Gemeente Cedam\n {4}korte_naam: Cedam\n {4}soort: gemeente\n$/,
  );
  assert.match(tree['proef/normen/2.0/norm.yaml']!, /- organisatie: cedam\n {4}vanaf: "2026"\n/);
  assert.match(tree[`${FOLDER}/resultaten/cedam.yaml`]!, /training: niet beoordeeld/);
});

test('a document of which only the number is known has no title and no publisher', () => {
  const tree = made(sample, (folder, report) =>
    newDocument(folder, report, { id: 'stuk', soort: 'mededeling', registratienummer: '0098' }),
  );
  assert.match(
    tree['proef/documenten.yaml']!,
    /- id: stuk\n {4}openbaar: true\n {4}soort: mededeling\n {4}registratienummer: "0098"\n$/,
  );
});

test('a new round says who judges, and a norm can be published as signed', () => {
  assert.match(
    made(sample, round({ beoordeling: 'elkaar' }))[`${FOLDER}/meting.yaml`]!,
    /soort: tussenmeting\nbeoordeling:\n {2}door: elkaar\nconcept: true\n/,
  );
  const norm = made(sample, (folder, report) => newNorm(folder, report, { versie: '2.1', van: '2.0', titel: '' }));
  function published(status: string) {
    return (folder: Parameters<typeof publish>[0], report: ReportData) =>
      publish(folder, report, { norm: '2.1', id: '', gepubliceerd: '', status });
  }
  assert.match(made(norm, published('ondertekend'))['proef/normen/2.1/norm.yaml']!, /^status: ondertekend$/m);
  assert.match(refusalOf(norm, published('concept')), /kies uit ondertekend, van kracht, afgerond/);
});

test('an organisation that exists, or would lack results of a published round, is refused', () => {
  assert.match(
    refusalOf(sample, (folder, report) => newOrganisation(folder, report, { ...cedam, id: 'adam' })),
    /"adam" bestaat al/,
  );
  assert.match(
    refusalOf(sample, (folder, report) => newOrganisation(folder, report, { ...cedam, norm: '2.0' })),
    /ontbreken/,
  );
  assert.match(
    refusalOf(sample, (folder, report) => newOrganisation(folder, report, { ...cedam, soort: 'gemeent' })),
    /onbekende soort "gemeent"; bedoelde u "gemeente"/,
  );
});

test('a new document is public with all that is known of it, or withheld with nothing but its id', () => {
  const tree = made(sample, (folder, report) =>
    newDocument(folder, report, {
      id: 'nota',
      titel: 'Nota: 1',
      soort: 'overig',
      uitgever: 'Adam',
      registratienummer: '0012',
      afdeling: 'Veiligheid',
      portefeuillehouder: 'Wethouder Bos',
      'ter-kennisname': 'De raad, Burgers',
      verwijst: 'besluit, brief',
    }),
  );
  assert.match(
    tree['proef/documenten.yaml']!,
    /- id: nota\n {4}openbaar: true\n {4}titel: "Nota: 1"\n {4}soort: overig\n {4}uitgever: Adam\n {4}registratienummer: "0012"\n {4}afdeling: Veiligheid\n {4}portefeuillehouder: Wethouder Bos\n {4}ter_kennisname_aan:\n {6}- De raad\n {6}- Burgers\n {4}verwijst_naar:\n {6}- besluit\n {6}- brief\n$/,
  );
  assert.match(
    made(sample, (folder, report) => newDocument(folder, report, { id: 'dossier-8', 'niet-openbaar': 'true' }))[
      'proef/documenten.yaml'
    ]!,
    /- id: dossier-8\n {4}openbaar: false\n$/,
  );
  assert.match(
    refusalOf(sample, (folder, report) =>
      newDocument(folder, report, { id: 'dossier-8', titel: 'Geheim', 'niet-openbaar': 'true' }),
    ),
    /mag hier niets staan/,
  );
  assert.match(
    refusalOf(sample, (folder, report) => newDocument(folder, report, { id: 'dossier-7', 'niet-openbaar': 'true' })),
    /bestaat al/,
  );
});

test('a half-typed list does not get in the way, and a value that is not a list is never overwritten', () => {
  const half = { ...sample, [DOCUMENTS]: `${sample[DOCUMENTS]!}  -\n` };
  assert.equal(refusalOf(half, letter), '');
  assert.match(
    refusalOf({ ...sample, [DOCUMENTS]: 'documenten: {a: b}\n' }, letter),
    /documenten\.yaml: bij "documenten" hoort een lijst/,
  );
  assert.match(refusalOf({ ...sample, [DOCUMENTS]: '- a\n' }, letter), /hoort een lijst/);
});

test('a file that cannot be read is named, rather than the consequences', () => {
  const found = findReport(folderOf({ ...sample, [DOCUMENTS]: 'documenten: [\n' }), 'proef');
  assert.match('refused' in found ? found.refused : '', /documenten\.yaml is niet te lezen; draai npm run validate/);
});

test('what is added to a file in the one style stays in that style', () => {
  const tidy: Tree = Object.fromEntries(
    folderOf(sample).files.map((file) => [file.path, formatted(file) ?? file.text]),
  );
  const folder = folderOf(tidy);
  const plan = planned(tidy, letter);
  if ('refused' in plan) throw new Error(plan.refused.join());
  for (const edit of plan.edits.map((each) => inStyle(folder, each))) {
    assert.is(formatted(folderOf({ [edit.path]: edit.text }).files[0]!), edit.text, edit.path);
  }
});

test.run();
