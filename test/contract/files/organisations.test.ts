import { test } from 'uvu';
import { testMistakes, type Change } from '../../support/marked.ts';

const PATH = 'proef/organisaties.yaml';
function organisations(from: string, to: string): Change[] {
  return [[PATH, from, to]];
}

testMistakes([
  {
    title: 'An organisation of an unknown kind is refused with a suggestion',
    changes: organisations('soort: waterschap', 'soort: ▸waterschp'),
    says: ['bedoelde u "waterschap"'],
  },
  {
    title: 'An organisation without a short name is refused at its first key',
    changes: organisations(
      '- id: adam\n    naam: Gemeente Adam\n    korte_naam: Adam',
      '- ▸id: adam\n    naam: Gemeente Adam',
    ),
    says: ['korte_naam'],
  },
  {
    title: 'An organisation without a name is refused at its first key',
    changes: organisations('- id: adam\n    naam: Gemeente Adam', '- ▸id: adam'),
    says: ['naam'],
  },
  {
    title: 'An organisation without a kind is refused at its first key',
    changes: organisations(
      '- id: water\n    naam: Waterschap Water\n    korte_naam: Water\n    soort: waterschap',
      '- ▸id: water\n    naam: Waterschap Water\n    korte_naam: Water',
    ),
    says: ['soort'],
  },
  {
    title: 'An id with a capital is refused, with the id that is meant',
    changes: organisations('id: water', 'id: ▸Water'),
    says: ['bedoelde u "water"'],
  },
  {
    title: 'An id with two hyphens in a row is refused',
    changes: organisations('id: water', 'id: ▸wa--ter'),
    says: ['id'],
  },
  { title: 'An id that ends in a hyphen is refused', changes: organisations('id: water', 'id: ▸water-'), says: ['id'] },
  {
    title: 'An id that is the name of a kind is refused',
    changes: [
      [
        PATH,
        'organisaties:\n',
        'organisaties:\n  - {id: ▸politie, naam: Politie, korte_naam: Politie, soort: politie}\n',
      ],
    ],
    says: ['soort'],
  },
  {
    title: 'An id that is already taken is refused at the later one',
    changes: [
      [PATH, 'soort: waterschap', 'soort: waterschap\n  - {id: ▸adam, naam: Adam, korte_naam: Adam, soort: overig}'],
    ],
    says: ['adam'],
  },
  {
    title: 'A TOOI code without its kind is refused',
    changes: organisations('gemeente/gm0034', '▸gm0034'),
    says: ['TOOI'],
  },
  {
    title: 'A TOOI code that YAML reads as a number is refused',
    changes: organisations('gemeente/gm0034', '▸0034'),
    says: ['"0034"'],
  },
  {
    title: 'An unknown key of an organisation is refused',
    changes: organisations('tooi:', '▸toii:'),
    says: ['bedoelde u "tooi"'],
  },
  {
    title: 'An organisation in one word is refused',
    changes: [[PATH, 'soort: waterschap', 'soort: waterschap\n  - ▸edam']],
    says: ['groep velden'],
  },
]);

test.run();
