import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../../support/marked.ts';
import { AUTUMN, sample } from '../../support/sample.ts';
import { changed, problemLines } from '../../support/tree.ts';

const PATH = `${AUTUMN}/meting.yaml`;
function round(from: string, to: string): Change[] {
  return [[PATH, from, to]];
}
const REPORTED = '- bereik: totaal\n    percentage: 70\n    bron: brief\n';

testMistakes([
  {
    title: 'A round without a title is refused',
    changes: round('titel: Meting in het najaar\n', '▸'),
    says: ['titel'],
  },
  ...['datum: "2025-23"', 'soort: tussenmeting', 'niveau: punten'].map((line) => ({
    title: `A round without "${line.split(':')[0]}" is refused at the first key`,
    changes: [...round('titel:', '▸titel:'), ...round(`${line}\n`, '')],
    says: [line.split(':')[0]!],
  })),
  { title: 'A date of a round that is none is refused', changes: round('"2025-23"', '▸najaar 2025'), says: ['datum'] },
  { title: 'A year of a round without quotes is refused', changes: round('"2025-23"', '▸2025'), says: ['"2025"'] },
  {
    title: 'An unknown kind of round is refused with a suggestion',
    changes: round('tussenmeting', '▸tussen-meting'),
    says: ['bedoelde u "tussenmeting"'],
  },
  { title: 'An unknown level is refused', changes: round('niveau: punten', 'niveau: ▸punt'), says: ['"punten"'] },
  {
    title: 'Whether a round is in progress is true or false',
    changes: round('niveau:', 'concept: ▸nee\nniveau:'),
    says: ['true'],
  },
  {
    title: 'A date of publication that is none is refused',
    changes: round('"2025-12-01"', '▸"2025-12-32"'),
    says: ['datum'],
  },
  {
    title: 'An unknown source in a list is refused at that source',
    changes: round('dossier-7', '▸dossier-8'),
    says: ['bedoelde u "dossier-7"'],
  },
  { title: 'An unknown scope is refused', changes: round('bereik: totaal', 'bereik: ▸alles'), says: ['thema:<id>'] },
  {
    title: 'A scope without an id is refused',
    changes: round('bereik: totaal', 'bereik: ▸"thema:"'),
    says: ['thema:<id>'],
  },
  {
    title: 'A scope that is stated twice is refused at the later one',
    changes: round(REPORTED, `${REPORTED}  - {bereik: ▸totaal, percentage: 70}\n`),
    says: ['totaal'],
  },
  { title: 'A percentage below 0 is refused', changes: round('70', '▸-1'), says: ['laag'] },
  { title: 'A percentage above 100 is refused', changes: round('70', '▸100.5'), says: ['hoog'] },
  { title: 'A percentage with a sign is refused', changes: round('70', '▸70%'), says: ['getal'] },
  { title: 'A percentage with a decimal comma is refused', changes: round('70', '▸70,5'), says: ['getal'] },
  { title: 'A percentage in quotes is refused', changes: round('70', '▸"70"'), says: ['getal'] },
  {
    title: 'A reported figure without a percentage is refused',
    changes: round('- bereik: totaal\n    percentage: 70', '- ▸bereik: totaal'),
    says: ['percentage'],
  },
  {
    title: 'A reported figure without a scope is refused',
    changes: round('- bereik: totaal\n    percentage', '- ▸percentage'),
    says: ['bereik'],
  },
  {
    title: 'A misspelt key of a reported figure is one problem',
    changes: round('    bron: brief', '    ▸brom: brief'),
    says: ['bedoelde u "bron"'],
  },
  {
    title: 'A misspelt optional key of a round is one problem',
    changes: round('gepubliceerd:', '▸gepubliseerd:'),
    says: ['bedoelde u "gepubliceerd"'],
  },
  {
    title: 'An empty list of sources is no mistake, but a source without a value is',
    changes: [...round('[besluit, dossier-7]', '[]'), ...round('bron: brief', 'bron:▸')],
    says: ['waarde'],
  },
]);

test('A reported figure may do without a source', () => {
  assert.equal(problemLines(changed(sample, PATH, '    bron: brief\n', '')), []);
});

test.run();
