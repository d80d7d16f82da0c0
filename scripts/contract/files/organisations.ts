import { z } from 'zod';
import { choice, id, line, list, quoted, record, refuse, refuseRepeated } from '../fields.ts';

export const ORGANISATION_KIND_WORDS = ['gemeente', 'provincie', 'waterschap', 'politie', 'openbaar-ministerie', 'overig'] as const;

const isKind = (value: string): boolean => (ORGANISATION_KIND_WORDS as readonly string[]).includes(value);

/** organisaties.yaml: who can take part. */
export const organisations = record({
  organisaties: list(record({
    id: id('Vaste naam in adressen en gegevens. Verandert nooit.'),
    naam: line('Volledige naam.'),
    korte_naam: line('Naam voor tabellen en grafieken.'),
    soort: choice('soort', ORGANISATION_KIND_WORDS, 'Wat voor organisatie dit is.'),
    tooi: z.string()
      .regex(/^[a-z-]+\/[a-z]{2,}[0-9]+$/, { error: (issue) => `${quoted(issue.input)} is geen TOOI-code; schrijf soort en code, zoals "gemeente/gm0034"` })
      .meta({ description: 'Code in het TOOI-register, zoals "gemeente/gm0034".' })
      .optional(),
  }, 'Een organisatie.'), 'De organisaties van dit rapport.').optional(),
}, 'De organisaties van een rapport.').superRefine(({ organisaties = [] }, context) => {
  organisaties.forEach((organisation, index) => {
    if (isKind(organisation.id)) refuse(context, ['organisaties', index, 'id'], `"${organisation.id}" is een soort organisatie en kan geen id zijn; kies een andere naam`);
  });
  refuseRepeated(context, 'organisaties', organisaties, 'id', (id) => `de id "${id}" is al van een andere organisatie; kies een andere`);
});

export type AuthoredOrganisations = z.infer<typeof organisations>;
