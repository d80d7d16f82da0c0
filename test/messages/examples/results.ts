import {
  ADAM,
  BEDAM,
  example,
  FILE_NAME,
  movedFile,
  NORM,
  OF_THE_LANGUAGE,
  OTHER_FILE,
  WATER,
  type Example,
} from '../example.ts';
import { NEW, sample } from '../../support/sample.ts';

const SPRING = `${NEW}/metingen/lente`;

/** Results with a dash before each row. */
function listed(text: string): string {
  return text.replace(/^ {2}/gm, '  - ');
}

function adam(did: string, from: string, to: string, red: true | string = true): Example {
  return example(did, ADAM, from, to, red);
}
function bedam(did: string, from: string, to: string, red: true | string = true): Example {
  return example(did, BEDAM, from, to, red);
}

export const resultsExamples: readonly Example[] = [
  adam(
    'Wat de organisatie zegt, staat tussen de resultaten',
    'resultaten:\n',
    'resultaten:\n  reactie: Wij zijn blij.\n',
  ),
  adam('Twee resultaten staan op één regel', 'training: behaald\n', 'training: behaald het-plan: behaald\n'),
  adam('De status is verkeerd gespeld', 'plan: behaald', 'plan: behaalt'),
  adam('De status bestaat niet', 'plan: behaald', 'plan: xyz'),
  adam('De status is weggelaten', 'plan: behaald', 'plan:'),
  adam('De status is een lijst', 'plan: behaald', 'plan: [behaald]'),
  adam('Het punt is niet van toepassing, in één woord, zonder reden', 'plan: behaald', 'plan: niet van toepassing'),
  bedam(
    'Het punt is niet van toepassing, zonder reden',
    '{status: niet van toepassing, reden: Geen personeel.}',
    '{status: niet van toepassing}',
  ),
  bedam('Wat al is behaald, wordt nog verwacht', 'status: niet behaald', 'status: behaald'),
  adam('De organisatie ontbreekt', 'organisatie: adam\n', ''),
  adam(
    'De organisatie is een andere dan de naam van het bestand',
    'organisatie: adam',
    'organisatie: bedam',
    FILE_NAME,
  ),
  adam('De resultaten zijn een lijst', sample[ADAM]!, 'organisatie: adam\nresultaten: [behaald]\n'),
  adam('Een punt ontbreekt', '  plan: behaald\n', '', OTHER_FILE),
  adam('Een punt is verkeerd gespeld', 'plan: behaald', 'plann: behaald', OTHER_FILE),
  adam('Een punt bestaat niet', 'loket: behaald', 'loket: behaald\n  xyz: behaald', OTHER_FILE),
  example(
    'Een punt geldt niet voor deze organisatie',
    WATER,
    'loket: niet behaald',
    'loket: niet behaald\n  training: behaald',
    OTHER_FILE,
  ),
  bedam('De bron lijkt op een document uit de lijst', 'bron: brief', 'bron: briev', OTHER_FILE),
  bedam('De bron is een adres', 'bron: brief', 'bron: https://proef.example/verslag'),
  bedam('In de status staat een harde spatie', 'status: niet behaald', 'status: niet\u00a0behaald'),
  bedam('Een resultaat wordt verwacht voor de meting', '"2026-06"', '"2025-08"', OTHER_FILE),
  adam('Alle resultaten ontbreken', sample[ADAM]!, 'organisatie: adam\nresultaten: {}\n', OTHER_FILE),
  adam('Een regel staat er twee keer', '  plan: behaald\n', '  plan: behaald\n  plan: behaald\n', OF_THE_LANGUAGE),
  adam('Voor elke regel staat een streepje', sample[ADAM]!, listed(sample[ADAM]!)),
  adam('Een regel springt niet in', '  loket: behaald', 'loket: behaald'),
  bedam('Een toelichting springt niet ver genoeg in', '    toelichting: Het', '  toelichting: Het'),
  bedam('Een regel springt in alsof hij bij het punt erboven hoort', '  training:', '    training:'),
  bedam(
    'De regel met de naam van een punt is weg',
    '  training: {status: niet van toepassing, reden: Geen personeel.}\n',
    '    status: niet beoordeeld\n    toelichting: Nog niet.\n',
    OF_THE_LANGUAGE,
  ),
  adam(
    'Na de dubbele punt staat geen spatie, en er is maar één regel',
    '  plan: behaald\n  gesprek: behaald\n  training: behaald\n  loket: behaald\n',
    '  plan:behaald\n',
  ),
  adam(
    'Er staat een puntkomma, en er is maar één regel',
    '  plan: behaald\n  gesprek: behaald\n  training: behaald\n  loket: behaald\n',
    '  plan; behaald\n',
  ),
  bedam(
    'Na de dubbele punt staat geen spatie, tussen accolades',
    '{status: niet van toepassing,',
    '{status:niet van toepassing,',
  ),
  bedam(
    'Er staat een isgelijkteken, tussen accolades',
    '{status: niet van toepassing,',
    '{status=niet van toepassing,',
  ),
  {
    did: 'Een bestand heet naar een organisatie die er niet is',
    red: FILE_NAME,
    changes: movedFile(ADAM, ADAM.replace('adam', 'adamm')),
  },
  {
    did: 'Een bestand is van een organisatie die er niet is, en heet ook zo',
    red: OTHER_FILE,
    changes: [
      [ADAM, null],
      [ADAM.replace('adam', 'adamm'), '', sample[ADAM]!.replace('adam', 'adamm')],
    ],
  },
  {
    did: 'Een organisatie deed in een meting nog niet mee',
    red: OTHER_FILE,
    changes: [[`${SPRING}/resultaten/water.yaml`, '', 'organisatie: water\nresultaten:\n  plan: behaald\n']],
  },
  {
    did: 'Een status heeft een woord dat de norm er zelf voor heeft',
    red: true,
    changes: [
      [NORM, 'volledig: true', 'statuswoorden: {behaald: uitgevoerd}\nvolledig: true'],
      [ADAM, 'plan: behaald', 'plan: uitgevoerd'],
    ],
  },
  example('Een status heeft een woord dat veel mensen gebruiken', ADAM, 'plan: behaald', 'plan: gedeeltelijk behaald'),
  example('Een punt is "n.v.t."', ADAM, 'plan: behaald', 'plan: n.v.t.'),
  {
    did: 'Alles in een bestand staat er twee keer',
    red: OF_THE_LANGUAGE,
    changes: [[ADAM, '', (sample[ADAM] ?? '').repeat(2)]],
  },
];
