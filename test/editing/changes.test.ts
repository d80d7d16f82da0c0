import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { addressesOf } from '../../scripts/editing/changes/renames.ts';
import { changesText } from '../../scripts/editing/changes/changes.ts';
import { readData } from '../../scripts/io/read.ts';
import { readRevision } from '../../scripts/io/git.ts';
import { buildReport } from '../../scripts/report.ts';
import { Clone } from '../support/clone.ts';
import { sample } from '../support/sample.ts';
import { loose } from '../support/sample-form.ts';
import { changed, folderOf, without, type Tree } from '../support/tree.ts';

const ROUND = 'proef/normen/2.0/metingen/najaar';
const ADAM = `${ROUND}/resultaten/adam.yaml`;

function between(before: Tree, after: Tree): string {
  return changesText(folderOf(before), folderOf(after), 'main');
}
function after(path: string, from: string, to: string): string {
  return between(sample, changed(sample, path, from, to));
}

/** The first round of norm 2.0 in concept, with a new result in it. */
const inConcept = changed(loose, `${ROUND}/meting.yaml`, 'niveau: punten', 'concept: true\nniveau: punten');

test('one result that changes is named exactly, with what it does to each figure', () => {
  const text = after(
    'proef/normen/2.0/metingen/lente/resultaten/adam.yaml',
    'training: deels behaald',
    'training: behaald',
  );
  assert.match(
    text,
    /### Eén resultaat verandert\n\n- Adam, Er is een training: deels behaald → \*\*behaald\*\* \(norm 2\.0, Meting in de lente\)\n/,
  );
  assert.match(text, /Organisaties en totaal: Adam 83% → \*\*100%\*\*; totaal 58% → \*\*67%\*\*\n/);
  assert.not.match(text, /Teksten|Nieuw|Adressen|klopt/);
});

