import { z } from 'zod';
import { url } from '../addresses.ts';
import { choice, date, id, line, markdown, pattern, reference, yesNo, yesNoExpected } from '../fields.ts';
import { asName, fits, needs, when } from '../marks.ts';
import { groupExpected, list, record, source, withRules } from '../records.ts';

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

export const DOCUMENT_KIND_WORDS = [
  'mededeling',
  'persbericht',
  'nieuwsbericht',
  'raadsbrief',
  'norm',
  'evaluatie',
  'overig',
] as const;

function missing(field: string): string {
  return `het veld "${field}" ontbreekt; voeg een regel "${field}: …" toe (alleen als van het document niets dan het "registratienummer" bekend is, mogen "titel" en "uitgever" allebei weg)`;
}

const publicDocument = withRules(
  record(
    {
      id: id('document', 'Vaste naam in adressen en gegevens. Verandert nooit.'),
      openbaar: z.literal(true, { error: yesNoExpected }).meta({
        description: 'true: iedereen mag weten dat dit document bestaat en wat het is.',
        errorMessage: yesNoExpected,
      }),
      titel: line(
        'Titel van het document. Alleen van een document waarvan niets dan het registratienummer bekend is, mogen "titel" en "uitgever" weg.',
      ).optional(),
      soort: choice('onbekende soort', DOCUMENT_KIND_WORDS, 'Wat voor document dit is.'),
      datum: date('Datum van het document.').optional(),
      uitgever: line('Wie het document uitgaf.').optional(),
      registratienummer: line('Nummer in het register van de uitgever, tussen aanhalingstekens.').optional(),
      afdeling: line('De afdeling waar het document vandaan komt.').optional(),
      portefeuillehouder: line('De bestuurder die er verantwoordelijk voor is.').optional(),
      ter_kennisname_aan: list(
        line('Wie het document ter kennisname kreeg.'),
        'Aan wie het document ter kennisname is gestuurd.',
      ).optional(),
      url: url('Waar het document te lezen is.').optional(),
      verwijst_naar: list(
        reference('document', 'Id van een document.'),
        'Documenten waar dit document naar verwijst.',
      ).optional(),
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
  ).meta({
    allOf: [
      when(
        { anyOf: [{ required: ['titel'] }, { not: { required: ['registratienummer'] } }] },
        {
          allOf: [needs(['titel'], missing('titel')), needs(['uitgever'], missing('uitgever'))],
        },
      ),
      when({ required: ['uitgever'] }, needs(['titel'], missing('titel'))),
    ],
  }),
  {
    restsOn: ['titel', 'uitgever', 'registratienummer'],
    check: ({ titel, uitgever, registratienummer }, { refuse }) => {
      const isNumberOnly = titel === undefined && uitgever === undefined && registratienummer !== undefined;
      if (isNumberOnly) return;
      if (titel === undefined) refuse(['titel'], missing('titel'));
      else if (uitgever === undefined) refuse(['uitgever'], missing('uitgever'));
    },
  },
  {
    restsOn: ['id', 'verwijst_naar'],
    ofItems: true,
    check: ({ id: own, verwijst_naar = [] }, { refuse }) => {
      const at = verwijst_naar.indexOf(own);
      if (at >= 0)
        refuse(
          ['verwijst_naar', at],
          'een document verwijst niet naar zichzelf; noem een ander document, of haal deze verwijzing weg',
        );
    },
  },
);

const withheldDocument = record(
  {
    id: id('document', 'Een naam die niets verraadt, zoals "dossier-1".'),
    openbaar: z
      .literal(false, { error: yesNoExpected })
      .meta({ description: 'false: van dit document mag niets bekend worden.', errorMessage: yesNoExpected }),
  },
  'Een document dat niet openbaar is: alleen een id die niets verraadt.',
  'hoort niet bij een document dat niet openbaar is; ook dit bestand is openbaar, dus laat alleen "id" en "openbaar" staan',
);

/** documenten.yaml: the sources of the report. */
export const documents = record(
  {
    documenten: list(
      z.discriminatedUnion('openbaar', [publicDocument, withheldDocument], {
        error: (issue) => (issue.code === 'invalid_union' ? yesNoExpected : groupExpected),
      }),
      'De documenten van dit rapport.',
    ),
  },
  'De documenten van een rapport.',
);

export type AuthoredDocuments = z.infer<typeof documents>;
