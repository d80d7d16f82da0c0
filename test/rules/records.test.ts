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
