import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {
  ADAM,
  DOCUMENTS,
  example,
  FILE_NAME,
  moved,
  movedFile,
  NORM,
  NOT_YAML,
  OF_THE_LANGUAGE,
  ORGANISATIONS,
  REPORT,
  ROUND,
  SITE,
  type Example,
} from '../example.ts';
import { AUTUMN, NEW } from '../../support/sample.ts';

function gone(path: string): Example {
  return {
    did: `Het bestand ${path.split('/').at(-1)} ontbreekt`,
    changes: [[path, null]],
    red: NOT_YAML,
  };
}
function added(did: string, path: string): Example {
  return { did, changes: [[path, '', 'titel: Iets\n']], red: FILE_NAME };
}
/** A second copy of a file or folder. */
function copied(did: string, from: string, to: string): Example {
  return { did, red: NOT_YAML, changes: movedFile(from, to).filter(([, text]) => text !== null) };
}
function yaml(did: string, from: string, to: string): Example {
  return example(did, REPORT, from, to, OF_THE_LANGUAGE);
}

export const fileExamples: readonly Example[] = [
  ...[SITE, REPORT, ORGANISATIONS, DOCUMENTS, NORM, ROUND].map(gone),
  added('Een bestand eindigt op .yml', 'proef/notities.yml'),
  added('Een bestand bij de resultaten heeft een andere uitgang', ADAM.replace('adam.yaml', 'opmerkingen.txt')),
  added('Twee bestanden verschillen alleen in een hoofdletter', ADAM.replace('adam', 'Adam')),
  added('Een bestand hoort nergens bij', 'proef/notities.yaml'),
  {
    did: 'Een map hoort nergens bij',
    red: NOT_YAML,
    changes: [
      ['proef/oud/een.yaml', '', 'a: b\n'],
      ['proef/oud/twee.yaml', '', 'a: b\n'],
    ],
  },
  {
    did: 'Een map naast de rapporten hoort nergens bij',
    red: NOT_YAML,
    changes: [
      ['oud/een.txt', '', 'a\n'],
      ['oud/twee.txt', '', 'b\n'],
    ],
  },
  moved('Een bestand met resultaten eindigt op .yml', ADAM, ADAM.replace('.yaml', '.yml')),
  moved('Een bestand met resultaten heeft een hoofdletter', ADAM, ADAM.replace('adam', 'Adam')),
  moved('Een bestand met resultaten ligt een map te hoog', ADAM, ADAM.replace('/resultaten', '')),
  moved('Het bestand van een norm heet net anders', NORM, NORM.replace('norm.yaml', 'Norm.yml')),
  moved('Het bestand van een norm heet heel anders', NORM, NORM.replace('norm.yaml', 'afspraken.yaml')),
  moved('Het bestand van een meting ligt ergens anders', ROUND, ROUND.replace('najaar/', '')),
  moved('Een bestand van een rapport ligt naast site.yaml', DOCUMENTS, 'documenten.yaml'),
  moved('site.yaml heet net anders', SITE, 'Site.yml'),
  moved('De map met resultaten heeft een hoofdletter', `${AUTUMN}/resultaten`, `${AUTUMN}/Resultaten`),
  moved('De map van een meting heeft een hoofdletter', AUTUMN, AUTUMN.replace('najaar', 'Najaar')),
  moved('De map van een meting heeft geen letters of cijfers', AUTUMN, AUTUMN.replace('najaar', '?')),
  copied('Van de map van een meting ligt er een kopie naast', AUTUMN, `${AUTUMN} (1)`),
  copied('Van een bestand ligt er een kopie naast', ADAM, ADAM.replace('adam', 'adam - kopie')),
  copied(
    'Van een bestand met resultaten ligt er een kopie naast, onder een andere naam',
    ADAM,
    ADAM.replace('adam', 'adam2'),
  ),
  example('Een bestand is leeg', REPORT, '', '# nog niets\n', NOT_YAML),
  moved('Een norm ligt niet in de map "normen"', 'proef/normen/2.0/', 'proef/2.0/'),
  moved('Alle normen liggen niet in de map "normen"', 'proef/normen/', 'proef/'),
  moved('Een meting ligt te diep', `${AUTUMN}/`, `${NEW}/metingen/2025/najaar/`),
  moved('Een meting ligt bij een andere norm', `${AUTUMN}/`, 'proef/normen/1.0/metingen/najaar/'),
  moved('De map met metingen heet anders', `${NEW}/metingen/`, `${NEW}/ronden/`),
  moved('De map met resultaten heet anders', `${AUTUMN}/resultaten/`, `${AUTUMN}/uitkomsten/`),
  moved('De resultaten liggen naast de meting', `${AUTUMN}/resultaten/`, `${AUTUMN}/`),
  moved('De map met resultaten ligt naast de metingen', `${AUTUMN}/resultaten/`, `${NEW}/metingen/resultaten/`),
  {
    did: 'Een bestand over de meting ligt bij de resultaten',
    red: true,
    changes: movedFile(`${AUTUMN}/meting.yaml`, `${AUTUMN}/resultaten/meting.yaml`),
  },
];

