import { sample } from '../../support/sample.ts';
import { example, FILE_NAME, movedFile, OTHER_FILE, SITE, TWO_PLACES, type Example } from '../example.ts';

function extra(did: string, line: string, red: true | string = true): Example {
  return example(did, SITE, 'rapporten:', `${line}\nrapporten:`, red);
}

function terms(did: string, rows: string): Example {
  return { did, red: TWO_PLACES, changes: [['begrippen.yaml', '', `begrippen:\n${rows}`]] };
}

export const siteExamples: readonly Example[] = [
  example('De titel van de site ontbreekt', SITE, 'titel: Proefsite\n', ''),
  example('De titel is leeg', SITE, 'titel: Proefsite', 'titel:'),
  example('De titel is een lege tekst', SITE, 'titel: Proefsite', 'titel: ""'),
  example('De titel is een getal zonder aanhalingstekens', SITE, 'titel: Proefsite', 'titel: 2027'),
  example('De titel is een lijst', SITE, 'titel: Proefsite', 'titel: [Proefsite]'),
  example('De titel staat op twee regels', SITE, 'titel: Proefsite', 'titel: "Proef\\nsite"'),
  example('In de titel staat een teken dat u niet ziet', SITE, 'titel: Proefsite', 'titel: "Proef\\u202esite"'),
  example('De titel is een teken dat u niet ziet', SITE, 'titel: Proefsite', 'titel: "\\u200b"'),
  extra('Een veld is verkeerd gespeld', 'repositry: https://proef.example'),
  extra('Er staat een veld dat niemand kent', 'kleur: blauw'),
  example('Het adres van de site begint niet met https', SITE, 'https://proef.example', 'http://proef.example'),
  example(
    'Het adres van de site eindigt op een schuine streep',
    SITE,
    'https://proef.example',
    'https://proef.example/',
  ),
  example('Het e-mailadres is er geen', SITE, 'proef@proef.example', 'proef'),
  extra('Het adres van de repository is geen webadres', 'repository: git@proef.example'),
  extra('Het contact voor lekken is geen adres', 'beveiliging: {contact: lek@proef.example, verloopt: "2027-12-01"}'),
  extra(
    'Het contact voor lekken is al verlopen',
    'beveiliging: {contact: "mailto:lek@proef.example", verloopt: "2024"}',
    OTHER_FILE,
  ),
  extra('De status van de toegankelijkheid bestaat niet', 'toegankelijkheid: {status: F, datum: "2026"}'),
  {
    ...extra('De huisstijl is geen bestand dat op .css eindigt', 'huisstijl: huisstijl.txt'),
    changes: [
      ...extra('', 'huisstijl: huisstijl.txt').changes,
      ['huisstijl.css', '', ':root { --accent: #154273; }\n'],
    ],
  },
  extra('De huisstijl is er niet', 'huisstijl: huisstijl.css', OTHER_FILE),
  example('Er is geen enkel rapport', SITE, 'rapporten:\n  - map: proef\n    pad: /\n', 'rapporten: []\n'),
  example('De map van een rapport heet anders dan in site.yaml staat', SITE, 'map: proef', 'map: proeff', OTHER_FILE),
  example('De rapporten zijn geen lijst', SITE, 'rapporten:\n  - map: proef\n    pad: /\n', 'rapporten: proef\n'),
  example('Een rapport is één woord', SITE, '  - map: proef\n    pad: /\n', '  - proef\n'),
  example('Het pad van een rapport heeft een hoofdletter', SITE, 'pad: /', 'pad: /Proef/'),
  example('Het pad van een rapport is al een pagina', SITE, 'pad: /', 'pad: /documenten/'),
  example(
    'Hetzelfde rapport staat er twee keer',
    SITE,
    'pad: /\n',
    'pad: /\n  - {map: proef, pad: /twee/}\n',
    TWO_PLACES,
  ),
  terms(
    'Een begrip staat er twee keer',
    '  - {id: dijk, term: Dijk, uitleg: Houdt water tegen.}\n  - {id: dijk, term: Waterkering, uitleg: Idem.}\n',
  ),
  terms(
    'Een begrip verwijst naar een begrip dat er niet is',
    '  - {id: dijk, term: Dijk, uitleg: Houdt water tegen., zie: [duin]}\n',
  ),
  {
    did: 'Twee rapporten hebben hetzelfde pad',
    red: TWO_PLACES,
    changes: [
      [SITE, 'pad: /\n', 'pad: /\n  - {map: tweede, pad: /}\n'],
      ...['rapport', 'organisaties', 'documenten'].map(
        (name) => [`tweede/${name}.yaml`, '', sample[`proef/${name}.yaml`]!] as const,
      ),
    ],
  },
  {
    did: 'Een map die in site.yaml staat, heet net anders',
    red: FILE_NAME,
    changes: [[SITE, 'map: proef', 'map: preof']],
  },
  {
    did: 'Een map die in site.yaml staat, is er niet',
    red: FILE_NAME,
    changes: [[SITE, 'pad: /\n', 'pad: /\n  - {map: tweede, pad: /tweede/}\n']],
  },
  { did: 'De map van een rapport heeft een hoofdletter', red: FILE_NAME, changes: movedFile('proef/', 'Proef/') },
  {
    did: 'De map van een rapport heeft een naam die niet kan, en staat zo ook in site.yaml',
    red: true,
    changes: [...movedFile('proef/', 'Proef 1/'), [SITE, 'map: proef', 'map: Proef 1']],
  },
  {
    did: 'Een map met een rapport staat niet in site.yaml',
    red: OTHER_FILE,
    changes: [['derde/rapport.yaml', '', sample['proef/rapport.yaml']!]],
  },
];
