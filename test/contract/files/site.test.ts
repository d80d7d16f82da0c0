import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../../support/marked.ts';
import { sample } from '../../support/sample.ts';
import { changed, problemLines } from '../../support/tree.ts';

const SITE = 'site.yaml';
function site(from: string, to: string): Change[] {
  return [[SITE, from, to]];
}
function extra(line: string): Change[] {
  return site('rapporten:', `${line}\nrapporten:`);
}

const REQUIRED: readonly (readonly [string, string])[] = [
  ['adres', 'adres: https://proef.example\n'],
  ['uitgever', 'uitgever: Proefprovincie\n'],
  ['contact', 'contact: proef@proef.example\n'],
];

testMistakes([
  ...REQUIRED.map(([key, line]) => ({
    title: `A site without "${key}" is refused at the first key`,
    changes: [
      [SITE, 'titel: Proefsite', '▸titel: Proefsite'],
      [SITE, line, ''],
    ] as Change[],
    says: [key],
  })),
  {
    title: 'A site without a title is refused at what is then the first key',
    changes: site('titel: Proefsite\n', '▸'),
    says: ['titel'],
  },
  {
    title: 'A title of the site on two lines is refused',
    changes: site('titel: Proefsite', 'titel: ▸"Proef\\nsite"'),
    says: ['één regel'],
  },
  {
    title: 'A title of the site that is a number is refused',
    changes: site('titel: Proefsite', 'titel: ▸2025'),
    says: ['"2025"'],
  },
  { title: 'An empty title of the site is refused', changes: site('titel: Proefsite', 'titel: ▸""'), says: ['tekst'] },
  {
    title: 'An address of http that is not this machine is refused',
    changes: site('https://proef', '▸http://proef'),
    says: ['https://'],
  },
  {
    title: 'An address with a slash at its end is refused',
    changes: site('https://proef.example', '▸https://proef.example/'),
    says: ['bedoelde u "https://proef.example"?'],
  },
  {
    title: 'An address without a scheme is refused',
    changes: site('https://proef.example', '▸proef.example'),
    says: ['https://'],
  },
  {
    title: 'An address with a query is refused',
    changes: site('https://proef.example', '▸https://proef.example?a=b'),
    says: ['adres'],
  },
  {
    title: 'A contact that is no e-mail address is refused',
    changes: site('proef@proef.example', '▸proef'),
    says: ['e-mail'],
  },
  {
    title: 'A repository that is no https address is refused',
    changes: extra('repository: ▸git@proef.example'),
    says: ['https://'],
  },
  {
    title: 'A security contact without mailto or https is refused',
    changes: extra('beveiliging: {contact: ▸lek@proef.example, verloopt: "2027-12-01"}'),
    says: ['mailto:'],
  },
  {
    title: 'A security contact without a date of expiry is refused at its first key',
    changes: extra('beveiliging: {▸contact: "mailto:lek@proef.example"}'),
    says: ['verloopt'],
  },
  {
    title: 'A security date that does not exist is refused',
    changes: extra('beveiliging: {contact: "mailto:lek@proef.example", verloopt: ▸"2027-13"}'),
    says: ['datum'],
  },
  {
    title: 'A status of accessibility that does not exist is refused',
    changes: extra('toegankelijkheid: {status: ▸F, datum: "2026"}'),
    says: ['onbekende status "F"'],
  },
  {
    title: 'A house style that is no CSS file is refused',
    changes: extra('huisstijl: ▸huisstijl.txt'),
    says: ['.css'],
  },
  {
    title: 'A house style in another folder is refused',
    changes: extra('huisstijl: ▸../huisstijl.css'),
    says: ['.css'],
  },
  { title: 'A logo that is no SVG file is refused', changes: extra('logo: ▸logo.png'), says: ['.svg'] },
  {
    title: 'An unknown key of the site is refused with a suggestion',
    changes: extra('▸repositry: https://proef.example'),
    says: ['bedoelde u "repository"'],
  },
  {
    title: 'A report with another path than / or /id/ is refused',
    changes: site('pad: /', 'pad: ▸/Proef'),
    says: ['bedoelde u "/proef/"?'],
  },
  {
    title: 'A report without a path is refused at its first key',
    changes: site('- map: proef\n    pad: /', '- ▸map: proef'),
    says: ['pad'],
  },
  {
    title: 'A report at the address of a page is refused',
    changes: site('pad: /', 'pad: ▸/documenten/'),
    says: ['pagina'],
  },
  {
    title: 'A second report at the same path is refused',
    changes: [
      ...site('pad: /\n', 'pad: /\n  - {map: tweede, pad: ▸/}\n'),
      ...['rapport', 'organisaties', 'documenten'].map((name): Change => [
        `tweede/${name}.yaml`,
        '',
        sample[`proef/${name}.yaml`]!,
      ]),
    ],
    says: ['"/"'],
  },
  {
    title: 'The same report twice is refused',
    changes: site('pad: /\n', 'pad: /\n  - {map: ▸proef, pad: /twee/}\n'),
    says: ['proef'],
  },
  {
    title: 'A site without a list of reports is refused',
    changes: site('rapporten:\n  - map: proef\n    pad: /', 'rapporten: ▸proef'),
    says: ['lijst'],
  },
]);

for (const address of ['http://localhost', 'http://localhost:8080', 'https://proef.example/norm/pad']) {
  test(`The address ${address} is allowed`, () => {
    assert.equal(problemLines(changed(sample, SITE, 'https://proef.example', address)), []);
  });
}

test('A site with every optional field is allowed', () => {
  const all =
    'repository: https://proef.example/data\nbeveiliging: {contact: "https://proef.example/lek", verloopt: "2027-12-01"}\nhuisstijl: huisstijl.css\nlogo: logo.svg\ntoegankelijkheid: {status: B, datum: "2026-11", verklaring: "https://proef.example/verklaring"}\nrapporten:';
  const tree = {
    ...changed(sample, SITE, 'rapporten:', all),
    'huisstijl.css': ':root {}',
    'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };
  assert.equal(problemLines(tree), []);
});

test.run();
