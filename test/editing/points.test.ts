import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { findReport, problemsOfEdits } from '../../scripts/editing/draft.ts';
import { emptyPointRows, newPoints, POINT_WIDTHS } from '../../scripts/editing/form/points.ts';
import { readForm } from '../../scripts/editing/form/read-form.ts';
import { onlySheet } from '../../scripts/editing/form/read-workbook.ts';
import { writePointList } from '../../scripts/editing/form/write-workbook.ts';
import { sourceFile } from '../../scripts/io/read.ts';
import type { SourceFolder } from '../../scripts/model/tree.ts';

const ORGANISATIES = `organisaties:
  - {id: duindorp, naam: Gemeente Duindorp, korte_naam: Duindorp, soort: gemeente}
  - {id: zeedorp, naam: Gemeente Zeedorp, korte_naam: Zeedorp, soort: gemeente}
  - {id: waterschap-kust, naam: Waterschap Kust, korte_naam: Kust, soort: waterschap}
`;

function folderWith(files: Readonly<Record<string, string>> = {}): SourceFolder {
  const all = {
    'site.yaml':
      'titel: Waternorm\nadres: https://water.example\nuitgever: Redactie\ncontact: r@water.example\nrapporten:\n  - {map: kust, pad: /}\n',
    'kust/rapport.yaml': 'titel: Waternorm\nregio: Kust\nsamenvatting: Over water.\n',
    'kust/organisaties.yaml': ORGANISATIES,
    'kust/documenten.yaml': 'documenten: []\n',
    ...files,
  };
  return { folder: 'data', files: Object.entries(all).map(([name, text]) => sourceFile(name, `data/${name}`, text)) };
}

interface WrittenNorm {
  readonly deelnemers: string[];
  readonly status: string;
  readonly themas: { id: string; titel: string }[];
  readonly ambitiepunten: Record<string, unknown>[];
}

async function planOf(csv: string, folder = folderWith()) {
  const reading = await readForm(new TextEncoder().encode(csv), 'lijst.csv', onlySheet);
  if ('refused' in reading) return reading;
  const found = findReport(folder, '');
  if ('refused' in found) throw new Error(found.refused);
  const plan = newPoints(folder, found.report, { sheet: reading.sheet, versie: '1.0', titel: 'Waternorm 1.0' });
  if ('edits' in plan) assert.equal(problemsOfEdits(folder, plan.edits), []);
  return plan;
}

async function refusalsOf(csv: string, folder?: SourceFolder): Promise<readonly string[]> {
  const plan = await planOf(csv, folder);
  return 'refused' in plan ? plan.refused : [];
}

async function normOf(csv: string, folder?: SourceFolder): Promise<WrittenNorm> {
  const plan = await planOf(csv, folder);
  if ('refused' in plan) throw new Error(plan.refused.join('\n'));
  return parse(plan.edits[0]!.text) as WrittenNorm;
}

const LIST = `Lijst van punten;;;;
;;;;
Nr;Thema;Afspraak;Uitleg;Voor wie
1.1;Dijken;Elke dijk is bekeken;"Ook de
binnendijk";
1.2;;Er is een dijkwacht;;Gemeenten, Waterschap Kust
2.1;Droge voeten;Iedereen kent de route: hoog en droog;;Zeedorp
`;

test('a list becomes a concept norm, in which every organisation takes part', async () => {
  const norm = await normOf(LIST);
  assert.is(norm.status, 'concept');
  assert.equal(norm.deelnemers, ['duindorp', 'zeedorp', 'waterschap-kust']);
  assert.equal(norm.themas, [
    { id: 'dijken', titel: 'Dijken' },
    { id: 'droge-voeten', titel: 'Droge voeten' },
  ]);
  assert.equal(norm.ambitiepunten, [
    {
      id: 'elke-dijk-is-bekeken',
      nummer: '1.1',
      thema: 'dijken',
      titel: 'Elke dijk is bekeken',
      toelichting: 'Ook de\nbinnendijk',
    },
    {
      id: 'er-is-een-dijkwacht',
      nummer: '1.2',
      thema: 'dijken',
      titel: 'Er is een dijkwacht',
      geldt_voor: ['gemeente', 'waterschap-kust'],
    },
    {
      id: 'iedereen-kent-de-route-hoog-en-droog',
      nummer: '2.1',
      thema: 'droge-voeten',
      titel: 'Iedereen kent de route: hoog en droog',
      geldt_voor: ['zeedorp'],
    },
  ]);
});

test('a row with only a theme is a heading for the ambitions below it, and a list without themes makes a norm without themes', async () => {
  const grouped = await normOf('Thema;Punt\nDijken;\n;Eerste\n;Tweede\n');
  assert.equal(
    grouped.ambitiepunten.map(({ titel, thema }) => [titel, thema]),
    [
      ['Eerste', 'dijken'],
      ['Tweede', 'dijken'],
    ],
  );
  const plain = await normOf('Ambitiepunt\nEerste\nTweede\n');
  assert.equal(plain.themas, []);
  assert.equal(plain.ambitiepunten, [
    { id: 'eerste', titel: 'Eerste' },
    { id: 'tweede', titel: 'Tweede' },
  ]);
});

