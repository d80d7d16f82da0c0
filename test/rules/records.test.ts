import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../support/marked.ts';
import { AUTUMN, NEW, OLD, sample } from '../support/sample.ts';
import { changed, problemLines } from '../support/tree.ts';

const NORM = `${NEW}/norm.yaml`;
function norm(from: string, to: string): Change[] {
  return [[NORM, from, to]];
}

testMistakes([
  {
    title: 'A participant that is no organisation is refused with a suggestion',
    changes: norm('  - bedam\n', '  - bedam\n  - ▸watter\n'),
    says: ['bedoelde u "water"'],
  },
  {
    title: 'A participant in a mapping that is no organisation is refused at its id',
    changes: norm('  - bedam\n', '  - bedam\n  - {vanaf: "2025", organisatie: ▸cedam}\n'),
    says: ['cedam'],
  },
  {
    title: 'A participant that is listed twice is refused at the later one',
    changes: norm('  - bedam\n', '  - bedam\n  - ▸adam\n'),
    says: ['adam'],
  },
  {
    title: 'A participant that is listed twice in different forms is refused',
    changes: norm('vanaf: "2025-07"}\n', 'vanaf: "2025-07"}\n  - {organisatie: ▸bedam, tot: "2026"}\n'),
    says: ['bedam'],
  },
  {
    title: 'A theme with an id that is taken is refused',
    changes: norm('- id: mensen', '- {id: ▸beleid, titel: Nog eens}\n  - id: mensen'),
    says: ['beleid'],
  },
  {
    title: 'A point with an unknown theme is refused with a suggestion',
    changes: norm('thema: mensen\n    titel: Er is een loket', 'thema: ▸mense\n    titel: Er is een loket'),
    says: ['bedoelde u "mensen"'],
  },
  {
    title: 'A theme of the replaced norm is no theme of this one',
    changes: [[`${OLD}/norm.yaml`, '{id: plan, thema: beleid', '{id: plan, thema: ▸mensen']],
    says: ['mensen'],
  },
  {
    title: 'A point without a theme in a complete norm is refused at its first key',
    changes: norm('- id: loket\n    thema: mensen', '- ▸id: loket'),
    says: ['thema'],
  },
  {
    title: 'A point with an id that is taken is refused',
    changes: norm('vervallen:', '  - {id: ▸plan, thema: beleid, titel: Nog een plan}\nvervallen:'),
    says: ['plan'],
  },
  {
    title: 'A point for a kind or organisation that does not exist is refused at that word',
    changes: norm('[gemeente]', '[gemeente, ▸watter]'),
    says: ['bedoelde u "water"'],
  },
  {
    title: 'A misspelt kind to which a point applies gets a suggestion of a kind',
    changes: norm('[gemeente]', '[gemeente, ▸provinsie]'),
    says: ['bedoelde u "provincie"'],
  },
  {
    title: 'Two rounds of one norm on the same day are refused at the later one',
    changes: [
      [`${AUTUMN}/meting.yaml`, '"2025-23"', '"2025-09-01"'],
      [
        `${NEW}/metingen/winter/meting.yaml`,
        '',
        'titel: Nog een\ndatum: ▸"2025-09"\nsoort: tussenmeting\nniveau: totaal\n',
      ],
    ],
    says: ['2025-09'],
  },
  {
    title: 'A season begins on the first day of its first month',
    changes: [
      [
        `${NEW}/metingen/oogst/meting.yaml`,
        '',
        'titel: Nog een\ndatum: ▸"2025-09"\nsoort: tussenmeting\nniveau: totaal\n',
      ],
    ],
    says: ['2025-09-01'],
  },
]);

