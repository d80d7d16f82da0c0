import type { z } from 'zod';
import { choice, id, line, pattern } from '../fields.ts';
import { asName } from '../marks.ts';
import { list, record } from '../records.ts';
import { fits } from '../red-line.ts';

export const ORGANISATION_KIND_WORDS = [
  'gemeente',
  'provincie',
  'waterschap',
  'politie',
  'openbaar-ministerie',
  'overig',
] as const;

export const notAKind = 'is een soort organisatie en kan geen id zijn; kies een andere naam, met de plaats erbij';

/** organisaties.yaml: who can take part. */
export const organisations = record(
  {
    organisaties: list(
      record(
        {
          id: asName(
            id('organisation', 'Vaste naam in adressen en gegevens. Verandert nooit.').meta({
              allOf: [fits(`^(?!(?:${ORGANISATION_KIND_WORDS.join('|')})$)`, `dit ${notAKind}`)],
            }),
            { space: 'organisation', gives: true },
          ),
          naam: line('Volledige naam.'),
          korte_naam: line('Naam voor tabellen en grafieken.'),
          soort: choice('onbekende soort', ORGANISATION_KIND_WORDS, 'Wat voor organisatie dit is.'),
          tooi: pattern(
            /^[a-z-]+\/[a-z]{2,}[0-9]+$/,
            'geen TOOI-code; schrijf soort en code, zoals "gemeente/gm0034"',
            'Code in het TOOI-register, zoals "gemeente/gm0034".',
          ).optional(),
        },
        'Een organisatie.',
      ),
      'De organisaties van dit rapport.',
    ),
  },
  'De organisaties van een rapport.',
);

export type AuthoredOrganisations = z.infer<typeof organisations>;
