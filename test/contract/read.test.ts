import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../support/marked.ts';
import { AUTUMN, NEW, OLD, sample } from '../support/sample.ts';
import { changed, problemLines, reportOf } from '../support/tree.ts';

const NORM = `${NEW}/norm.yaml`;
function norm(from: string, to: string): Change[] {
  return [[NORM, from, to]];
}
const MISSING_ROW: Change[] = [
  [`${AUTUMN}/resultaten/adam.yaml`, '  plan: behaald\n', ''],
  [`${AUTUMN}/resultaten/adam.yaml`, 'gesprek', '▸gesprek'],
];
const UNKNOWN_THEME: Change[] = norm(
  'thema: mensen\n    titel: Er is een loket',
  'thema: ▸menschen\n    titel: Er is een loket',
);
const WRONG_FIGURE: Change[] = [[`${AUTUMN}/meting.yaml`, 'percentage: 70', 'percentage: ▸71']];

test('The sample is valid', () => {
  assert.equal(problemLines(sample), []);
});

// A file that cannot be read is one problem. Rules that depend on it are silent; others are not.
const UNREADABLE: readonly (readonly [string, string, string])[] = [
  ['proef/rapport.yaml', 'titel: Proefrapport', 'titel: "Proefrapport'],
  ['proef/organisaties.yaml', 'id: adam', 'id: "adam'],
  ['proef/documenten.yaml', 'id: besluit', 'id: "besluit'],
  [`${OLD}/norm.yaml`, 'titel: Oude norm', 'titel: "Oude norm'],
  [NORM, 'titel: Nieuwe norm', 'titel: "Nieuwe norm'],
  [`${AUTUMN}/meting.yaml`, 'soort: tussenmeting', 'soort: "tussenmeting'],
  [`${AUTUMN}/resultaten/adam.yaml`, 'plan: behaald', 'plan: "behaald'],
];
for (const [path, from, to] of UNREADABLE) {
  test(`A file ${path} that is not YAML is one problem`, () => {
    const lines = problemLines(changed(sample, path, from, to));
    assert.is(lines.length, 1, lines.join('\n'));
    assert.ok(lines[0]!.startsWith(`${path}:`));
  });
}

for (const [path, from, to] of UNREADABLE.filter(([each]) => each !== NORM)) {
  test(`An unknown theme is reported also when ${path} is not YAML`, () => {
    const tree = changed(changed(sample, path, from, to), NORM, 'thema: mensen', 'thema: menschen');
    assert.ok(
      problemLines(tree).some((line) => line.includes('menschen')),
      problemLines(tree).join('\n'),
    );
  });
}

for (const [path, from, to] of UNREADABLE.filter(
  ([each]) => each === 'proef/rapport.yaml' || each === 'proef/documenten.yaml' || each.startsWith(OLD),
)) {
  test(`A missing row and a reported figure that contradicts are reported also when ${path} is not YAML`, () => {
    const row = changed(
      changed(sample, path, from, to),
      `${NEW}/metingen/lente/resultaten/adam.yaml`,
      '  plan: behaald\n',
      '',
    );
    assert.ok(
      problemLines(row).some((line) => line.includes('het punt "plan" ontbreekt')),
      problemLines(row).join('\n'),
    );
    const figure = changed(
      changed(sample, path, from, to),
      `${AUTUMN}/meting.yaml`,
      'percentage: 70',
      'percentage: 71',
    );
    assert.ok(
      problemLines(figure).some((line) => line.includes('71%')),
      problemLines(figure).join('\n'),
    );
  });
}

