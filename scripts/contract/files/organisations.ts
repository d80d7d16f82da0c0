import type { z } from 'zod';
import { choice, id, line, pattern, quoted } from '../fields.ts';
import { list, record, refuseRepeated } from '../records.ts';
import { fits } from '../red-line.ts';

export const ORGANISATION_KIND_WORDS = [
  'gemeente',
  'provincie',
  'waterschap',
  'politie',
  'openbaar-ministerie',
  'overig',
] as const;

function isKind(value: string): boolean {
  return (ORGANISATION_KIND_WORDS as readonly string[]).includes(value);
}

const notAKind = 'is een soort organisatie en kan geen id zijn; kies een andere naam';

/** organisaties.yaml: who can take part. */
export const organisations = record(
  {
    organisaties: list(
      record(
        {
          id: id('Vaste naam in adressen en gegevens. Verandert nooit.')
            .refine((value) => !isKind(value), { error: (issue) => `${quoted(issue.input)} ${notAKind}` })
            .meta({ allOf: [fits(`^(?!(?:${ORGANISATION_KIND_WORDS.join('|')})$)`, `dit ${notAKind}`)] }),
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
    ).optional(),
  },
  'De organisaties van een rapport.',
).superRefine(({ organisaties = [] }, context) => {
  refuseRepeated(
    context,
    'organisaties',
    organisaties,
    'id',
    (id) => `de id "${id}" is al van een andere organisatie; kies een andere`,
  );
});

export type AuthoredOrganisations = z.infer<typeof organisations>;
