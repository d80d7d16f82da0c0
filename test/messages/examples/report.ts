import { DOCUMENTS, example, ORGANISATIONS, REPORT, TWO_PLACES, type Example } from '../example.ts';

export const reportExamples: readonly Example[] = [
  example('Of het rapport verzonnen is, staat er met "ja"', REPORT, 'regio:', 'fictief: ja\nregio:'),
  example('In de samenvatting staat een teken dat u niet ziet', REPORT, 'Een proef.', '"Een \\u0007 proef."'),
  example('De samenvatting is een lege tekst', REPORT, 'Een proef.', '" "'),
  example(
    'Een bron is een getal',
    REPORT,
    'regio:',
    'verwante_normen: [{naam: N, regio: R, toelichting: T, bron: 12}]\nregio:',
  ),

  example('Een id heeft een hoofdletter', ORGANISATIONS, 'id: water', 'id: Water'),
  example('Een id is de naam van een soort organisatie', ORGANISATIONS, 'id: water', 'id: waterschap'),
  example('Een id is al van een andere organisatie', ORGANISATIONS, 'id: water', 'id: adam', TWO_PLACES),
  example('De soort bestaat niet, en lijkt op een andere', ORGANISATIONS, 'soort: waterschap', 'soort: waterschp'),
  example('De soort bestaat niet, en lijkt op geen andere', ORGANISATIONS, 'soort: waterschap', 'soort: xyz'),
  example('De TOOI-code is er geen', ORGANISATIONS, 'gemeente/gm0034', 'gm0034'),

  example(
    'Het document zegt niet met true of false of het openbaar is',
    DOCUMENTS,
    'openbaar: false',
    'openbaar: "nee"',
  ),
  example('Een document is één woord', DOCUMENTS, '  - id: dossier-7\n    openbaar: false\n', '  - dossier-7\n'),
  example(
    'Van een document dat niet openbaar is, staat er meer',
    DOCUMENTS,
    'openbaar: false',
    'openbaar: false\n    titel: Geheim',
  ),
  example('Een id is al van een ander document', DOCUMENTS, 'id: dossier-7', 'id: brief', TWO_PLACES),
  example('Een openbaar document heeft geen titel', DOCUMENTS, '    titel: Brief\n', ''),
  example('Een datum is anders geschreven', DOCUMENTS, '"2021-01-15"', '15 januari 2021'),
  example('Een datum bestaat niet', DOCUMENTS, '"2021-01-15"', '"2021-02-29"'),
  example(
    'Het adres van een document is geen webadres',
    DOCUMENTS,
    'https://proef.example/besluit',
    'www.proef.example/besluit',
  ),
];
