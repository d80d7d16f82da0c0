import { z } from 'zod';
import type { Report } from '../../compute/report.ts';
import { jsonNumber } from '../../format/number.ts';
import type { Norm } from '../../model/norm.ts';
import type { Correction } from '../../model/round.ts';
import type { Source } from '../../model/source.ts';
import { scopePath } from '../views/figure.ts';
import { toRecords, type Table } from './table.ts';
import {
  documentKindWord,
  normStatusWord,
  organisationKindWord,
  relationWord,
  roundKindWord,
  statusWord,
} from './tables.ts';

/** Version of this format; goes up when a reader of it would have to change. */
const FORMAT = '1';

const text = z.string();
const optional = z.string().nullable();
const sources = z
  .array(z.union([z.strictObject({ document: text }), z.strictObject({ openbaar: z.literal(false) })]))
  .meta({ description: 'Documenten; van een bron die niet openbaar is staat alleen dat.' });
function rows(description: string) {
  return z.array(z.record(text, z.union([text, z.number(), z.null()]))).meta({ description });
}

const correction = z
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
  deelnemers: z.array(z.strictObject({ organisatie: text, vanaf: optional, tot: optional })),
  themas: z.array(z.strictObject({ id: text, titel: text, toelichting: optional })),
  ambitiepunten: z.array(
    z.strictObject({
      id: text,
      nummer: optional,
      thema: optional,
      titel: text,
      toelichting: optional,
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
      gepubliceerd: optional,
      toelichting: optional,
      bron: sources,
      niveau: z.enum(['punten', 'totaal']),
      correcties: z.array(correction),
    }),
  ),
});

const schema = z.strictObject({
  versie: z.literal(FORMAT).meta({ description: 'Versie van dit formaat.' }),
  titel: text,
  regio: text,
  samenvatting: text,
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
      url: optional,
      verwijst_naar: sources,
      bijlagen: z.array(z.strictObject({ titel: text, edocs: optional, url: optional })),
    }),
  ),
  verwante_normen: z.array(z.strictObject({ naam: text, regio: text, toelichting: text, bron: sources })),
  normen: z.array(norm),
  resultaten: rows('De rijen van resultaten.csv.'),
  cijfers: rows('De rijen van cijfers.csv, met getallen.'),
  wijzigingen: rows('De rijen van wijzigingen.csv, met getallen.'),
  vergelijking: rows('De rijen van vergelijking.csv, met getallen.'),
});

type ReportJson = z.infer<typeof schema>;

function sourceList(list: readonly Source[]) {
  return list.map((source) => (source.public ? { document: source.document } : { openbaar: false as const }));
}

function correctionJson({ date, value, reason, sources: from }: Correction): z.infer<typeof correction> {
  return {
    datum: date,
    ...(value.kind === 'result'
      ? {
          punt: value.ambition,
          organisatie: value.organisation,
          bereik: null,
          oud: value.from && statusWord[value.from],
          nieuw: statusWord[value.to],
        }
      : {
          punt: null,
          organisatie: null,
          bereik: scopePath(value.scope).replace('/', ':'),
          oud: jsonNumber(value.from)!,
          nieuw: jsonNumber(value.to)!,
        }),
    reden: reason,
    bron: sourceList(from),
  };
}

function normJson(each: Norm): ReportJson['normen'][number] {
  return {
    versie: each.version,
    titel: each.title,
    samenvatting: each.summary,
    status: normStatusWord[each.status],
    looptijd: each.term && { van: each.term.from, tot: each.term.to },
    vastgesteld: each.adopted,
    bron: sourceList(each.sources),
    opvolger_van: each.predecessor,
    volledig: each.complete,
    telling: {
      deels_behaald: jsonNumber(each.counting.partlyAchieved)!,
      totaal: each.counting.total === 'joint' ? 'gezamenlijk' : 'gemiddelde-per-organisatie',
    },
    deelnemers: each.participants.map(({ organisation, from, until }) => ({
      organisatie: organisation,
      vanaf: from,
      tot: until,
    })),
    themas: each.themes.map(({ id, title, explanation }) => ({ id, titel: title, toelichting: explanation })),
    ambitiepunten: each.ambitions.map((ambition) => ({
      id: ambition.id,
      nummer: ambition.number,
      thema: ambition.theme,
      titel: ambition.title,
      toelichting: ambition.explanation,
      geldt_voor:
        ambition.appliesTo?.map((to) => ('kind' in to ? organisationKindWord[to.kind] : to.organisation)) ?? null,
      vanaf: ambition.from,
      tot: ambition.until,
      herkomst: ambition.origins.map((origin) => ({
        punt: origin.ambition,
        relatie: relationWord[origin.relation],
        vergelijkbaar: origin.comparable,
        reden: origin.reason,
      })),
    })),
    vervallen: each.dropped.map(({ ambition, reason }) => ({ punt: ambition, reden: reason })),
    metingen: each.rounds.map((round) => ({
      id: round.id,
      titel: round.title,
      datum: round.date,
      soort: roundKindWord[round.kind],
      gepubliceerd: round.published,
      toelichting: round.explanation,
      bron: sourceList(round.sources),
      niveau: round.level === 'points' ? 'punten' : 'totaal',
      correcties: round.corrections.map(correctionJson),
    })),
  };
}

/** rapport.json: the norms, and all that the tables say. */
export function reportJson({ data }: Report, tables: readonly Table[]): string {
  const records = Object.fromEntries(tables.map((table) => [table.name, toRecords(table)]));
  const json: ReportJson = {
    versie: FORMAT,
    titel: data.title,
    regio: data.region,
    samenvatting: data.summary,
    fictief: data.fictional,
    organisaties: data.organisations.map(({ id, name, shortName, kind, tooi }) => ({
      id,
      naam: name,
      korte_naam: shortName,
      soort: organisationKindWord[kind],
      tooi,
    })),
    documenten: data.documents.map((document) => ({
      id: document.id,
      titel: document.title,
      soort: documentKindWord[document.kind],
      datum: document.date,
      uitgever: document.publisher,
      registratienummer: document.registrationNumber,
      url: document.url,
      verwijst_naar: sourceList(document.refersTo),
      bijlagen: document.attachments.map(({ title, edocs, url }) => ({ titel: title, edocs, url })),
    })),
    verwante_normen: data.relatedNorms.map(({ name, region, explanation, sources: from }) => ({
      naam: name,
      regio: region,
      toelichting: explanation,
      bron: sourceList(from),
    })),
    normen: data.norms.map(normJson),
    resultaten: records.resultaten ?? [],
    cijfers: records.cijfers ?? [],
    wijzigingen: records.wijzigingen ?? [],
    vergelijking: records.vergelijking ?? [],
  };
  return `${JSON.stringify(json)}\n`;
}

/** JSON Schema of rapport.json. */
export function reportJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7' }), null, 2)}\n`;
}