testMistakes([
  {
    title: 'A participant that stops before it began is one problem, at the date on which it stops',
    changes: norm('vanaf: "2025-07"', 'vanaf: "2025-07", tot: ▸"2025-01"'),
    says: ['"tot" (2025-01) ligt niet na "vanaf" (2025-07)'],
  },
  {
    title: 'A participant that stops on the day on which it began never took part',
    changes: norm('vanaf: "2025-07"', 'vanaf: "2025-07", tot: ▸"2025-07-01"'),
    says: ['ligt niet na'],
  },
  {
    title: 'A point that stops before it began is one problem',
    changes: norm('vanaf: "2025-06"', 'vanaf: "2025-06"\n    tot: ▸"2025-05"'),
    says: ['ligt niet na'],
  },
  {
    title: 'A norm that ends before it began is refused at its end',
    changes: norm('tot: "2027"', 'tot: ▸"2024"'),
    says: ['ligt voor "van"'],
  },
  {
    title: 'A round that was published before it began is refused at that date',
    changes: [[`${AUTUMN}/meting.yaml`, 'gepubliceerd: "2025-12-01"', 'gepubliceerd: ▸"2025-08"']],
    says: ['"gepubliceerd" (2025-08) ligt voor "datum" (2025-23)'],
  },
  {
    title:
      'A round that was published in the month in which it was held is fine, and one on the day of another is one problem',
    changes: [
      [`${AUTUMN}/meting.yaml`, 'gepubliceerd: "2025-12-01"', 'gepubliceerd: "2025-09"'],
      [`${NEW}/metingen/lente/meting.yaml`, 'datum: "2025-03"', 'datum: "2025-09"'],
      [`${AUTUMN}/meting.yaml`, 'datum: "2025-23"', 'datum: ▸"2025-23"'],
    ],
    says: ['begint op dezelfde dag'],
  },
  {
    title: 'Of two rounds on one day, the one that would then be published before it was held is wrong',
    changes: [[`${NEW}/metingen/lente/meting.yaml`, 'datum: "2025-03"', 'datum: ▸"2025-09"\ngepubliceerd: "2025-04"']],
    says: ['begint op dezelfde dag'],
  },
  {
    title: 'A result that was expected before its round is warned of at that date',
    changes: [[`${AUTUMN}/resultaten/bedam.yaml`, 'verwacht: "2026-06"', 'verwacht: ▸"2025-08"']],
    says: ['let op: "verwacht" (2025-08) ligt voor deze meting (2025-23)'],
  },
  {
    title: 'A point with a theme in a norm without themes is one problem, at the first',
    changes: [
      [`${OLD}/norm.yaml`, 'themas:\n  - {id: beleid, titel: Beleid}\n', ''],
      [`${OLD}/norm.yaml`, '{id: plan, thema: beleid', '{id: plan, thema: ▸beleid'],
    ],
    says: ['geen thema’s'],
  },
]);

test('A complete norm without themes has points without one', () => {
  const tree = changed(sample, `${OLD}/norm.yaml`, 'themas:\n  - {id: beleid, titel: Beleid}\n', '');
  assert.equal(
    problemLines({ ...tree, [`${OLD}/norm.yaml`]: tree[`${OLD}/norm.yaml`]!.replaceAll('thema: beleid, ', '') }),
    [],
  );
});

test('A result that is expected in the year of its round gets no warning', () => {
  assert.equal(problemLines(changed(sample, `${AUTUMN}/resultaten/bedam.yaml`, '"2026-06"', '"2025"')), []);
});

test('Rounds of different norms may be on the same day', () => {
  assert.equal(problemLines(changed(sample, `${OLD}/metingen/2022/meting.yaml`, '2022-23', '2025-03')), []);
});

test('A theme without points, a point for nobody and a round before the term are allowed', () => {
  const themes = changed(sample, NORM, 'themas:\n', 'themas:\n  - {id: leeg, titel: Leeg}\n');
  const nobody = changed(
    themes,
    NORM,
    'vervallen:',
    '  - {id: politie-bij-ons, thema: leeg, titel: Voor niemand, geldt_voor: [politie]}\nvervallen:',
  );
  assert.equal(problemLines(changed(nobody, NORM, 'van: "2025"', 'van: "2025-10"')), []);
});

test('A point may apply to an organisation and to its kind at once', () => {
  assert.equal(problemLines(changed(sample, NORM, '[gemeente]', '[gemeente, adam]')), []);
});

test('A point without a theme is allowed where not everything is public', () => {
  const tree = changed(
    changed(sample, NORM, 'volledig: true', 'volledig: false'),
    NORM,
    '- id: loket\n    thema: mensen',
    '- id: loket',
  );
  assert.equal(problemLines(tree), []);
});

test.run();
