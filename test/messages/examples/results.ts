import { ADAM, BEDAM, example, FILE_NAME, OTHER_FILE, WATER, type Example } from '../example.ts';
import { sample } from '../../support/sample.ts';

function adam(did: string, from: string, to: string, red: true | string = true): Example {
  return example(did, ADAM, from, to, red);
}
function bedam(did: string, from: string, to: string, red: true | string = true): Example {
  return example(did, BEDAM, from, to, red);
}

export const resultsExamples: readonly Example[] = [
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
];
