import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../../support/marked.ts';
import { NEW, OLD, sample } from '../../support/sample.ts';
import { changed, problemLines } from '../../support/tree.ts';

function norm(from: string, to: string): Change[] {
  return [[`${NEW}/norm.yaml`, from, to]];
}
function old(from: string, to: string): Change[] {
  return [[`${OLD}/norm.yaml`, from, to]];
}
const PLAN = 'herkomst:\n      - punt: plan\n        relatie: gelijk';

testMistakes([
  {
    title: 'A norm without a title is refused at the first key',
    changes: old('versie: "1.0"\ntitel: Oude norm', '▸versie: "1.0"'),
    says: ['titel'],
  },
  {
    title: 'A norm without a version is refused at the first key',
    changes: old('versie: "1.0"\n', '▸'),
    says: ['versie'],
  },
  {
    title: 'A norm without a summary is refused at the first key',
    changes: [...old('versie:', '▸versie:'), ...old('samenvatting: Drie punten.\n', '')],
    says: ['samenvatting'],
  },
  {
    title: 'A norm without a status is refused at the first key',
    changes: [...old('versie:', '▸versie:'), ...old('status: afgerond\n', '')],
    says: ['status'],
  },
  {
    title: 'A norm that does not say whether it is complete is refused at the first key',
    changes: [...old('versie:', '▸versie:'), ...old('volledig: true\n', '')],
    says: ['volledig'],
  },
  { title: 'A version that YAML reads as a number is refused', changes: old('"1.0"', '▸1.0'), says: ['"1.0"'] },
  { title: 'A version other than the name of the folder is refused', changes: old('"1.0"', '▸"1.1"'), says: ['1.0'] },
  { title: 'A version that is none is refused', changes: old('"1.0"', '▸"v1"'), says: ['bedoelde u "1.0"'] },
  {
    title: 'An unknown status of a norm is refused with a suggestion',
    changes: norm('van kracht', '▸van krcht'),
    says: ['bedoelde u "van kracht"'],
  },
  {
    title: 'A term without its begin is refused',
    changes: norm('{van: "2025", tot: "2027"}', '{▸tot: "2027"}'),
    says: ['van'],
  },
  {
    title: 'A term that is one date is refused',
    changes: norm('{van: "2025", tot: "2027"}', '▸"2025"'),
    says: ['groep velden'],
  },
  {
    title: 'A date of adoption that is no date is refused',
    changes: norm('"2025-02-01"', '▸1 februari 2025'),
    says: ['datum'],
  },
  {
    title: 'An unknown source of a norm is refused with a suggestion',
    changes: norm('bron: besluit', 'bron: ▸besluiten'),
    says: ['bedoelde u "besluit"'],
  },
  {
    title: 'A version of the replaced norm that YAML reads as a number is one problem',
    changes: norm('opvolger_van: "1.0"', 'opvolger_van: ▸1.0'),
    says: ['"1.0"'],
  },
  {
    title: 'A participant with a date that is none is refused',
    changes: norm('vanaf: "2025-07"', 'vanaf: ▸juli'),
    says: ['datum'],
  },
  {
    title: 'A participant that is a number is refused',
    changes: norm('  - bedam', '  - ▸34'),
    says: ['aanhalingstekens'],
  },
  {
    title: 'A misspelt key of a participant is one problem',
    changes: norm('vanaf: "2025-07"', '▸vanaff: "2025-07"'),
    says: ['bedoelde u "vanaf"'],
  },
  {
    title: 'Whether a norm is complete is true or false, not a word',
    changes: old('volledig: true', 'volledig: ▸ja'),
    says: ['true'],
  },
  ...['-0.1', '1.01', '50', '.nan', '.inf', '"0.5"'].map((weight) => ({
    title: `${weight} is no weight of what is partly achieved`,
    changes: norm('0.5', `▸${weight}`),
    says: [''],
  })),
  { title: 'A weight of three decimals is refused', changes: norm('0.5', '▸0.125'), says: ['decimalen'] },
  {
    title: 'A weight that is written with an exponent is refused',
    changes: norm('0.5', '▸5e-1'),
    says: ['geen gewoon getal'],
  },
  {
    title: 'An unknown way of counting is refused with a suggestion',
    changes: norm('gezamenlijk', '▸gezamelijk'),
    says: ['bedoelde u "gezamenlijk"'],
  },
  {
    title: 'An unknown key of the counting is refused',
    changes: norm('  deels_behaald', '  ▸deelsbehaald'),
    says: ['bedoelde u "deels_behaald"'],
  },
  {
    title: 'A theme without a title is refused',
    changes: norm('- id: beleid\n    titel: Beleid', '- ▸id: beleid'),
    says: ['titel'],
  },
  {
    title: 'An unknown key of a theme is refused',
    changes: norm('    toelichting: Over', '    ▸uitleg: Over'),
    says: ['uitleg'],
  },
  {
    title: 'A point without a title is refused',
    changes: norm('- id: loket\n    thema: mensen\n    titel: Er is een loket', '- ▸id: loket\n    thema: mensen'),
    says: ['titel'],
  },
  { title: 'A point without an id is refused', changes: [...norm('- id: loket\n    thema', '- ▸thema')], says: ['id'] },
  { title: 'A number of a point without quotes is refused', changes: norm('"1.1"', '▸1.1'), says: ['"1.1"'] },
  {
    title: 'A title of a point on two lines is refused',
    changes: norm('titel: Er is een loket', 'titel: ▸|-\n      Er is\n      een loket'),
    says: ['één regel'],
  },
  { title: 'To whom a point applies is a list', changes: norm('[gemeente]', '▸gemeente'), says: ['lijst'] },
  { title: 'A date from which a point applies must be a date', changes: norm('"2025-06"', '▸zomer'), says: ['datum'] },
  {
    title: 'A misspelt optional key of a point is one problem',
    changes: norm('    nummer:', '    ▸numer:'),
    says: ['bedoelde u "nummer"'],
  },
  {
    title: 'An unknown relation is refused with a suggestion',
    changes: norm('aangescherpt', '▸aangescherp'),
    says: ['bedoelde u "aangescherpt"'],
  },
  {
    title: 'An origin without a relation is refused',
    changes: norm('- punt: overleg\n        relatie: aangescherpt', '- ▸punt: overleg'),
    says: ['relatie'],
  },
  {
    title: 'An origin without a point is refused',
    changes: norm('- punt: overleg\n        relatie', '- ▸relatie'),
    says: ['punt'],
  },
  {
    title: 'An equal point that may not be compared needs a reason',
    changes: norm(PLAN, 'herkomst:\n      - ▸punt: plan\n        relatie: gelijk\n        vergelijkbaar: false'),
    says: ['reden'],
  },
  {
    title: 'A sharpened point that may be compared needs a reason',
    changes: norm(
      '- punt: overleg\n        relatie: aangescherpt',
      '- ▸punt: overleg\n        relatie: aangescherpt\n        vergelijkbaar: true',
    ),
    says: ['reden'],
  },
  {
    title: 'Whether a point may be compared is true or false',
    changes: norm(PLAN, `${PLAN}\n        vergelijkbaar: ▸ja`),
    says: ['true'],
  },
  {
    title: 'A dropped point without a reason is refused',
    changes: norm('- punt: nevenfuncties\n    reden: Staat in de wet.', '- ▸punt: nevenfuncties'),
    says: ['reden'],
  },
  {
    title: 'An origin in a norm that replaces none is refused',
    changes: old('titel: Er is overleg}', 'titel: Er is overleg, herkomst: ▸[{punt: plan, relatie: gelijk}]}'),
    says: ['opvolger_van'],
  },
  {
    title: 'A dropped point in a norm that replaces none is refused',
    changes: old('volledig: true', 'volledig: true\nvervallen: ▸[{punt: plan, reden: Weg.}]'),
    says: ['opvolger_van'],
  },
  {
    title: 'An unknown key of a norm is refused with a suggestion',
    changes: norm('vastgesteld:', '▸vastgesteldop:'),
    says: ['bedoelde u "vastgesteld"'],
  },
]);

for (const weight of ['0', '1', '0.0', '1.0', '0.33', '0.10']) {
  test(`The weight ${weight} is allowed`, () => {
    const tree = changed(
      changed(sample, `${NEW}/norm.yaml`, '0.5', weight),
      `${NEW}/metingen/najaar/meting.yaml`,
      'gerapporteerd:\n  - bereik: totaal\n    percentage: 70\n    bron: brief\n',
      '',
    );
    assert.equal(problemLines(tree), []);
  });
}

test('The default of whether points may be compared may be stated without a reason', () => {
  const tree = changed(sample, `${NEW}/norm.yaml`, PLAN, `${PLAN}\n        vergelijkbaar: true`);
  assert.equal(problemLines(tree), []);
});

test.run();
