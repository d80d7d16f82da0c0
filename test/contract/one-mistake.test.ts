import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../support/marked.ts';
import { AUTUMN, NEW, sample } from '../support/sample.ts';
import { changed, problemLines } from '../support/tree.ts';

const NORM = `${NEW}/norm.yaml`;
const ROUND = `${AUTUMN}/meting.yaml`;
const ADAM = `${AUTUMN}/resultaten/adam.yaml`;

const MISSING: Change[] = [
  [ADAM, '  loket: behaald\n', ''],
  [ADAM, 'plan', '▸plan'],
];
function entries(...lines: readonly string[]): Change {
  return [
    ROUND,
    '  - bereik: totaal\n    percentage: 70\n    bron: brief\n',
    lines.map((line) => `  - ${line}\n`).join(''),
  ];
}

// One mistake is one problem, in the right place, and hides no other mistake.
testMistakes([
  {
    title: 'A scope that is stated twice leaves the rest of the round to be checked',
    changes: [entries('{bereik: totaal, percentage: 70}', '{bereik: ▸totaal, percentage: 70}'), ...MISSING],
    says: ['staat al', 'loket'],
  },
  {
    title: 'A scope that is none beside the total leaves that alone',
    changes: [entries('{bereik: ▸"Thema:mensen", percentage: 80}', '{bereik: totaal, percentage: 70}'), ...MISSING],
    says: ['geen bereik', 'loket'],
  },
  {
    title: 'A path that is none leaves the other report alone',
    changes: [
      ['site.yaml', '  - map: proef\n    pad: /\n', '  - {map: ▸Twee, pad: ▸twee}\n  - {map: proef, pad: /}\n'],
    ],
    says: ['geen id', 'geen pad'],
  },
  {
    title: 'A folder of a report that is no id does not hide what is wrong in it',
    changes: [
      ['site.yaml', 'map: proef', 'map: ▸Proef'],
      [ADAM, 'plan: behaald', 'plan: ▸behaalt'],
    ],
    says: ['bedoelde u "behaald"', 'wel een map "proef"'],
  },
  {
    title: 'A point that applies to a malformed id is one problem, and the other names are still looked at',
    changes: [[NORM, 'geldt_voor: [gemeente]', 'geldt_voor: [▸Gemeente, ▸qqq]']],
    says: ['bedoelde u "gemeente"', 'qqq'],
  },
  {
    title: 'A point that applies to a misspelt kind is one problem',
    changes: [[NORM, 'geldt_voor: [gemeente]', 'geldt_voor: [▸gemeentes]']],
    says: ['bedoelde u "gemeente"'],
  },
  {
    title: 'A malformed participant is one problem, also where a figure is reported of it',
    changes: [
      [NORM, '  - adam\n', '  - ▸Adam\n'],
      entries('{bereik: "organisatie:adam", percentage: 70, toelichting: Anders geteld.}'),
    ],
    says: ['bedoelde u "adam"'],
  },
  {
    title: 'A misspelt participant is one problem, and not what its file is said to mean',
    changes: [[NORM, '  - adam\n', '  - ▸adm\n']],
    says: ['bedoelde u "adam"'],
  },
  {
    title: 'A participant that is listed twice is one problem',
    changes: [[NORM, '  - bedam\n', '  - bedam\n  - {organisatie: ▸bedam, vanaf: "2027"}\n']],
    says: ['staat al bij de deelnemers'],
  },
  {
    title: 'An old point that is named twice in one origin is one problem',
    changes: [
      [
        NORM,
        '      - punt: plan\n        relatie: gelijk\n',
        '      - punt: plan\n        relatie: gelijk\n      - {punt: ▸plan, relatie: gelijk}\n',
      ],
    ],
    says: ['staat al bij de herkomst'],
  },
  {
    title: 'A kind of organisation that is none hides no other mistake',
    changes: [
      ['proef/organisaties.yaml', 'soort: waterschap', 'soort: ▸waterschp'],
      [NORM, '  - bedam\n', '  - bedam\n  - ▸zzz\n'],
      ...MISSING,
    ],
    says: ['loket', 'zzz', 'bedoelde u "waterschap"'],
  },
  {
    title: 'Where the line that begins a point is gone, that is one problem, and no row is said to be one too many',
    changes: [
      [
        NORM,
        '  - id: gesprek\n    thema: beleid\n    titel: Er is een gesprek\n    herkomst:\n',
        '    ▸thema: beleid\n    titel: Er is een gesprek\n    herkomst:\n',
      ],
    ],
    says: ['boven deze regel ontbreekt de eerste regel'],
  },
  {
    title: 'A row for no point is reported also where the date is none',
    changes: [
      [ROUND, 'datum: "2025-23"', 'datum: ▸"2025-33"'],
      [ADAM, 'plan: behaald', 'plan: behaald\n  ▸xx: behaald'],
    ],
    says: ['geen datum', 'xx'],
  },
]);

