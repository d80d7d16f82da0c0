import { NOT_YAML, SITE, type Example } from '../example.ts';

function inFile(name: string, key: string) {
  return (did: string, text: string): Example => ({
    did,
    red: NOT_YAML,
    changes: [
      [SITE, 'rapporten:', `${key}: ${name}\nrapporten:`],
      [name, '', text],
    ],
  });
}

const inStyle = inFile('huisstijl.css', 'huisstijl');
const inLogo = inFile('logo.svg', 'logo');

function unnamed(did: string, name: string, text: string): Example {
  return { did, changes: [[name, '', text]], red: NOT_YAML };
}

function drawing(parts: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">\n${parts}\n</svg>\n`;
}

export const houseStyleExamples: readonly Example[] = [
  unnamed('Een huisstijl wordt nergens genoemd', 'huisstijl.css', ':root {}\n'),
  unnamed('Een logo wordt nergens genoemd', 'logo.svg', drawing('<path d="M0 0h8v8z"/>')),
  unnamed('Een lettertype wordt nergens genoemd', 'letter.woff2', 'd09GMgABAAAA'),
  {
    did: 'Een lettertype is er geen',
    red: NOT_YAML,
    changes: [
      ...inStyle('', '@font-face { font-family: Eigen; src: url("letter.woff2"); }\n').changes,
      ['letter.woff2', '', 'PGh0bWw+'],
    ],
  },
  inStyle('De huisstijl haalt een ander bestand op', '@import "elders.css";\n'),
  inStyle('De huisstijl haalt een plaatje op', 'body { background: url(https://proef.example/foto.png); }\n'),
  inStyle(
    'De huisstijl noemt een lettertype dat er niet is',
    '@font-face { font-family: Eigen; src: url("letter.woff2"); }\n',
  ),
  {
    did: 'De huisstijl noemt een lettertype dat anders heet',
    red: NOT_YAML,
    changes: [
      ...inStyle('', '@font-face { font-family: Eigen; src: url("leter.woff2"), url("letter.woff2"); }\n').changes,
      ['letter.woff2', '', 'd09GMgABAAAA'],
    ],
  },
  inStyle(
    'In de huisstijl zit een bestand van een ander soort',
    'body { background: url("data:text/html;base64,PGI+"); }\n',
  ),
  inStyle(
    'In de huisstijl zit een plaatje dat er geen is',
    'body { background: url("data:image/png;base64,PGI+"); }\n',
  ),
  inStyle(
    'In de huisstijl zit een tekening die niet te lezen is',
    'ul { list-style: url("data:image/svg+xml,<svg fill=\'#fff\'/>"); }\n',
  ),
  inStyle(
    'In de huisstijl zit een tekening met een script',
    'ul { list-style: url("data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\'><script/></svg>"); }\n',
  ),
  inStyle('De huisstijl roept iets aan wat niet kan', 'body { background: image-set("foto.png" 1x); }\n'),
  inStyle('De huisstijl leest meer dan een naam', 'a::after { content: attr(href, "niets"); }\n'),
  inStyle('Een eigenschap is verkeerd gespeld', 'a { colr: #154273; }\n'),
  inStyle('Een eigenschap kan niet in een huisstijl', 'a { behavior: url(a.htc); }\n'),
  inStyle('Een eigenschap staat niet bij een selector', '@media print { color: #154273; }\n'),
  inStyle('Een regel staat buiten de accolades', '--accent: #154273;\n'),
  inStyle('Voor de accolades staat niets', '{ color: #154273; }\n'),
  inStyle('Er staat een accolade te veel', 'a { color: #154273; } }\nb { color: #154273; }\n'),
  inStyle('Er staat een teken in een selector dat daar niet kan', '<b> { color: #154273; }\n'),
  inStyle('Een accolade is niet gesloten', 'a { color: #154273;\n'),
  inStyle('Een haakje is niet gesloten', 'a { color: rgb(21 66 115; }\n'),
  inStyle('Een aanhalingsteken in de huisstijl is niet gesloten', 'a::after { content: "x; }\n'),
  inStyle('Een opmerking is niet gesloten', 'a { color: #154273; } /* tot hier\n'),
  inStyle('De huisstijl eindigt op een schuine streep', 'a { color: #154273; } \\'),
  inStyle('Een url bevat haakjes', 'a { background: url(foto(1).png); }\n'),
  inStyle('De huisstijl zegt een andere codering', '@charset "iso-8859-1";\n'),
  inStyle('In de huisstijl zitten te veel blokken in elkaar', `${'a{'.repeat(257)}${'}'.repeat(257)}\n`),
  inStyle('In de huisstijl staat een teken dat u niet ziet', 'a { color: \u0007#154273; }\n'),
  inLogo('In het logo staat een script', drawing('<script>alert(1)</script>')),
  inLogo('Het logo doet iets als iemand het aanwijst', drawing('<path onmouseover="alert(1)" d="M0 0h8v8z"/>')),
  inLogo('In het logo staat een link', drawing('<a href="https://proef.example/"><path d="M0 0h8v8z"/></a>')),
  inLogo(
    'In het logo staan gegevens van het tekenprogramma',
    drawing('<foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/"/>'),
  ),
  inLogo(
    'In het logo staan gegevens van een onbekend programma',
    drawing('<path xmlns:e="https://proef.example/eigen" e:laag="1" d="M0 0h8v8z"/>'),
  ),
  inLogo(
    'In het logo staan gegevens waarvan niemand weet van wie',
    drawing('<path inkscape:label="vlak" d="M0 0h8v8z"/>'),
  ),
  inLogo('Het logo verwijst naar een plaatje', drawing('<image href="https://proef.example/foto.png"/>')),
  inLogo('Het logo haalt een stijl op', '<?xml-stylesheet href="logo.css"?>\n' + drawing('<path d="M0 0h8v8z"/>')),
  inLogo(
    'Een stijl in het logo is van een ander soort',
    drawing('<style type="text/less">path { fill: #154273; }</style>'),
  ),
  inLogo(
    'Het logo begint met regels van een tekenprogramma',
    '<!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>\n' + drawing('<path d="M0 0h8v8z"/>'),
  ),
  inLogo(
    'Het logo zegt een andere codering',
    '<?xml version="1.0" encoding="iso-8859-1"?>\n' + drawing('<path d="M0 0h8v8z"/>'),
  ),
  inLogo('Het logo is geen SVG', '<svg viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>\n'),
  inLogo('In het logo is een onderdeel niet gesloten', drawing('<g><path d="M0 0h8v8z"/>')),
  inLogo('In het logo staat een los en-teken', drawing('<title>Adam & Bedam</title>')),
  inLogo('In het logo staat een teken met een naam uit HTML', drawing('<title>Adam&nbsp;en Bedam</title>')),
  inLogo('In het logo zitten te veel groepen in elkaar', drawing(`${'<g>'.repeat(201)}${'</g>'.repeat(201)}`)),
];
