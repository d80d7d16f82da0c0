import type { Accessibility } from '../model/report.ts';

const STATUS: Readonly<Record<Accessibility['status'], string>> = {
  A: 'voldoet volledig',
  B: 'voldoet gedeeltelijk',
  C: 'eerste maatregelen genomen',
  D: 'voldoet niet',
  E: 'geen toegankelijkheidsverklaring',
};

const MEANING: Readonly<Record<Accessibility['status'], string>> = {
  A: 'Uit onderzoek blijkt dat de site aan alle eisen voldoet.',
  B: 'Uit onderzoek blijkt dat de site aan een deel van de eisen voldoet.',
  C: 'Het onderzoek is nog niet af. De eerste maatregelen zijn genomen.',
  D: 'De site is nog niet onderzocht, of voldoet niet.',
  E: 'Er is nog geen onderzoek door een deskundige. Wij weten dus niet of de site aan alle eisen voldoet.',
};

/** A status as the register writes it: "B – voldoet gedeeltelijk". */
export function accessibilityStatusText(status: Accessibility['status']): string {
  return `${status} – ${STATUS[status]}`;
}

/** What a status means, as sentences. */
export function accessibilityMeaning(status: Accessibility['status']): string {
  return MEANING[status];
}