function onDisk(did: string, action: (folder: string) => void): Example {
  return {
    did,
    changes: [],
    onDisk: action,
    red: NOT_YAML,
  };
}

function replaced(folder: string, by: (file: string) => void): void {
  fs.rmSync(path.join(folder, REPORT));
  by(path.join(folder, REPORT));
}

export const diskExamples: readonly Example[] = [
  onDisk('Een bestand is te groot', (folder) =>
    fs.appendFileSync(path.join(folder, REPORT), `# ${'-'.repeat(1024 * 1024)}\n`),
  ),
  onDisk('Een bestand is in een oude codering opgeslagen', (folder) =>
    fs.appendFileSync(path.join(folder, REPORT), Buffer.from([0x23, 0xe9, 0x0a])),
  ),
  onDisk('Een bestand is een koppeling', (folder) =>
    replaced(folder, (file) => fs.symlinkSync('organisaties.yaml', file)),
  ),
  onDisk('Een bestand is een ander soort bestand', (folder) =>
    replaced(folder, (file) => execFileSync('mkfifo', [file])),
  ),
];

export const yamlExamples: readonly Example[] = [
  yaml('Een veld staat er twee keer', 'regio:', 'titel: Nog een titel\nregio:'),
  yaml(
    'Een conflict is blijven staan',
    'regio: Proefland\n',
    '<<<<<<< HEAD\nregio: Proefland\n=======\nregio: Proefrijk\n>>>>>>> andere\n',
  ),
  yaml('Na een dubbele punt staat geen spatie', 'regio: Proefland', 'regio:Proefland'),
  yaml('Er staat een puntkomma voor een dubbele punt', 'regio: Proefland', 'regio; Proefland'),
  yaml('Er staat een isgelijkteken voor een dubbele punt', 'regio: Proefland', 'regio = Proefland'),
  yaml('Na een dubbele punt staat een harde spatie', 'regio: Proefland', 'regio:\u00a0Proefland'),
  yaml('In de naam van een veld staat een onzichtbaar teken', 'regio: Proefland', 're\u200bgio: Proefland'),
  yaml('In een tekst tussen apostrofs staat een apostrof', 'titel: Proefrapport', "titel: 'De foto's van de proef'"),
  yaml(
    'In een tekst tussen aanhalingstekens staan aanhalingstekens',
    'titel: Proefrapport',
    'titel: "De "echte" proef"',
  ),
  yaml(
    'Een regel springt niet ver genoeg in',
    'samenvatting: Een proef.',
    'verwante_normen:\n  - naam: N\n   regio: R\n    toelichting: T\nsamenvatting: Een proef.',
  ),
  yaml(
    'De naam van een lijst is weg',
    'samenvatting: Een proef.',
    'samenvatting: "Een proef."\n  - naam: N\n    regio: R\n    toelichting: T',
  ),
  yaml('De naam van een groep is weg', 'samenvatting: Een proef.', 'samenvatting: "Een proef."\n  naam: N\n  regio: R'),
  yaml(
    'De eerste regel van een onderdeel is weg',
    'samenvatting: Een proef.',
    'verwante_normen:\n    regio: R\n    toelichting: T\n  - naam: N\n    regio: R\n    toelichting: T\nsamenvatting: Een proef.',
  ),
  yaml(
    'Een regel van een lijst heeft geen streepje',
    'samenvatting: Een proef.',
    'trefwoorden:\n  - een\n  twee\n  - drie\nsamenvatting: Een proef.',
  ),
  yaml(
    'Een regel van een lijst heeft geen spatie na het streepje',
    'samenvatting: Een proef.',
    'trefwoorden:\n  - een\n  -twee\n  - drie\nsamenvatting: Een proef.',
  ),
  yaml(
    'Een groep is niet gesloten',
    'samenvatting: Een proef.',
    'verwante_normen:\n  - {naam: N, regio: R, toelichting: T\nsamenvatting: Een proef.',
  ),
  example(
    'Een toelichting staat onder een status in één woord',
    ADAM,
    'plan: behaald\n',
    'plan: behaald\n    toelichting: Het is er.\n',
    OF_THE_LANGUAGE,
  ),
  yaml('Een regel springt in met een tab', 'regio: Proefland', 'regio:\n\t- Proefland'),
  yaml('Een tekst heeft een dubbele punt', 'titel: Proefrapport', 'titel: Proefrapport: het begin'),
  yaml('Een regel springt te veel in', 'regio: Proefland', '  regio: Proefland'),
  yaml(
    'Een lijst springt verkeerd in',
    'regio: Proefland',
    'verwante_normen:\n    - naam: A\n  - naam: B\nregio: Proefland',
  ),
  yaml('Een lijst is niet gesloten', 'titel: Proefrapport', 'titel: [Proefrapport'),
  yaml('Een aanhalingsteken is niet gesloten', 'samenvatting: Een proef.', 'samenvatting: "Een proef.'),
  yaml('Na een schuine streep staat een vreemd teken', 'titel: Proefrapport', 'titel: "Proef\\qrapport"'),
  yaml('Een groep tussen accolades is niet gesloten', 'titel: Proefrapport', 'titel: {a: b c: d}'),
  yaml('Een aanhalingsteken aan het eind is niet gesloten', 'samenvatting: Een proef.\n', 'samenvatting: "Een proef.'),
  yaml('Achter een verticale streep staat nog tekst', 'samenvatting: Een proef.', 'samenvatting: | Een proef.'),
  yaml('Voor de naam van een veld staat een aanhalingsteken', 'regio:', '"regio:'),
  yaml('Er staat een komma voor een dubbele punt', 'regio: Proefland', 'regio, Proefland'),
  yaml('Er staat een punt voor een dubbele punt', 'regio: Proefland', 'regio. Proefland'),
  yaml('Er staat een vraagteken voor een dubbele punt', 'regio: Proefland', 'regio? Proefland'),
  yaml('Er staat een uitroepteken voor een dubbele punt', 'regio: Proefland', 'regio! Proefland'),
  yaml(
    'De naam van een veld heeft een spatie, en de tekst een dubbele punt',
    'regio: Proefland',
    're gio: Proef: land',
  ),
  yaml(
    'De naam van een veld heeft een spatie, en een aanhalingsteken is niet gesloten',
    'samenvatting: Een proef.',
    'samen vatting: "Een proef.',
  ),
  yaml('Voor een naam met een spatie staat een aanhalingsteken', 'regio:', '"re gio:'),
  yaml('Een accolade staat voor de naam van een veld', 'regio: Proefland', '{regio: {Proefland'),
  yaml('Een regel heeft geen dubbele punt', 'regio: Proefland', 'regio Proefland'),
  yaml('Een tekst begint met een sterretje', 'titel: Proefrapport', 'titel: *Nieuw* rapport'),
  yaml('Een woord begint met een sterretje', 'titel: Proefrapport', 'titel: *nieuw'),
  yaml('Een tekst begint met een en-teken', 'titel: Proefrapport', 'titel: &C rapport'),
  yaml('Een tekst begint met een uitroepteken', 'titel: Proefrapport', 'titel: !Let op'),
  yaml('Een tekst begint met een apenstaartje', 'titel: Proefrapport', 'titel: @proef'),
  yaml('Een regel begint met een procentteken', 'titel: Proefrapport', '%YAML 1.1\n---\ntitel: Proefrapport'),
  yaml('Velden worden samengevoegd', 'regio:', '<<: {a: b}\nregio:'),
  yaml('Een bestand heeft twee delen', 'regio:', '---\nregio:'),
  yaml('Links van de dubbele punt staat een lijst', 'regio:', '? [a, b]\n: c\nregio:'),
  yaml('Een veld heeft een naam die niet kan', 'regio:', '__proto__: x\nregio:'),
  yaml('Er zitten te veel lagen in elkaar', 'regio: Proefland', `regio: ${'['.repeat(24)}a${']'.repeat(24)}`),
  yaml('Er staat een teken dat geen tekst is', 'Proefland', 'Proef\u0000land'),
];
