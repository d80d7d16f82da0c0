import { example, NORM, OLD_NORM, OTHER_FILE, FILE_NAME, TWO_PLACES, type Example } from '../example.ts';

function norm(did: string, from: string, to: string, red: true | string = true): Example {
  return example(did, NORM, from, to, red);
}
const PLAN = '      - punt: plan\n        relatie: gelijk\n';
const DROPPED = '  - punt: nevenfuncties\n    reden: Staat in de wet.\n';
function many(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join('');
}

export const normExamples: readonly Example[] = [
  norm('De versie is anders geschreven', 'versie: "2.0"', 'versie: "v2"'),
  norm('De versie is een andere dan de naam van de map', 'versie: "2.0"', 'versie: "2.1"', FILE_NAME),
  norm('De looptijd eindigt voor zij begint', '{van: "2025", tot: "2027"}', '{van: "2025", tot: "2024"}', TWO_PLACES),
  norm('De bron is geen document uit de lijst', 'bron: besluit', 'bron: verslag', OTHER_FILE),
  norm('De vorige norm bestaat niet', 'opvolger_van: "1.0"', 'opvolger_van: "0.0.1"'),
  norm('De vorige norm heeft geen map', 'opvolger_van: "1.0"', 'opvolger_van: "17.55"', OTHER_FILE),
  norm('De norm vervangt zichzelf', 'opvolger_van: "1.0"', 'opvolger_van: "2.0"', TWO_PLACES),
  norm('Een deelnemer is een getal', '  - bedam\n', '  - 34\n'),
  norm('Een deelnemer is geen organisatie uit de lijst', '  - bedam\n', '  - bedam\n  - xyz\n', OTHER_FILE),
  norm('Een deelnemer staat er twee keer', '  - bedam\n', '  - bedam\n  - adam\n'),
  norm(
    'Een deelnemer staat er twee keer, op twee manieren',
    '  - bedam\n',
    '  - bedam\n  - {organisatie: adam, vanaf: "2024"}\n',
    TWO_PLACES,
  ),
  norm('Een deelnemer gaat weg voor zij komt', 'vanaf: "2025-07"', 'vanaf: "2025-07", tot: "2025-01"', TWO_PLACES),
  norm('Een gewicht is geen getal', 'deels_behaald: 0.5', 'deels_behaald: "0,5"'),
  norm('Een gewicht is lager dan 0', 'deels_behaald: 0.5', 'deels_behaald: -0.5'),
  norm('Een gewicht heeft drie decimalen', 'deels_behaald: 0.5', 'deels_behaald: 0.125'),
  norm(
    'Een id is al van een ander thema',
    '- id: mensen',
    '- {id: beleid, titel: Nog eens}\n  - id: mensen',
    TWO_PLACES,
  ),
  norm(
    'Een punt noemt een thema dat er niet is, en lijkt op een ander',
    'thema: mensen\n    titel: Er is een loket',
    'thema: mense\n    titel: Er is een loket',
    TWO_PLACES,
  ),
  norm(
    'Een punt noemt een thema dat er niet is',
    'thema: mensen\n    titel: Er is een loket',
    'thema: xyz\n    titel: Er is een loket',
    TWO_PLACES,
  ),
  norm('Een punt heeft geen thema, en de norm is volledig', '- id: loket\n    thema: mensen', '- id: loket'),
  norm(
    'Een id is al van een ander ambitiepunt',
    'vervallen:',
    '  - {id: plan, thema: beleid, titel: Nog een plan}\nvervallen:',
    TWO_PLACES,
  ),
  norm('Een punt geldt voor een soort die niet bestaat', '[gemeente]', '[gemeente, xyz]', OTHER_FILE),
  norm('Voor wie een punt geldt, is geen lijst', '[gemeente]', 'gemeente'),
  norm('Een gelijk punt is niet vergelijkbaar, zonder reden', PLAN, `${PLAN}        vergelijkbaar: false\n`),
  norm('De relatie met een oud punt is verkeerd gespeld', 'relatie: gelijk\n', 'relatie: gelyk\n'),
  norm('De manier van tellen bestaat niet', 'totaal: gezamenlijk', 'totaal: samen'),
  norm(
    'Een aangescherpt punt is wel vergelijkbaar, zonder reden',
    '        relatie: aangescherpt\n',
    '        relatie: aangescherpt\n        vergelijkbaar: true\n',
  ),
  norm(
    'Bij "vervallen" staat een punt dat de vorige norm niet heeft',
    DROPPED,
    `${DROPPED}  - {punt: xyz, reden: Weg.}\n`,
    OTHER_FILE,
  ),
  norm('De herkomst noemt een punt twee keer', PLAN, `${PLAN}      - {punt: plan, relatie: overlapt}\n`, TWO_PLACES),
  norm(
    'Een nieuw punt is met twee oude vergelijkbaar',
    PLAN,
    `${PLAN}      - {punt: nevenfuncties, relatie: gelijkwaardig}\n`,
    TWO_PLACES,
  ),
  norm(
    'Een oud punt is met twee nieuwe vergelijkbaar',
    '    titel: Er is een training\n',
    '    titel: Er is een training\n    herkomst: [{punt: plan, relatie: gelijk}]\n',
    TWO_PLACES,
  ),
  norm('Een punt is twee keer vervallen', DROPPED, `${DROPPED}  - {punt: nevenfuncties, reden: Weg.}\n`, TWO_PLACES),
  norm('Een punt is vervallen en heeft een opvolger', DROPPED, `${DROPPED}  - {punt: plan, reden: Weg.}\n`, TWO_PLACES),
  norm('Een punt van de vorige norm staat nergens', `vervallen:\n${DROPPED}`, '', OTHER_FILE),
  example(
    'Een punt heeft een herkomst, en de norm vervangt geen andere',
    OLD_NORM,
    'titel: Er is overleg}',
    'titel: Er is overleg, herkomst: [{punt: plan, relatie: gelijk}]}',
  ),
  example(
    'Er zijn punten vervallen, en de norm vervangt geen andere',
    OLD_NORM,
    'volledig: true',
    'volledig: true\nvervallen: [{punt: plan, reden: Weg.}]',
  ),
  {
    did: 'De norm is te groot',
    red: TWO_PLACES,
    changes: [
      [NORM, 'deelnemers:\n', `deelnemers:\n${many(320, (at) => `  - gemeente-${at}\n`)}`],
      [
        NORM,
        'ambitiepunten:\n',
        `ambitiepunten:\n${many(320, (at) => `  - {id: punt-${at}, thema: beleid, titel: Punt ${at}}\n`)}`,
      ],
    ],
  },
];