test('a report that is no longer marked as fictional comes first, with what that means', () => {
  const fictional = changed(sample, 'proef/rapport.yaml', 'regio:', 'fictief: true\nregio:');
  const text = between(fictional, changed(sample, 'proef/rapport.yaml', 'titel: Proefrapport', 'titel: Rapport'));
  assert.match(text, /^## Wat deze wijziging doet\n\n### Verzonnen of echt\n\n\*\*‘Rapport’ was verzonnen, en is dat/);
  assert.match(text, /zoekmachines, feeds en de sitemap nemen het rapport op als een echt rapport/);
  assert.match(text, /Zet dan `fictief: true` terug in proef\/rapport\.yaml\./);
  assert.match(between(sample, fictional), /\*\*‘Proefrapport’ is na deze wijziging verzonnen\.\*\*/);
  assert.not.match(between(fictional, fictional), /Verzonnen/);
  assert.match(
    between(fictional, changed(fictional, 'proef/rapport.yaml', 'fictief: true', 'fictief: false')),
    /Verzonnen of echt/,
  );
});

test('a figure that changes but is shown the same is said to stay', () => {
  const [before, now] = ['achieved', 'not-achieved'].map((_, index) => {
    const rows = Array.from(
      { length: 300 },
      (_each, point) => `  - {id: p${point}, thema: beleid, titel: Punt ${point}}`,
    ).join('\n');
    const tree = changed(
      without(sample, ...Object.keys(sample).filter((path) => path.includes('/2.0/') || path.includes('/metingen/'))),
      'proef/normen/1.0/norm.yaml',
      /ambitiepunten:[^]*/.exec(sample['proef/normen/1.0/norm.yaml']!)![0],
      `ambitiepunten:\n${rows}\n`,
    );
    function results(organisation: string, first: string) {
      return `organisatie: ${organisation}\nresultaten:\n  p0: ${first}\n${Array.from({ length: 299 }, (_each, point) => `  p${point + 1}: behaald`).join('\n')}\n`;
    }
    const folder = 'proef/normen/1.0/metingen/2022';
    return {
      ...tree,
      [`${folder}/meting.yaml`]: sample[`${folder}/meting.yaml`]!,
      [`${folder}/resultaten/adam.yaml`]: results('adam', index === 0 ? 'niet behaald' : 'deels behaald'),
      [`${folder}/resultaten/bedam.yaml`]: results('bedam', index === 0 ? 'niet behaald' : 'behaald'),
    };
  });
  assert.match(between(before!, now!), /Bedam 99% → \*\*100%\*\*; totaal blijft 99%/);
});

test('facts come before figures, and each step is listed once, by the name that readers know', () => {
  const text = between(
    loose,
    changed(
      changed(loose, ADAM, 'loket: behaald', 'loket: deels behaald'),
      'proef/normen/2.0/norm.yaml',
      'deels_behaald: 0.5',
      'deels_behaald: 0.25',
    ),
  );
  assert.match(text, /^- Norm 2\.0, gewicht van deels behaald: 50% → 25%$/m);
  const order = ['Eén resultaat verandert', 'Teksten en gegevens', 'Wat dat doet met de cijfers'];
  assert.equal(
    order.map((heading) => text.indexOf(heading)).toSorted((a, b) => a - b),
    order.map((heading) => text.indexOf(heading)),
  );
  assert.ok(text.includes(order[2]!));
});

test('a correction is described by ambition, organisation, and the old and new result', () => {
  const corrected = changed(
    changed(loose, ADAM, 'loket: behaald', 'loket: deels behaald'),
    `${ROUND}/meting.yaml`,
    'niveau: punten',
    'correcties:\n  - {datum: "2026", punt: loket, organisatie: adam, oud: behaald, nieuw: deels behaald, reden: Telfout.}\nniveau: punten',
  );
  assert.match(
    between(loose, corrected),
    /^- Nieuwe correctie: ‘Er is een loket, Adam: behaald → deels behaald’ \(norm 2\.0, Meting in het najaar\), reden: “Telfout\.”$/m,
  );
});

test('the old value of a result that is now hidden is shown nowhere, nor anything that reveals it', () => {
  const text = between(loose, changed(loose, ADAM, 'loket: behaald', 'loket: niet openbaar'));
  assert.match(text, /- Adam, Er is een loket: nu \*\*niet openbaar\*\* \(/);
  assert.match(text, /Adam nu \*\*tussen /);
  assert.not.match(text, /→/);
});

test('a point and an organisation with another id are one line each, with the addresses that vanish', () => {
  const renamed = Object.fromEntries(
    Object.entries(sample).map(([path, text]) => [
      path.replace('/adam.yaml', '/adamstad.yaml'),
      text.replace(/\badam\b/g, 'adamstad').replace(/\bloket\b(?=:)|(?<=id: |punt: )loket\b/g, 'balie'),
    ]),
  );
  const text = between(sample, renamed);
  assert.match(
    text,
    /^- Organisatie ‘Gemeente Adam’: `adam` heet nu `adamstad`; dit adres verdwijnt: `\/organisatie\/adam\/`$/m,
  );
  assert.match(
    text,
    /^- Punt ‘Er is een loket’ \(norm 2\.0\): `loket` heet nu `balie`; dit adres verdwijnt: `\/norm\/2\.0\/punt\/loket\/`$/m,
  );
  assert.is(text.match(/^- /gm)!.length, 2, text);
  assert.match(text, /Er verandert geen enkel cijfer/);
});

test('rows that are moved change no figure', () => {
  const text = after(ADAM, '  plan: behaald\n  gesprek: behaald\n', '  gesprek: behaald\n  plan: behaald\n');
  assert.match(
    text,
    /Er verandert geen enkel cijfer\.\n\nOok de teksten op de site blijven gelijk\. 1 bestand is anders geschreven/,
  );
});

test('a round that gets another id changes no figure, and its address is reported to vanish', () => {
  const moved = Object.fromEntries(
    Object.entries(sample).map(([path, text]) => [path.replace('/najaar/', '/herfst/'), text]),
  );
  const text = between(sample, moved);
  assert.match(text, /Er verandert geen enkel cijfer/);
  assert.match(
    text,
    /### Andere id\n\nEen id verandert nooit[^\n]*\n\n- Meting ‘Meting in het najaar’ \(norm 2\.0\): `najaar` heet nu `herfst`; dit adres verdwijnt: `\/norm\/2\.0\/meting\/najaar\/`\n/,
  );
  assert.not.match(text, /Nieuwe meting|Weg:|Adressen die/);
});

test('a corrected date of a round is reported as such, and no result changes', () => {
  const text = after(`${ROUND}/meting.yaml`, 'datum: "2025-23"', 'datum: "2025-10"');
  assert.match(text, /Meting ‘Meting in het najaar’ \(norm 2\.0\), datum: 2025-23 → 2025-10\n/);
  assert.not.match(text, /veranderen|verandert\n\n- |Nieuw en vervallen|geen resultaat/);
});

test('every address that is made of an id is known, so that none vanishes unnoticed', () => {
  const { report } = buildReport(folderOf(sample));
  const made = new Set(report!.reports.flatMap((each) => [...addressesOf(each)]));
  for (const address of [
    '/',
    '/organisatie/adam/',
    '/documenten/besluit/',
    '/norm/2.0/',
    '/norm/2.0/thema/mensen/',
    '/norm/2.0/punt/loket/',
    '/norm/2.0/meting/lente/',
    '/vergelijking/1.0-2.0/',
  ])
    assert.ok(made.has(address), address);
  assert.not.ok([...made].some((address) => address.includes('dossier')));
});

test('a new ambition, a text and a document are reported, each in its own words', () => {
  const text = between(
    sample,
    changed(
      changed(sample, 'proef/normen/2.0/norm.yaml', 'toelichting: Over mensen.', 'toelichting: Over *alle* mensen.'),
      'proef/documenten.yaml',
      '  - id: dossier-7',
      '  - id: nota\n    openbaar: true\n    titel: "Nota [x](http://y) @team"\n    soort: overig\n    uitgever: Adam\n  - id: dossier-7',
    ),
  );
  assert.match(text, /Thema ‘Mensen’ \(norm 2\.0\), toelichting: “Over mensen\.” → “Over \\\*alle\\\* mensen\.”/);
  assert.match(text, /Nieuw document: ‘Nota \\\[x\\\]\(http:\/\/y\) &#64;team’/);
  assert.match(text, /Er verandert geen enkel cijfer/);
});

test('changes in a concept round are shown separately, as not on the site', () => {
  const text = between(inConcept, changed(inConcept, ADAM, 'loket: behaald', 'loket: niet behaald'));
  assert.match(
    text,
    /### In concept, nog niet op de site\n\n[^\n]+\n\n- Adam, Er is een loket: behaald → \*\*niet behaald\*\* \(norm 2\.0, Meting in het najaar\)\n/,
  );
  assert.match(text, /Er verandert geen enkel cijfer/);
  assert.not.match(text, /resultaat verandert/);
  const published = between(inConcept, loose);
  assert.match(published, /Nieuwe meting: ‘Meting in het najaar’ \(norm 2\.0\)/);
  assert.not.match(published, /In concept|Weg:/);
  assert.match(between(loose, inConcept), /### In concept[^]*Nieuwe meting: ‘Meting in het najaar’/);
});

test('what is not public is not mentioned, whatever changes in it', () => {
  const broken = changed(inConcept, ADAM, 'loket: behaald', 'loket: gehaald');
  assert.match(between(inConcept, broken), /onbekende status "gehaald"/);
  const renamed = changed(
    changed(sample, 'proef/documenten.yaml', 'id: dossier-7', 'id: dossier-8'),
    `${ROUND}/meting.yaml`,
    'dossier-7',
    'dossier-8',
  );
  assert.not.match(between(sample, renamed), /dossier/);
  const dangling = changed(sample, 'proef/documenten.yaml', 'id: dossier-7', 'id: dossier-8');
  assert.not.match(between(sample, dangling), /dossier/);
  assert.match(between(sample, dangling), /1 melding over wat niet openbaar is/);
});

test('what became invalid is named by file, line and column; what was so before only by number', () => {
  const broken = changed(sample, ADAM, 'loket: behaald', 'loket: gehaald');
  assert.match(
    between(sample, broken),
    /### Dit klopt nog niet\n\n- proef\/normen\/2\.0\/metingen\/najaar\/resultaten\/adam\.yaml:6:10: onbekende status "gehaald"; bedoelde u "behaald"\?\n/,
  );
  assert.match(
    between(broken, changed(broken, ADAM, 'plan: behaald', 'plan: gehaald')),
    /:3:9: [^]*1 melding die er al was/,
  );
});

test('the first data, and data that was invalid before, have nothing to be compared with', () => {
  assert.match(changesText(null, folderOf(sample), 'main'), /Nieuw rapport: ‘Proefrapport’/);
  assert.match(
    between(changed(sample, ADAM, 'loket: behaald', 'loket: gehaald'), sample),
    /kloppen niet, dus er is niets om de cijfers mee te vergelijken/,
  );
});

test('on the shipped data, one edited line is reported quickly, against a git revision', () => {
  const clone = new Clone();
  const file = 'data/voorbeeld/normen/2.0/metingen/2026-tussenmeting/resultaten/modelstad.yaml';
  clone.write(file, clone.read(file).replace('jongeren-weerbaar: deels behaald', 'jongeren-weerbaar: behaald'));
  const data = clone.path('data');
  const start = process.cpuUsage();
  const head = readData(data);
  const text = changesText(readRevision(data, 'main', head), head, 'main');
  const { user, system } = process.cpuUsage(start);
  assert.match(text, /### Eén resultaat verandert\n\n- Modelstad, 1\.6 [^\n]+: deels behaald → \*\*behaald\*\* /);
  assert.ok((user + system) / 1e6 < 1, `took ${(user + system) / 1e6} s of a processor`);
  assert.match(clone.run('changes', '--base', 'nergens').err, /git kent geen versie "nergens"/);
});

test('an organisation with another name and another id is still itself: it has the same results', () => {
  const renamed = Object.fromEntries(
    Object.entries(sample).map(([file, text]) => [
      file.replace('adam.yaml', 'eedam.yaml'),
      text.replaceAll('adam', 'eedam').replaceAll('Adam', 'Eedam').replaceAll('beedam', 'bedam'),
    ]),
  );
  const text = between(sample, renamed);
  assert.match(text, /### Andere id\n/);
  assert.match(text, /`adam` heet nu `eedam`; dit adres verdwijnt: `\/organisatie\/adam\/`/);
  assert.match(text, /naam: “Gemeente Adam” → “Gemeente Eedam”/);
  assert.not.match(text, /geen resultaat|→ vervalt/);
});

test.run();
