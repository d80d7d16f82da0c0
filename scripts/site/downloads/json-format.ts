import { z } from 'zod';

/** Version of this format; increases when programs that read it would have to change. */
export const FORMAT = '1';

const text = z.string();
const optional = z.string().nullable();
const sources = z
  .array(z.union([z.strictObject({ document: text }), z.strictObject({ openbaar: z.literal(false) })]))
  .meta({ description: 'Documenten; van een bron die niet openbaar is staat alleen dat.' });
function rows(description: string) {
  return z.array(z.record(text, z.union([text, z.number(), z.null()]))).meta({ description });
}

/** A correction in rapport.json. */
export const correction = z
  .strictObject({
    datum: text,
    punt: optional,
    organisatie: optional,
    bereik: optional,
    oud: z.union([text, z.number()]).nullable().meta({
      description:
        'Een status, of bij een bereik een gerapporteerd percentage. Leeg als het resultaat nu niet openbaar is.',
    }),
    nieuw: z.union([text, z.number()]),
    reden: text,
    bron: sources,
  })
  .meta({ description: 'Wat er na de publicatie is gecorrigeerd.' });

const word = optional.meta({ description: 'Hoe deze norm dit resultaat aan lezers noemt; null: met het woord zelf.' });

/** A reported figure in rapport.json. */
export const reported = z
  .strictObject({ bereik: text, percentage: z.number(), bron: sources, toelichting: optional })
  .meta({ description: 'Een percentage zoals een bron het noemt.' });

const answer = z
  .strictObject({ organisatie: text, reactie: text })
  .meta({ description: 'Wat een organisatie zelf zegt over haar resultaten in deze meting.' });

const norm = z.strictObject({
  versie: text,
  titel: text,
  samenvatting: text,
  status: z.enum(['ondertekend', 'van kracht', 'afgerond', 'concept']),
  looptijd: z.strictObject({ van: text, tot: optional }).nullable(),
  vastgesteld: optional,
  bron: sources,
  opvolger_van: optional,
  volledig: z.boolean(),
  telling: z.strictObject({ deels_behaald: z.number(), totaal: z.enum(['gezamenlijk', 'gemiddelde-per-organisatie']) }),
  statuswoorden: z.strictObject({ behaald: word, 'deels behaald': word, 'niet behaald': word }).nullable(),
  niet_openbare_metingen: z
    .strictObject({ aantal: z.number(), toelichting: optional, bron: sources })
    .nullable()
    .meta({ description: 'Metingen die zijn gehouden, en waarvan datum en uitkomst niet openbaar zijn.' }),
  deelnemers: z.array(z.strictObject({ organisatie: text, vanaf: optional, tot: optional })),
  themas: z.array(z.strictObject({ id: text, titel: text, toelichting: optional })),
  ambitiepunten: z.array(
    z.strictObject({
      id: text,
      nummer: optional,
      thema: optional,
      titel: text,
      toelichting: optional,
      criteria: z.array(text).meta({ description: 'Wanneer het punt behaald is.' }),
      geldt_voor: z
        .array(text)
        .nullable()
        .meta({ description: 'Soorten organisaties en ids van organisaties; null is elke deelnemer.' }),
      vanaf: optional,
      tot: optional,
      herkomst: z.array(z.strictObject({ punt: text, relatie: text, vergelijkbaar: z.boolean(), reden: optional })),
    }),
  ),
  vervallen: z.array(z.strictObject({ punt: text, reden: text })),
  metingen: z.array(
    z.strictObject({
      id: text,
      titel: text,
      datum: text,
      soort: text,
      beoordeling: z
        .strictObject({ door: text, toelichting: optional })
        .nullable()
        .meta({ description: 'Wie de resultaten beoordeelde: zelf, elkaar, werkgroep of onafhankelijk.' }),
      gepubliceerd: optional,
      toelichting: optional,
      bron: sources,
      niveau: z.enum(['punten', 'totaal']),
      gerapporteerd: z.array(reported),
      reacties: z.array(answer),
      correcties: z.array(correction),
    }),
  ),
});

const schema = z.strictObject({
  versie: z.literal(FORMAT).meta({ description: 'Versie van dit formaat.' }),
  titel: text,
  regio: text,
  samenvatting: text,
  trefwoorden: z.array(text),
  fictief: z.boolean(),
  organisaties: z.array(z.strictObject({ id: text, naam: text, korte_naam: text, soort: text, tooi: optional })),
  documenten: z.array(
    z.strictObject({
      id: text,
      titel: optional,
      soort: text,
      datum: optional,
      uitgever: optional,
      registratienummer: optional,
      afdeling: optional,
      portefeuillehouder: optional,
      ter_kennisname_aan: z.array(text),
      url: optional,
      verwijst_naar: sources,
      bijlagen: z.array(z.strictObject({ titel: text, edocs: optional, url: optional })),
    }),
  ),
  verwante_normen: z.array(z.strictObject({ naam: text, regio: text, toelichting: text, bron: sources })),
  normen: z.array(norm),
  resultaten: rows('De rijen van resultaten.csv, en wie voor elk resultaat verantwoordelijk is.'),
  cijfers: rows('De rijen van cijfers.csv, met getallen.'),
  wijzigingen: rows('De rijen van wijzigingen.csv, met getallen.'),
  vergelijking: rows('De rijen van vergelijking.csv, met getallen.'),
});

/** The contents of rapport.json. */
export type ReportJson = z.infer<typeof schema>;

/** JSON Schema of rapport.json. */
export function reportJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7' }), null, 2)}\n`;
}
