import { YAMLException } from 'js-yaml';

/** What the parser says (js-yaml 5.5), and what it means to someone who does not know YAML; the first match counts. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/tab characters/, 'deze regel springt in met een tab; gebruik spaties'],
  [
    /bad indentation of a mapping/,
    'hier is het bestand niet te lezen: let op het inspringen, en zet tekst met ": " of een vreemd teken vooraan tussen aanhalingstekens',
  ],
  [
    /bad indentation of a sequence|deficient indentation/,
    'hier is het bestand niet te lezen: deze regel springt te veel of te weinig in, of een aanhalingsteken of een lijst is niet goed afgesloten',
  ],
  [
    /within a flow collection|missed comma|found ','/,
    'hier is het bestand niet te lezen: een lijst [ … ] of groep { … } is niet goed afgesloten',
  ],
  [/quoted scalar/, 'hier is het bestand niet te lezen: een aanhalingsteken is geopend en niet gesloten'],
  [
    /unknown escape|hexadecimal/,
    'hier is het bestand niet te lezen: na \\ staat binnen dubbele aanhalingstekens een teken dat daar niet kan; gebruik enkele aanhalingstekens',
  ],
  [
    /expected ':'|multiline key|document separator/,
    'hier is het bestand niet te lezen: hier hoort "naam: waarde"; staat er een dubbele punt, en springt de regel goed in?',
  ],
  [
    /line break is expected|block scalar|repeat of/,
    'achter | of > hoort op die regel niets meer; begin de tekst op de volgende regel',
  ],
  [/maxDepth/, 'hier zitten meer dan 20 lagen in elkaar; let op het inspringen, of haal lagen weg'],
  [/null byte|non-printable|valid JSON character/, 'hier staat een onzichtbaar teken dat geen tekst is; haal het weg'],
  [/tag/i, 'tekst die met ! begint, hoort tussen aanhalingstekens; een aanduiding (tag) kan hier niet'],
  [/alias/, 'tekst die met * begint, hoort tussen aanhalingstekens; een verwijzing (alias) kan hier niet'],
  [
    /anchor/,
    'tekst die met & begint, hoort tussen aanhalingstekens; een naam om naar te verwijzen (anker) kan hier niet',
  ],
  [/directive|YAML version/, 'een regel kan hier niet met % beginnen; haal die regel weg'],
];

/** What is certain where the parser stops: nothing that people do wrong with signs and spaces is behind it. */
const CERTAIN = /tab characters|maxDepth|null byte|non-printable|valid JSON character|directive|YAML version/;

export function isCertain(fault: unknown): boolean {
  return fault instanceof YAMLException && CERTAIN.test(fault.reason);
}

/** A fault of the YAML parser in Dutch. */
export function yamlMessage(fault: unknown): string {
  const reason = fault instanceof YAMLException ? fault.reason : '';
  return (
    MESSAGES.find(([pattern]) => pattern.test(reason))?.[1] ??
    'hier is het bestand niet te lezen; vergelijk deze regel en die erboven met een ander bestand'
  );
}
