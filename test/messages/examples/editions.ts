import { columnsOf, contentOn, editionTexts } from '../../../scripts/site/downloads/edition.ts';
import { sample } from '../../support/sample.ts';
import { reportOf } from '../../support/tree.ts';
import type { Change } from '../../support/marked.ts';
import { DOCUMENTS, NOT_YAML, WATER, type Example } from '../example.ts';

const DAY = '2026-01-05';

const report = reportOf(sample);

/** Files of an edition of the sample, with its content changed before it is frozen. */
function frozen(id: string, change: (json: string) => string = (json) => json) {
  const content: unknown = JSON.parse(change(JSON.stringify(contentOn(DAY, 'Proefprovincie', report))));
  const { json, zip } = editionTexts(content, columnsOf(report));
  return { json: [`proef/edities/${id}.json`, '', json], zip: [`proef/edities/${id}.zip`, '', zip] } as const;
}

const whole = frozen(DAY);

function edition(did: string, ...changes: readonly Change[]): Example {
  return { did, changes, red: NOT_YAML };
}

function edited(from: string, to: string): Change {
  const [path, , json] = whole.json;
  if (!json.includes(from)) throw new Error(`nothing to change: ${from}`);
  return [path, '', json.replace(from, to)];
}

const renamed = frozen('2026-01-06');
const early = frozen(DAY, (json) => json.replace('"datum":"2021-01-15"', '"datum":"2026-03-01"'));
const named = frozen('januari');

export const editionExamples: readonly Example[] = [
  edition('Een editie is veranderd', edited('"titel":"Proefrapport"', '"titel":"Ander rapport"'), whole.zip),
  edition('Het pakket van een editie is veranderd', whole.json, [whole.zip[0], '', 'UEs=']),
  edition('Van een editie ontbreekt het pakket', whole.json),
  edition('Van een editie is alleen het pakket er nog', whole.zip),
  edition('Een editie heeft een andere naam gekregen', renamed.json, renamed.zip),
  edition('Een editie heet niet naar een dag', named.json, named.zip),
  edition('Een editie is met de hand geschreven', [whole.json[0], '', '{}'], whole.zip),
  edition('Een editie is van een nieuwer programma', edited('"versie":"1"', '"versie":"9"'), whole.zip),
  edition('In een editie staat iets van na de dag van vastleggen', early.json, early.zip),
  edition('Een resultaat in een editie is niet meer openbaar', whole.json, whole.zip, [
    WATER,
    'plan: behaald',
    'plan: niet openbaar',
  ]),
  edition(
    'Een resultaat en een document in een editie zijn niet meer openbaar',
    whole.json,
    whole.zip,
    [WATER, 'plan: behaald', 'plan: niet openbaar'],
    [
      DOCUMENTS,
      '  - id: brief\n    openbaar: true\n    titel: Brief\n    soort: raadsbrief\n    uitgever: Proefprovincie\n',
      '  - id: brief\n    openbaar: false\n',
    ],
  ),
];
