import { z } from 'zod';
import { choice, date, id, line, url, yesNoExpected } from '../fields.ts';
import { groupExpected, list, record, refuseRepeated } from '../records.ts';

export const DOCUMENT_KIND_WORDS = [
  'mededeling',
  'persbericht',
  'nieuwsbericht',
  'raadsbrief',
  'norm',
  'evaluatie',
  'overig',
] as const;

const publicDocument = record(
  {
    id: id('Vaste naam in adressen en gegevens. Verandert nooit.'),
    openbaar: z.literal(true).meta({
      description: 'true: iedereen mag weten dat dit document bestaat en wat het is.',
      errorMessage: yesNoExpected,
    }),
    titel: line('Titel van het document.'),
    soort: choice('onbekende soort', DOCUMENT_KIND_WORDS, 'Wat voor document dit is.'),
    datum: date('Datum van het document.').optional(),
    uitgever: line('Wie het document uitgaf.'),
    registratienummer: line('Nummer in het register van de uitgever, tussen aanhalingstekens.').optional(),
    url: url('Waar het document te lezen is.').optional(),
    verwijst_naar: list(id('Id van een document.'), 'Documenten waar dit document naar verwijst.').optional(),
    bijlagen: list(
      record(
        {
          titel: line('Titel van de bijlage.'),
          edocs: line('Edocs-nummer, tussen aanhalingstekens.').optional(),
          url: url('Waar de bijlage te lezen is.').optional(),
        },
        'Een openbare bijlage.',
      ),
      'Openbare bijlagen.',
    ).optional(),
  },
  'Een openbaar document.',
);

const withheldDocument = record(
  {
    id: id('Een naam die niets verraadt, zoals "dossier-1".'),
    openbaar: z
      .literal(false)
      .meta({ description: 'false: van dit document mag niets bekend worden.', errorMessage: yesNoExpected }),
  },
  'Een document dat niet openbaar is: alleen een id die niets verraadt.',
  'hoort niet bij een document dat niet openbaar is; ook dit bestand is openbaar, dus laat alleen "id" en "openbaar" staan',
);

/** documenten.yaml: what the report rests on. */
export const documents = record(
  {
    documenten: list(
      z.discriminatedUnion('openbaar', [publicDocument, withheldDocument], {
        error: (issue) => (issue.code === 'invalid_union' ? yesNoExpected : groupExpected),
      }),
      'De documenten van dit rapport.',
    ).optional(),
  },
  'De documenten van een rapport.',
).superRefine(({ documenten = [] }, context) => {
  refuseRepeated(
    context,
    'documenten',
    documenten,
    'id',
    (id) => `de id "${id}" is al van een ander document; kies een andere`,
  );
});

export type AuthoredDocuments = z.infer<typeof documents>;
