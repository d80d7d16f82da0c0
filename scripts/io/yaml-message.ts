import { YAMLException } from 'js-yaml';

/** What the parser says (js-yaml 5.5), and what it means to someone who does not know YAML; the first match counts. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/tab characters/, 'deze regel springt in met een tab; gebruik spaties'],
  [/bad indentation of a mapping/, 'dit is geen geldige YAML: let op het inspringen, en zet tekst met ": " of een vreemd teken vooraan tussen aanhalingstekens'],
  [/bad indentation of a sequence|deficient indentation/, 'dit is geen geldige YAML: deze regel springt te veel of te weinig in, of een aanhalingsteken of een lijst is niet goed afgesloten'],
  [/within a flow collection|missed comma|found ','/, 'dit is geen geldige YAML: een lijst [ … ] of groep { … } is niet goed afgesloten'],
  [/quoted scalar/, 'dit is geen geldige YAML: een aanhalingsteken is geopend en niet gesloten'],
  [/unknown escape|hexadecimal/, 'dit is geen geldige YAML: na \\ staat binnen dubbele aanhalingstekens een teken dat daar niet kan; gebruik enkele aanhalingstekens'],
  [/expected ':'|multiline key|document separator/, 'dit is geen geldige YAML: hier wordt "naam: waarde" verwacht; staat er een dubbele punt, en springt de regel goed in?'],
  [/maxDepth/, 'dit bestand is te diep genest (meer dan 20 lagen)'],
  [/null byte|non-printable|valid JSON character/, 'dit bestand bevat een teken dat geen tekst is; haal het weg'],
  [/tag/i, 'een aanduiding met ! (tag) is niet toegestaan; haal die weg'],
  [/alias/, 'een verwijzing met * (alias) is niet toegestaan; schrijf de waarde voluit'],
  [/anchor/, 'een naam met & (anker) is niet toegestaan; haal die weg'],
  [/directive|YAML version/, 'een YAML-aanwijzing (een regel die met % begint) is hier niet toegestaan; haal die weg'],
];

/** A fault of the YAML parser in Dutch. */
export const yamlMessage = (fault: unknown): string => {
  const reason = fault instanceof YAMLException ? fault.reason : '';
  return MESSAGES.find(([pattern]) => pattern.test(reason))?.[1] ?? 'dit is geen geldige YAML';
};
