import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {
  ADAM,
  DOCUMENTS,
  example,
  FILE_NAME,
  NORM,
  NOT_YAML,
  OF_THE_LANGUAGE,
  ORGANISATIONS,
  REPORT,
  ROUND,
  SITE,
  type Example,
} from '../example.ts';

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
function yaml(did: string, from: string, to: string): Example {
  return example(did, REPORT, from, to, OF_THE_LANGUAGE);
}

export const fileExamples: readonly Example[] = [
  ...[SITE, REPORT, ORGANISATIONS, DOCUMENTS, NORM, ROUND].map(gone),
  added('Een bestand eindigt op .yml', 'proef/notities.yml'),
  added('Een bestand met resultaten heeft een naam met een hoofdletter', ADAM.replace('adam', 'Cedam')),
  added('Twee bestanden verschillen alleen in een hoofdletter', ADAM.replace('adam', 'Adam')),
  added('Een bestand hoort nergens bij', 'proef/notities.yaml'),
  example('Een bestand is leeg', REPORT, '', '# nog niets\n', NOT_YAML),
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
