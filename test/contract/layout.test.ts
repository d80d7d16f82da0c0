import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { testMistakes, type Change } from '../support/marked.ts';
import { AUTUMN, NEW, OLD, sample } from '../support/sample.ts';
import { problemLines } from '../support/tree.ts';

function added(path: string, text = 'a: b\n'): Change[] {
  return [[path, '', `▸${text}`]];
}

testMistakes([
  {
    title: 'A missing file of settings is reported at its begin',
    changes: [['site.yaml', null]],
    at: ['site.yaml:1:1'],
    says: ['ontbreekt'],
  },
  {
    title: 'A missing file of a report is reported at its begin',
    changes: [['proef/rapport.yaml', null]],
    at: ['proef/rapport.yaml:1:1'],
    says: ['ontbreekt'],
  },
  {
    title: 'A missing list of organisations is reported at its begin',
    changes: [['proef/organisaties.yaml', null]],
    at: ['proef/organisaties.yaml:1:1'],
    says: ['ontbreekt'],
  },
  {
    title: 'A missing list of documents is reported at its begin',
    changes: [['proef/documenten.yaml', null]],
    at: ['proef/documenten.yaml:1:1'],
    says: ['ontbreekt'],
  },
  {
    title: 'A missing norm is reported at its begin, and not again by what refers to it',
    changes: [[`${OLD}/norm.yaml`, null]],
    at: [`${OLD}/norm.yaml:1:1`],
    says: ['ontbreekt'],
  },
  {
    title: 'A missing round is reported at its begin',
    changes: [[`${AUTUMN}/meting.yaml`, null]],
    at: [`${AUTUMN}/meting.yaml:1:1`],
    says: ['ontbreekt'],
  },
  {
    title: 'A report that is listed and has no folder is one problem, where it is listed',
    changes: [['site.yaml', 'pad: /\n', 'pad: /\n  - {map: ▸tweede, pad: /tweede/}\n']],
    says: ['geen map "tweede"'],
  },
  {
    title: 'A file that differs from another in case alone is a problem, since Windows has only one of the two',
    changes: added(`${AUTUMN}/resultaten/Adam.yaml`),
    says: [`heet het net als "${AUTUMN}/resultaten/adam.yaml", en op Windows`],
  },
  {
    title: 'So is one in a folder of which the name does',
    changes: added('Proef/rapport.yaml'),
    says: ['heet het net als "proef/rapport.yaml"'],
  },
  {
    title: 'A file with another extension beside the right one is refused with advice',
    changes: added('proef/rapport.yml'),
    says: ['.yaml'],
  },
  {
    title: 'A file that the contract does not know is refused',
    changes: added('proef/notities.yaml'),
    says: ['onbekend bestand'],
  },
  {
    title: 'A norm in a folder that is no version is one problem, at that folder',
    changes: [['proef/normen/v3/norm.yaml', '', sample[`${OLD}/norm.yaml`]!.replace('"1.0"', '"3.0"')]],
    at: ['proef/normen/v3:1:1'],
    says: ['geef haar de naam "3.0"'],
  },
  {
    title: 'A round in a folder that is no id is one problem, at that folder',
    changes: [
      [
        `${NEW}/metingen/Najaar 2026/meting.yaml`,
        '',
        'titel: Nog een\ndatum: "2026-23"\nsoort: tussenmeting\nniveau: totaal\n',
      ],
    ],
    at: [`${NEW}/metingen/Najaar 2026:1:1`],
    says: ['geef haar de naam "najaar-2026"'],
  },
  {
    title: 'A results file with a capital is one problem, at its begin',
    changes: [
      [`${AUTUMN}/resultaten/adam.yaml`, null],
      [`${AUTUMN}/resultaten/Adam.yaml`, '', `▸${sample[`${AUTUMN}/resultaten/adam.yaml`]!}`],
    ],
    says: ['geef het de naam "adam.yaml"'],
  },
  {
    title: 'A file among the results that is none is refused',
    changes: added(`${AUTUMN}/resultaten/opmerkingen.txt`),
    says: ['id van de organisatie'],
  },
  {
    title: 'A file deeper than the contract knows is refused',
    changes: added(`${AUTUMN}/resultaten/oud/adam.yaml`),
    says: ['onbekend bestand'],
  },
  {
    title: 'A style sheet that is not beside the settings is refused',
    changes: added('proef/huisstijl.css', ':root {}'),
    says: ['onbekend bestand'],
  },
  { title: 'A second file of settings is refused', changes: added('proef/site.yaml'), says: ['onbekend bestand'] },
  {
    title: 'A folder of a report that is not listed is refused at its first file',
    changes: [['tweede/rapport.yaml', '', `▸${sample['proef/rapport.yaml']!}`]],
    says: ['tweede'],
  },
]);

test('Files next to site.yaml for the whole site are known, and texts are not read as YAML', () => {
  const beside = {
    'nieuws/2026-01-02-begin.md': '# Nieuws: [\n',
    'teksten/over.md': 'titel: [\n',
    'adressen.txt': '/norm/1.0/: [\n',
    'begrippen.yaml': 'begrippen:\n  - {id: dijk, term: Dijk, uitleg: Houdt water tegen.}\n',
    'doorverwijzingen.yaml': 'oud: nieuw\n',
  };
  assert.equal(problemLines({ ...sample, ...beside }), []);
  assert.equal(
    problemLines({ ...sample, ...beside, 'begrippen.yaml': 'a: [\n', 'nieuws/foto.tiff': 'x' }).map(
      (line) => line.split(': ')[0],
    ),
    ['begrippen.yaml:1:4', 'nieuws/foto.tiff:1:1'],
  );
});

test('An unknown file that is not YAML either is one problem', () => {
  assert.equal(problemLines({ ...sample, 'proef/LEESMIJ.txt': 'Let op: [\n' }).length, 1);
});

test('A missing data folder’s every file is reported at once', () => {
  assert.equal(
    problemLines({}).map((line) => line.split(': ')[0]),
    ['site.yaml:1:1'],
  );
});

test.run();
