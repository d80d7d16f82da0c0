import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../../support/marked.ts';
import { sample } from '../../support/sample.ts';
import { changed, problemLines } from '../../support/tree.ts';

const PATH = 'proef/documenten.yaml';
function documents(from: string, to: string): Change[] {
  return [[PATH, from, to]];
}
const BRIEF = '    openbaar: true\n    titel: Brief\n    soort: raadsbrief\n    uitgever: Proefprovincie\n';
function withheld(line: string): Change[] {
  return documents('  - id: dossier-7\n    openbaar: false', `  - id: dossier-7\n    openbaar: false\n    ${line}`);
}

testMistakes([
  {
    title: 'A document of an unknown kind is refused with a suggestion',
    changes: documents('soort: raadsbrief', 'soort: ▸raadsbref'),
    says: ['bedoelde u "raadsbrief"'],
  },
  ...['titel: Brief', 'soort: raadsbrief', 'uitgever: Proefprovincie'].map((line) => ({
    title: `A public document without "${line.split(':')[0]}" is refused at its first key`,
    changes: [...documents('- id: brief', '- ▸id: brief'), ...documents(BRIEF, BRIEF.replace(`    ${line}\n`, ''))],
    says: [line.split(':')[0]!],
  })),
  {
    title: 'A document that does not say whether it is public is refused',
    changes: documents('- id: brief\n    openbaar: true', '- ▸id: brief'),
    says: ['openbaar'],
  },
  {
    title: 'Whether a document is public is not a text',
    changes: documents('openbaar: false', 'openbaar: ▸"false"'),
    says: ['true'],
  },
  {
    title: 'A date of a document that does not exist is refused',
    changes: documents('"2021-01-15"', '▸"2021-02-29"'),
    says: ['bestaat niet'],
  },
  { title: 'A month of one digit is refused', changes: documents('"2021-01-15"', '▸2021-1-15'), says: ['datum'] },
  {
    title: 'A year without quotes is a number and refused',
    changes: documents('"2021-01-15"', '▸2021'),
    says: ['"2021"'],
  },
  { title: 'A registration number without quotes is refused', changes: documents('"0034"', '▸0034'), says: ['"0034"'] },
  {
    title: 'An address of a document that is not https is refused',
    changes: documents('https://proef.example/besluit', '▸http://proef.example/besluit'),
    says: ['https://'],
  },
  {
    title: 'An address that would run a script is refused',
    changes: documents('https://proef.example/besluit', '▸javascript:alert(1)'),
    says: ['https://'],
  },
  {
    title: 'A reference to an unknown document is refused',
    changes: documents('verwijst_naar: [brief]', 'verwijst_naar: [▸briev]'),
    says: ['bedoelde u "brief"'],
  },
  {
    title: 'References are a list',
    changes: documents('verwijst_naar: [brief]', 'verwijst_naar: ▸brief'),
    says: ['lijst'],
  },
  {
    title: 'An attachment without a title is refused',
    changes: documents('{titel: Bijlage, edocs', '{▸edocs'),
    says: ['titel'],
  },
  {
    title: 'An attachment at an address that is not https is refused',
    changes: documents('https://proef.example/bijlage', '▸ftp://proef.example/bijlage'),
    says: ['https://'],
  },
  {
    title: 'An Edocs number without quotes is refused',
    changes: documents('edocs: "12"', 'edocs: ▸12'),
    says: ['"12"'],
  },
  {
    title: 'An unknown key of a document is refused',
    changes: documents('registratienummer:', '▸registratie_nummer:'),
    says: ['bedoelde u "registratienummer"'],
  },
  {
    title: 'An id of a document that is already taken is refused',
    changes: documents('id: dossier-7', 'id: ▸brief'),
    says: ['brief'],
  },
  ...['titel: Geheim', 'soort: norm', 'datum: "2021"', 'url: "https://proef.example"', 'uitgever: Iemand'].map(
    (line) => ({
      title: `A document that is not public may have no "${line.split(':')[0]}", and the message says why`,
      changes: withheld(`▸${line}`),
      says: ['niet openbaar'],
    }),
  ),
]);

test('A document that is not public may be a source everywhere', () => {
  const tree = changed(
    changed(sample, PATH, '[brief]', '[dossier-7]'),
    'proef/normen/2.0/norm.yaml',
    'bron: besluit',
    'bron: [besluit, dossier-7]',
  );
  assert.equal(problemLines(tree), []);
});

for (const date of ['2022', '2022-11', '2022-11-03', '2024-02-29', '2022-21', '2022-24']) {
  test(`The date ${date} is allowed`, () => {
    assert.equal(problemLines(changed(sample, PATH, '2021-01-15', date)), []);
  });
}

testMistakes(
  [
    '2022-00',
    '2022-13',
    '2022-20',
    '2022-25',
    '2022-11-31',
    '2023-02-29',
    '1900-02-29',
    '2022-23-01',
    '2022/2023',
    '2022-11-03T10:00',
    '22',
    '2022-11-3',
    '2022~',
    '-2022',
  ].map((date) => ({
    title: `"${date}" is no date`,
    changes: documents('"2021-01-15"', `▸"${date}"`),
    says: [date],
  })),
);

test.run();
