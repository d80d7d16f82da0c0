import {
  ADAM,
  AS_WRITTEN,
  BEDAM,
  example,
  NORM,
  OF_THE_LANGUAGE,
  OTHER_FILE,
  ROUND,
  TWO_PLACES,
  WATER,
  type Example,
} from '../example.ts';
import { NEW } from '../../support/sample.ts';

function round(did: string, from: string, to: string, red: true | string = true): Example {
  return example(did, ROUND, from, to, red);
}
function reported(did: string, entry: string, red: true | string = true): Example {
  return round(did, '    bron: brief\n', `    bron: brief\n  - ${entry}\n`, red);
}
function corrected(did: string, what: string, red: true | string = true): Example {
  return round(
    did,
    'niveau: punten\n',
    `niveau: punten\ncorrecties:\n  - {datum: "2026-01", ${what}, reden: Telfout.}\n`,
    red,
  );
}

export const roundExamples: readonly Example[] = [
  round('Het niveau is verkeerd gespeld', 'niveau: punten', 'niveau: punt'),
  round('Een percentage heeft een procentteken', 'percentage: 70', 'percentage: 70%'),
  round('Een percentage is hoger dan 100', 'percentage: 70', 'percentage: 107'),
  round('Een percentage is als -0 geschreven', 'percentage: 70', 'percentage: -0', AS_WRITTEN),
  round('Een percentage is anders geschreven, en te hoog', 'percentage: 70', 'percentage: 0x99'),
  round('Een percentage begint met een nul', 'percentage: 70', 'percentage: 070', AS_WRITTEN),
  round('Een bereik is de naam van een thema', 'bereik: totaal', 'bereik: Mensen'),
  round('Wie er beoordeelde, is verkeerd gespeld', 'niveau:', 'beoordeling: {door: werkgrop}\nniveau:'),
  round('De uitkomst is gepubliceerd voor er is gemeten', '"2025-12-01"', '"2025-08"', TWO_PLACES),
  round('Er is gemeten toen deelnemers en punten nog niet meededen', '"2025-23"', '"2025-04"', OTHER_FILE),
  round('Een bereik is er geen', 'bereik: totaal', 'bereik: alles'),
  reported('Een bereik staat er twee keer', '{bereik: totaal, percentage: 70}', TWO_PLACES),
  reported('Een bereik noemt een thema dat de norm niet heeft', '{bereik: "thema:xyz", percentage: 75}', OTHER_FILE),
  reported(
    'Een bereik noemt een organisatie die niet meedoet',
    '{bereik: "organisatie:xyz", percentage: 75}',
    OTHER_FILE,
  ),
  round('Een gerapporteerd percentage is een ander dan het berekende', 'percentage: 70', 'percentage: 83', OTHER_FILE),
  {
    did: 'Een gerapporteerd percentage kan niet, wat er ook onbekend is',
    red: OTHER_FILE,
    changes: [
      [ROUND, 'percentage: 70', 'percentage: 10'],
      [BEDAM, 'loket: behaald', 'loket: niet beoordeeld'],
    ],
  },
  {
    did: 'Uit een gerapporteerd percentage is af te leiden wat niet openbaar is',
    red: OTHER_FILE,
    changes: [
      [BEDAM, 'loket: behaald', 'loket: niet openbaar'],
      [ROUND, '    bron: brief\n', '    bron: brief\n    toelichting: Met alle resultaten.\n'],
    ],
  },
  {
    did: 'Uit twee gerapporteerde percentages samen is af te leiden wat niet openbaar is',
    red: OTHER_FILE,
    changes: [
      [WATER, '  plan: behaald', '  plan: niet openbaar'],
      [WATER, '  loket: niet behaald', '  loket: niet openbaar'],
      [
        ROUND,
        '  - bereik: totaal\n    percentage: 70\n    bron: brief\n',
        '  - {bereik: "organisatie:water", percentage: 33.3, bron: brief}\n  - {bereik: "thema:mensen", percentage: 75, bron: brief}\n',
      ],
    ],
  },
  {
    did: 'Twee metingen van een norm beginnen op dezelfde dag',
    red: OTHER_FILE,
    changes: [
      [
        'proef/normen/2.0/metingen/oogst/meting.yaml',
        '',
        'titel: Nog een\ndatum: "2025-09"\nsoort: tussenmeting\nniveau: totaal\n',
      ],
    ],
  },
  {
    did: 'Van een meting is er geen enkel bestand met resultaten',
    red: OTHER_FILE,
    changes: [
      [ADAM, null],
      [BEDAM, null],
      [WATER, null],
    ],
  },
  {
    did: 'Een organisatie is geen deelnemer, en heeft wel resultaten',
    red: OTHER_FILE,
    changes: [['proef/normen/1.0/metingen/2022/resultaten/water.yaml', '', 'organisatie: water\nresultaten: {}\n']],
  },
  {
    did: 'Van een organisatie die niet meedoet, is een percentage gerapporteerd',
    red: OTHER_FILE,
    changes: [
      [
        'proef/normen/1.0/metingen/2022/meting.yaml',
        'niveau: punten',
        'niveau: punten\ngerapporteerd: [{bereik: "organisatie:water", percentage: 50}]',
      ],
    ],
  },
  {
    did: 'Er is volgens de datum later gemeten dan de resultaten zeggen',
    red: OTHER_FILE,
    changes: [[`${NEW}/metingen/lente/meting.yaml`, '"2025-03"', '"2025-08"']],
  },
  {
    did: 'Eén verkeerd resultaat maakt dat drie percentages niet kloppen',
    red: OTHER_FILE,
    changes: [
      [
        ROUND,
        '    bron: brief\n',
        '    bron: brief\n  - {bereik: "thema:mensen", percentage: 75}\n  - {bereik: "organisatie:water", percentage: 33}\n',
      ],
      [WATER, 'loket: niet behaald', 'loket: behaald'],
    ],
  },
  {
    did: 'Eén verkeerd resultaat maakt dat twee percentages niet kloppen',
    red: OTHER_FILE,
    changes: [
      [ROUND, '    bron: brief\n', '    bron: brief\n  - {bereik: "thema:mensen", percentage: 75}\n'],
      [WATER, 'loket: niet behaald', 'loket: behaald'],
    ],
  },
  {
    did: 'Met een ander gewicht kloppen de gerapporteerde percentages wel',
    red: OTHER_FILE,
    changes: [
      [
        `${NEW}/metingen/lente/meting.yaml`,
        'niveau: punten\n',
        'niveau: punten\ngerapporteerd:\n  - {bereik: totaal, percentage: 58}\n  - {bereik: "organisatie:adam", percentage: 83}\n',
      ],
      [NORM, 'deels_behaald: 0.5', 'deels_behaald: 0.75'],
    ],
  },
  {
    did: 'Met een andere manier van tellen kloppen de gerapporteerde percentages wel',
    red: OTHER_FILE,
    changes: [
      [
        ROUND,
        'percentage: 70\n    bron: brief\n',
        'percentage: 67\n    bron: brief\n  - {bereik: "thema:mensen", percentage: 67}\n',
      ],
    ],
  },
  round('Een meting zonder resultaten per punt heeft die wel', 'niveau: punten', 'niveau: totaal', OTHER_FILE),
  { did: 'De resultaten van een deelnemer ontbreken', red: OTHER_FILE, changes: [[BEDAM, null]] },
  example('Een deelnemer is er in de resultaten niet bij', NORM, '  - bedam\n', '', OTHER_FILE),

  corrected('Een correctie zegt niet waarover zij gaat', 'oud: behaald, nieuw: niet behaald'),
  corrected('Een correctie noemt een punt zonder organisatie', 'punt: gesprek, oud: behaald, nieuw: niet behaald'),
  corrected(
    'Een correctie gaat over een resultaat en over een percentage',
    'punt: gesprek, organisatie: bedam, bereik: totaal, oud: behaald, nieuw: niet behaald',
  ),
  corrected(
    'Een correctie van een resultaat heeft een percentage',
    'punt: gesprek, organisatie: bedam, oud: 60, nieuw: niet behaald',
  ),
  corrected('Een correctie noemt een organisatie zonder punt', 'organisatie: bedam, oud: behaald, nieuw: niet behaald'),
  corrected('Een correctie zegt niet wat er stond', 'punt: gesprek, organisatie: bedam, nieuw: niet behaald'),
  corrected('Een correctie van een percentage heeft een status', 'bereik: totaal, oud: 60, nieuw: behaald'),
  corrected(
    'Een correctie heeft geen status en geen percentage',
    'punt: gesprek, organisatie: bedam, oud: [behaald], nieuw: niet behaald',
  ),
  corrected(
    'Een correctie verandert niets',
    'punt: gesprek, organisatie: bedam, oud: niet behaald, nieuw: niet behaald',
    TWO_PLACES,
  ),
  corrected(
    'De nieuwe waarde is een andere dan in de resultaten',
    'punt: gesprek, organisatie: bedam, oud: behaald, nieuw: deels behaald',
    OTHER_FILE,
  ),
  corrected(
    'Een correctie noemt een organisatie zonder resultaten',
    'punt: gesprek, organisatie: xyz, oud: behaald, nieuw: niet behaald',
    OTHER_FILE,
  ),
  {
    did: 'Een correctie gaat over een organisatie die nog niet meedeed',
    red: OTHER_FILE,
    changes: [
      [
        `${NEW}/metingen/lente/meting.yaml`,
        'niveau: punten\n',
        'niveau: punten\ncorrecties:\n  - {datum: "2026-01", punt: plan, organisatie: water, oud: behaald, nieuw: niet behaald, reden: Telfout.}\n',
      ],
    ],
  },
  corrected(
    'Een correctie gaat over een punt dat voor de organisatie niet geldt',
    'punt: training, organisatie: water, oud: behaald, nieuw: niet behaald',
    OTHER_FILE,
  ),
  corrected(
    'Een correctie noemt een punt zonder resultaat',
    'punt: xyz, organisatie: bedam, oud: behaald, nieuw: niet behaald',
    OTHER_FILE,
  ),
  corrected(
    'Een correctie noemt een bereik dat niet is gerapporteerd',
    'bereik: "thema:beleid", oud: 60, nieuw: 70',
    TWO_PLACES,
  ),
  corrected(
    'Twee correcties van hetzelfde sluiten niet op elkaar aan',
    'punt: gesprek, organisatie: bedam, oud: behaald, nieuw: deels behaald, reden: Telfout.}\n  - {datum: "2026-02", punt: gesprek, organisatie: bedam, oud: behaald, nieuw: niet behaald',
    TWO_PLACES,
  ),
  {
    did: 'Een correctie verraadt wat niet openbaar is',
    red: true,
    changes: [
      [
        ROUND,
        'niveau: punten\n',
        'niveau: punten\ncorrecties:\n  - {datum: "2026-01", punt: plan, organisatie: bedam, oud: behaald, nieuw: niet openbaar, reden: Op verzoek.}\n',
      ],
      [BEDAM, 'plan: behaald', 'plan: niet openbaar'],
      [ROUND, 'gerapporteerd:\n  - bereik: totaal\n    percentage: 70\n    bron: brief\n', ''],
    ],
  },
  round(
    'In een bereik staat een spatie na de dubbele punt',
    'bereik: totaal',
    'bereik: organisatie: adam',
    OF_THE_LANGUAGE,
  ),
  round('Een bereik is een groep', 'bereik: totaal', 'bereik: {organisatie: adam}'),
  round('Wie er beoordeelde, staat achter "beoordeling:"', 'niveau:', 'beoordeling: elkaar\nniveau:'),
  round(
    'Wie er beoordeelde, staat achter "beoordeling:", met een toelichting eronder',
    'niveau:',
    'beoordeling: elkaar\n  toelichting: Twee aan twee.\nniveau:',
    OF_THE_LANGUAGE,
  ),
  round('Er staan twee bronnen waar een lijst hoort', 'bron: brief', 'bron: brief, besluit'),
  round('Een bron staat twee keer in de lijst', 'bron: brief', 'bron: [brief, brief]', TWO_PLACES),
];
