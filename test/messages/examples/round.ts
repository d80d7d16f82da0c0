import { BEDAM, example, NORM, OTHER_FILE, ROUND, TWO_PLACES, WATER, type Example } from '../example.ts';

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
    red: OTHER_FILE,
    changes: [
      [
        ROUND,
        'niveau: punten\n',
        'niveau: punten\ncorrecties:\n  - {datum: "2026-01", punt: plan, organisatie: bedam, oud: behaald, nieuw: niet openbaar, reden: Op verzoek.}\n',
      ],
      [BEDAM, 'plan: behaald', 'plan: niet openbaar'],
      [ROUND, '    bron: brief\n', '    bron: brief\n    toelichting: Met alle resultaten.\n'],
    ],
  },
];