test('a long title gives an id of whole words, and equal ids are made distinct', async () => {
  const long = 'Elke organisatie heeft een plan voor hoog water dat ieder jaar wordt';
  const { ambitiepunten } = await normOf(`Punt\n${long} geoefend\n${long} bijgewerkt\n`);
  assert.equal(
    ambitiepunten.map(({ id }) => id),
    ['elke-organisatie-heeft-een-plan-voor-hoog-water', 'elke-organisatie-heeft-een-plan-voor-hoog-water-2'],
  );
});

test('every mistake is reported at its cell, all at once', async () => {
  assert.equal(
    await refusalsOf('Nummer;Thema;Punt;Geldt voor\n1;Dijken;Eerste;gemeentte\n1;;Tweede;\n3;;;\n4;;eerste;\n'),
    [
      'lijst.csv!D2: "gemeentte" is geen soort en geen organisatie van dit rapport; bedoelde u "gemeente"?',
      'lijst.csv!C4: hier ontbreekt het ambitiepunt; vul het in, of maak de hele regel leeg',
      'lijst.csv!A3: dit staat ook op regel 2; twee punten hebben niet hetzelfde nummer',
      'lijst.csv!C5: dit staat ook op regel 2; twee punten hebben niet dezelfde titel',
    ],
  );
});

test('a column that the contract does not have is reported, a weight with its alternative', async () => {
  const [weight, other] = await refusalsOf('Punt;Gewicht;Eigenaar\nEerste;2;Jan\n');
  assert.match(weight!, /^lijst\.csv!B1: een punt heeft geen gewicht/);
  assert.match(other!, /^lijst\.csv!C1: onbekende kolom "Eigenaar"/);
  assert.match((await refusalsOf('A;B\n1;2\n'))[0]!, /^lijst\.csv!A1: hier hoort een regel met koppen/);
  assert.match((await refusalsOf('Punt\n'))[0]!, /^lijst\.csv!A2: onder de koppen staat nog geen ambitiepunt/);
});

const NORM = `versie: "1.0"
titel: Waternorm 1.0
samenvatting: Over water. # van ons
status: concept
deelnemers: [duindorp]
volledig: true
themas:
  - {id: dijken, titel: Dijken}
ambitiepunten:
  - {id: eerste, thema: dijken, titel: Eerste}
`;

test('ambitions are added to an existing norm, whose own text stays, and none is added twice', async () => {
  const folder = folderWith({ 'kust/normen/1.0/norm.yaml': NORM });
  const plan = await planOf('Thema;Punt\nDijken;Tweede\nWind;Derde\n', folder);
  const text = 'edits' in plan ? plan.edits[0]!.text : '';
  assert.match(text, /# van ons/);
  const norm = parse(text) as WrittenNorm;
  assert.equal(
    norm.themas.map(({ id }) => id),
    ['dijken', 'wind'],
  );
  assert.equal(
    norm.ambitiepunten.map(({ id, thema }) => [id, thema]),
    [
      ['eerste', 'dijken'],
      ['tweede', 'dijken'],
      ['derde', 'wind'],
    ],
  );
  assert.equal(await refusalsOf('Thema;Punt\nDijken;eerste\n', folder), [
    'lijst.csv!A2: "Eerste" staat al in norm 1.0; haal deze regel weg',
  ]);
});

test('a norm that has been measured gets no points from a list', async () => {
  const folder = folderWith({
    'kust/normen/1.0/norm.yaml': NORM,
    'kust/normen/1.0/metingen/2027/meting.yaml': 'titel: M\ndatum: "2027"\nsoort: nulmeting\nniveau: punten\n',
    'kust/normen/1.0/metingen/2027/resultaten/duindorp.yaml': 'organisatie: duindorp\nresultaten:\n  eerste: behaald\n',
  });
  assert.match((await refusalsOf('Thema;Punt\nDijken;Tweede\n', folder))[0]!, /heeft al een meting/);
});

test('the empty list that the form command makes is read with its own headings', async () => {
  const rows = emptyPointRows();
  rows[1] = rows[1]!.map((cell, index) => ({
    ...cell,
    text: ['1.1', 'Dijken', 'Eerste', 'Uitleg', 'gemeente', 'A\nB'][index]!,
  }));
  const reading = await readForm(await writePointList(rows, POINT_WIDTHS), 'punten.xlsx', onlySheet);
  if ('refused' in reading) throw new Error(reading.refused.join('\n'));
  const found = findReport(folderWith(), '');
  if ('refused' in found) throw new Error(found.refused);
  const plan = newPoints(folderWith(), found.report, { sheet: reading.sheet, versie: '1.0', titel: '' });
  if ('refused' in plan) throw new Error(plan.refused.join('\n'));
  const norm = parse(plan.edits[0]!.text) as WrittenNorm;
  assert.equal(norm.ambitiepunten, [
    {
      id: 'eerste',
      nummer: '1.1',
      thema: 'dijken',
      titel: 'Eerste',
      toelichting: 'Uitleg',
      criteria: ['A', 'B'],
      geldt_voor: ['gemeente'],
    },
  ]);
});

test.run();