testMistakes([
  {
    title: 'Problems of the fields and of the records of one file are reported at once',
    changes: [...norm('nummer: "1.1"', 'nummer: ▸1.1'), ...norm('- adam', '- ▸edam')],
    says: ['onbekende organisatie', '"1.1"'],
  },
  {
    title: 'Problems in different files are reported at once, in order of path and line',
    changes: [...MISSING_ROW, ...UNKNOWN_THEME, ['proef/rapport.yaml', 'regio:', '▸sinds: 2020\nregio:']],
    says: ['plan', 'menschen', 'sinds'],
  },
  {
    title: 'A report without a region hides no problem of another file',
    changes: [...MISSING_ROW, ['proef/rapport.yaml', 'titel: Proefrapport\nregio: Proefland', '▸titel: Proefrapport']],
    says: ['plan', 'regio'],
  },
  {
    title: 'An unknown key elsewhere does not hide a reported figure that contradicts',
    changes: [...WRONG_FIGURE, ['proef/rapport.yaml', 'regio:', '▸sinds: 2020\nregio:']],
    says: ['71', 'sinds'],
  },
  {
    title: 'A missing row in one norm does not hide a reported figure of another that contradicts',
    changes: [
      ...WRONG_FIGURE,
      [`${OLD}/metingen/2022/resultaten/adam.yaml`, '  plan: behaald\n  overleg', '  ▸overleg'],
    ],
    says: ['plan', '71'],
  },
  {
    title: 'A wrong kind of organisation does not hide an id that is taken',
    changes: [
      [
        'proef/organisaties.yaml',
        'soort: waterschap',
        'soort: ▸waterschp\n  - {id: ▸adam, naam: Adam, korte_naam: Adam, soort: overig}',
      ],
    ],
    says: ['waterschap', 'adam'],
  },
  {
    title: 'A wrong kind of document does not hide an id that is taken',
    changes: [
      ['proef/documenten.yaml', 'soort: raadsbrief', 'soort: ▸raadsbrif'],
      ['proef/documenten.yaml', 'dossier-7', '▸brief'],
    ],
    says: ['raadsbrief', 'brief'],
  },
  {
    title: 'A wrong date of a round does not hide a scope that is stated twice',
    changes: [
      [`${AUTUMN}/meting.yaml`, '"2025-23"', '▸"2025-99"'],
      [`${AUTUMN}/meting.yaml`, '    bron: brief\n', '    bron: brief\n  - {bereik: ▸totaal, percentage: 70}\n'],
    ],
    says: ['2025-99', 'totaal'],
  },
  {
    title: 'A wrong e-mail address of the site does not hide a report that is listed twice',
    changes: [
      ['site.yaml', 'proef@', '▸proef.'],
      ['site.yaml', 'pad: /\n', 'pad: /\n  - {map: ▸proef, pad: /twee/}\n'],
    ],
    says: ['e-mail', 'proef'],
  },
  {
    title: 'A wrong e-mail address of the site does not hide a report without files',
    changes: [
      ['site.yaml', 'proef@', '▸proef.'],
      ['site.yaml', 'pad: /\n', 'pad: /\n  - {map: ▸tweede, pad: /tweede/}\n'],
    ],
    says: ['e-mail', 'tweede'],
  },
  {
    title: 'A wrong status of a norm does not hide an origin that cannot be',
    changes: [
      [`${OLD}/norm.yaml`, 'afgerond', '▸afgeront'],
      [`${OLD}/norm.yaml`, 'Er is overleg}', 'Er is overleg, herkomst: ▸[{punt: plan, relatie: gelijk}]}'],
    ],
    says: ['afgerond', 'opvolger_van'],
  },
  {
    title: 'A wrong status of a norm does not hide a missing row',
    changes: [...norm('van kracht', '▸van krach'), ...MISSING_ROW],
    says: ['plan', 'van kracht'],
  },
  {
    title: 'A wrong title of a participant’s document does not hide an unknown source',
    changes: [['proef/documenten.yaml', 'titel: Brief', 'titel: ▸""'], ...norm('bron: besluit', 'bron: ▸besluiten')],
    says: ['', 'besluit'],
  },
  {
    title: 'Every problem of one row is reported',
    changes: [
      [`${AUTUMN}/resultaten/bedam.yaml`, 'status: niet behaald', 'status: ▸niet behaalt'],
      [`${AUTUMN}/resultaten/bedam.yaml`, '"2026-06"', '▸juni'],
      [`${AUTUMN}/resultaten/bedam.yaml`, 'bron: brief', 'bron: ▸briev'],
    ],
    says: ['niet behaald', 'brief', 'juni'],
  },
  {
    title: 'Every duplicate key of a file is reported, with its other problems',
    changes: [
      [`${AUTUMN}/resultaten/adam.yaml`, 'gesprek: behaald', 'gesprek: ▸behaalt\n  ▸plan: behaald\n  ▸plan: behaald'],
    ],
    says: ['behaald', 'plan', 'plan'],
  },
  {
    title: 'A point with a wrong id is one problem, and its rows are none',
    changes: norm('id: loket', 'id: ▸Loket'),
    says: ['bedoelde u "loket"'],
  },
  // A list under a misspelt key is unknown, so nothing can be said about references to it.
  ...(
    [
      ['themas:', 'themaas:'],
      ['ambitiepunten:', 'ambitie_punten:'],
      ['deelnemers:', 'deelnemer:'],
      ['vervallen:', 'vervalen:'],
      ['opvolger_van:', 'opvolger:'],
      ['geldt_voor:', 'geldtvoor:'],
    ] as const
  ).map(([key, typed]) => ({
    title: `"${typed}" instead of "${key}" is one problem`,
    changes: norm(key, `▸${typed}`),
    says: [typed.slice(0, -1)],
  })),
  {
    title: 'A misspelt key of the documents is one problem',
    changes: [['proef/documenten.yaml', 'documenten:', '▸documnten:']],
    says: ['bedoelde u "documenten"'],
  },
  {
    title: 'A misspelt key of the organisations is one problem',
    changes: [['proef/organisaties.yaml', 'organisaties:', '▸organisatie:']],
    says: ['bedoelde u "organisaties"'],
  },
  {
    title: 'A misspelt key of the results is one problem',
    changes: [[`${AUTUMN}/resultaten/adam.yaml`, 'resultaten:', '▸resultaat:']],
    says: ['bedoelde u "resultaten"'],
  },
]);

test('Warnings come with a report, and fail nothing', () => {
  const tree = changed(
    sample,
    'site.yaml',
    'rapporten:',
    'beveiliging: {contact: "mailto:lek@proef.example", verloopt: "2020"}\nrapporten:',
  );
  assert.is(problemLines(tree).length, 1);
  assert.is(reportOf(tree).norms.length, 2);
});

test.run();