testMistakes([
  {
    title: 'An empty item of a list is reported on its own line',
    changes: [[NORM, '  - bedam\n', '  - bedam\n  # leeg:\n  -▸\n']],
    says: ['haal deze regel weg'],
  },
  {
    title: 'Two empty items are two problems',
    changes: [[NORM, '  - bedam\n', '  - bedam\n  -▸\n\n  -▸\n']],
    says: ['haal deze regel weg', 'haal deze regel weg'],
  },
  {
    title: 'A line that begins with a percent sign is reported where it is',
    changes: [['proef/rapport.yaml', 'titel:', '▸%YAML 1.2\n---\ntitel:']],
    says: ['%'],
  },
  {
    title: 'A file in which nothing stands is called empty',
    changes: [['proef/rapport.yaml', '', '▸# nog niets\n']],
    says: ['dit bestand is leeg'],
  },
  {
    title: 'An id that is a number gets its quotes as advice, also where a list may stand',
    changes: [[ROUND, '    bron: brief', '    bron: ▸2024']],
    says: ['zet 2024 tussen aanhalingstekens'],
  },
  {
    title: 'A correction with a date that is none hides no other',
    changes: [
      [
        ROUND,
        'niveau: punten\n',
        `niveau: punten
correcties:
  - {datum: ▸"2026-13", punt: gesprek, organisatie: bedam, oud: behaald, nieuw: niet behaald, reden: Telfout.}
  - {datum: "2026-01", punt: gesprek, organisatie: bedam, oud: behaald, nieuw: ▸deels behaald, reden: Telfout., bron: ▸brieff}
`,
      ],
    ],
    says: ['geen datum', 'deels behaald', 'brieff'],
  },
  {
    title: 'A key that is needed and misspelt is one problem',
    changes: [
      ['proef/rapport.yaml', 'titel:', '▸titl:'],
      [ROUND, 'datum:', '▸datm:'],
    ],
    says: ['bedoelde u "datum"', 'bedoelde u "titel"'],
  },
  {
    title: 'A key of which only the begin is written is told apart',
    changes: [[NORM, '{organisatie: water, vanaf: "2025-07"}', '{organisatie: water, ▸van: "2025-07"}']],
    says: ['bedoelde u "vanaf"'],
  },
]);

testMistakes([
  {
    title: 'What an organisation says, among its rows, belongs above them',
    changes: [[ADAM, 'resultaten:\n', 'resultaten:\n  ▸reactie: Wij zijn blij.\n']],
    says: ['hoort niet onder "resultaten"; zet dit veld erboven'],
  },
  {
    title: 'A list of dropped points that is gone is one problem, however many points there were in it',
    changes: [
      [NORM, 'opvolger_van: "1.0"', 'opvolger_van: ▸"1.0"'],
      [NORM, /vervallen:[\s\S]*$/.exec(sample[NORM]!)![0], ''],
      [
        NEW.replace('2.0', '1.0') + '/norm.yaml',
        '  - {id: nevenfuncties,',
        '  - {id: archief, thema: beleid, titel: Er is een archief}\n  - {id: nevenfuncties,',
      ],
      ['proef/normen/1.0/metingen/2022/resultaten/adam.yaml', '  plan:', '  archief: behaald\n  plan:'],
      ['proef/normen/1.0/metingen/2022/resultaten/bedam.yaml', '  plan:', '  archief: behaald\n  plan:'],
    ],
    says: ['ontbreken de punten "archief" en "nevenfuncties"'],
  },
  {
    title: 'Quotes of a word processor around a date are taken away by the way out',
    changes: [[ROUND, 'datum: "2025-23"', 'datum: ▸“2025-23”']],
    says: ['bedoelde u "2025-23"?'],
  },
  {
    title: 'Two rows on one line are told with what they may have been',
    changes: [
      [
        'proef/normen/1.0/metingen/2022/resultaten/adam.yaml',
        'behaald\n  overleg: deels',
        'behaald lokaal-overleg▸: deels',
      ],
    ],
    says: ['begint met "lokaal-overleg:" een nieuwe regel, zet die dan op een eigen regel'],
  },
]);

test('A point that is gone is one problem, also where a figure is reported that counted it', () => {
  const point = /  - id: training\n(?:    .*\n)*/.exec(sample[NORM]!)?.[0] ?? '';
  const lines = problemLines(changed(sample, NORM, point, ''));
  assert.is(lines.length, 1, lines.join('\n'));
  assert.match(lines[0]!, /hier ontbreekt "training"/);
});

test('A folder that is not there does not hide what is wrong in the one that was meant', () => {
  const lines = problemLines(
    changed(changed(sample, 'site.yaml', 'map: proef', 'map: proeff'), ADAM, 'plan: behaald', 'plan: behaalt'),
  );
  assert.equal(
    lines.map((line) => line.split(': ')[0]),
    [`${ADAM}:3:9`, 'site.yaml:6:10'],
  );
  assert.match(lines[1]!, /geen map "proeff", en wel een map "proef"/);
});

test.run();
