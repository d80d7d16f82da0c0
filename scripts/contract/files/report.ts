import type { z } from 'zod';
import { line, markdown, yesNo } from '../fields.ts';
import { list, record, source } from '../records.ts';

/** rapport.yaml: what a report is about. */
export const report = record(
  {
    titel: line('Naam van het rapport.'),
    regio: line('Gebied waar het rapport over gaat.'),
    samenvatting: markdown('Waar het rapport over gaat, in enkele zinnen.'),
    trefwoorden: list(line('Een trefwoord.'), 'Waar het rapport over gaat, in losse woorden.').optional(),
    fictief: yesNo('Of dit een verzonnen voorbeeld is. Standaard false.').optional(),
    verwante_normen: list(
      record(
        {
          naam: line('Naam van de norm.'),
          regio: line('Gebied waar die norm geldt.'),
          toelichting: markdown('Wat van die norm bekend is.'),
          bron: source(),
        },
        'Een vergelijkbare norm van een andere regio.',
      ),
      'Vergelijkbare normen van andere regio’s.',
    ).optional(),
  },
  'Een rapport over een norm.',
);

export type AuthoredReport = z.infer<typeof report>;
